import { dayNumber, type Day } from '../calendar/day';

/**
 * Days as nodes of a binary tree: a node of level k is 2^k days. A period is a few nodes, a day lies in exactly one node
 * of each level; so "valid on the day" is "has one of the day's nodes", and an index answers it for any day, without
 * anything being rewritten when a certificate ends.
 */
const FIRST = dayNumber('1900-01-01');
const LAST = dayNumber('2199-12-31') - FIRST;
export const DAY_LEVELS = 17;

/** Nodes that together are exactly the days from..until, both ends inclusive; null = no end. As `level:number`. */
export function dayNodesOf(from: Day, until: Day | null): string[] {
  const nodes: string[] = [];
  let left = Math.max(0, dayNumber(from) - FIRST);
  let right = until === null ? LAST : Math.min(LAST, dayNumber(until) - FIRST);
  for (let level = 0; left <= right; level += 1) {
    if (left % 2 === 1) nodes.push(`${level}:${left++}`);
    if (right % 2 === 0) nodes.push(`${level}:${right--}`);
    left = Math.floor(left / 2);
    right = Math.floor(right / 2);
  }
  return nodes;
}

/** The nodes that contain the day, one of each level. */
export function dayNodesAt(day: Day): string[] {
  const number = dayNumber(day) - FIRST;
  return Array.from({ length: DAY_LEVELS + 1 }, (_, level) => `${level}:${Math.floor(number / 2 ** level)}`);
}
