import { describe, expect, it } from '@jest/globals';
import { accessToken, dropAccessToken, holdAccessToken, onAccessTokenChange } from './access-token';

describe('the access token', () => {
  it('is dropped once, however many requests met the ended session', () => {
    let calls = 0;
    holdAccessToken('token', 900);
    const stop = onAccessTokenChange(() => {
      calls += 1;
    });
    dropAccessToken();
    dropAccessToken();
    stop();
    expect(accessToken()).toBeNull();
    expect(calls).toBe(1);
  });
});
