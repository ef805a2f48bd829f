import { describe, expect, it } from '@jest/globals';
import { attendeesOf, isSessionValues, isTooEarly, newSessionOf, sessionValues } from './session-values';

const typed = { ...sessionValues(null, '2017-02-23'), audience: ' 도봉구청 ', content: '공공기관 교육' };

describe('a session as it is sent', () => {
  it('is tidy, and planned while nobody was counted', () => {
    expect(newSessionOf(typed)).toEqual({
      heldOn: '2017-02-23',
      audience: '도봉구청',
      content: '공공기관 교육',
      institutionId: null,
      areaId: null,
      attendees: null,
    });
    expect(isSessionValues(JSON.parse(JSON.stringify(typed)))).toBe(true);
    expect(isSessionValues({ ...typed, content: 1 })).toBe(false);
  });

  it('counts whole people', () => {
    expect(['', '45', '1,200', '０', '-1', '많이', '100001'].map(attendeesOf)).toEqual([
      null,
      45,
      1200,
      0,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is not held on a day to come', () => {
    expect(isTooEarly({ ...typed, attendees: '45' }, '2017-02-22')).toBe(true);
    expect(isTooEarly({ ...typed, attendees: '45' }, '2017-02-23')).toBe(false);
    expect(isTooEarly(typed, '2017-02-22')).toBe(false);
  });
});
