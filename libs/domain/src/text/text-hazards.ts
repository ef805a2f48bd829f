export const TEXT_HAZARDS = [
  'nul',
  'lone_surrogate',
  'control_character',
  'direction_override',
  'replacement_character',
] as const;
export type TextHazard = (typeof TEXT_HAZARDS)[number];

/** Built from code points: such characters would be invisible in a literal. */
const CONTROL_LINE = classOf([
  [0x01, 0x1f],
  [0x7f, 0x9f],
  [0x2028, 0x2029],
]);
/** Several lines may hold tab, line feed and carriage return. */
const CONTROL_LINES = classOf([
  [0x01, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
]);
const DIRECTION = classOf([
  [0x202a, 0x202e],
  [0x2066, 0x2069],
]);

/**
 * What makes a text unfit to be stored, or null. NUL is refused by PostgreSQL; a lone surrogate and bytes that are
 * not UTF-8 would silently become U+FFFD; control and direction characters falsify what a reader sees.
 */
export function textHazard(text: string, lines: 'one' | 'several' = 'one'): TextHazard | null {
  if (text.includes('\u0000')) return 'nul';
  if (hasLoneSurrogate(text)) return 'lone_surrogate';
  if ((lines === 'one' ? CONTROL_LINE : CONTROL_LINES).test(text)) return 'control_character';
  if (DIRECTION.test(text)) return 'direction_override';
  return text.includes('\uFFFD') ? 'replacement_character' : null;
}

/** A half of a surrogate pair without its other half. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

function classOf(ranges: readonly (readonly [number, number])[]): RegExp {
  const parts = ranges.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`);
  return new RegExp(`[${parts.join('')}]`, 'u');
}
