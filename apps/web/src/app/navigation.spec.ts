import { describe, expect, it } from '@jest/globals';
import { NAVIGATION } from './navigation';
import { ROUTES } from './routes';

const entries = NAVIGATION.flatMap((group) => group.entries);

describe('the side navigation', () => {
  it.each(entries)('leads from $path to a page that the same people may open', ({ path, permission }) => {
    expect(ROUTES.filter((route) => route.path === path).map((route) => route.access)).toEqual([permission]);
  });

  it('names each page once', () => {
    expect(new Set(entries.map((entry) => entry.path)).size).toBe(entries.length);
  });
});
