/**
 * cp949 as Korean offices save text. The platform's "euc-kr" knows the 2,350 syllables of KS X 1001 only and refuses
 * 헤어샾 or 똠방각하 as broken; the other 8,822 lie, in the order of Unicode, in the places that KS X 1001 left free.
 */

const FIRST_LEAD = 0x81;
const FIRST_TRAIL = 0x41;
const TRAILS = 0xfe - FIRST_TRAIL + 1;
/** First lead byte whose upper trail bytes belong to KS X 1001. */
const KS_LEAD = 0xa1;
const [FIRST_SYLLABLE, LAST_SYLLABLE] = [0xac00, 0xd7a3];
/** What Windows added to the symbols of KS X 1001: € and ®. */
const LATER_SYMBOLS: readonly (readonly [number, number, number])[] = [
  [0xa2, 0xe6, 0x20ac],
  [0xa2, 0xe7, 0x00ae],
];

let table: Uint16Array | undefined;

/** Reads like a TextDecoder that is fatal: throws TypeError at bytes that are no cp949. */
export class Cp949Decoder {
  /** The first byte of a letter that the end of the last chunk cut in two. */
  private lead: number | null = null;

  decode(bytes: Uint8Array = new Uint8Array(), options: { readonly stream?: boolean } = {}): string {
    const units = new Uint16Array(bytes.length + 1);
    table ??= makeTable();
    let length = 0;
    for (const byte of bytes) {
      if (this.lead !== null) {
        units[length++] = letterAt(table, this.lead, byte);
        this.lead = null;
      } else if (byte < 0x80) units[length++] = byte;
      else this.lead = byte;
    }
    if (this.lead !== null && options.stream !== true) throw broken();
    return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
  }
}

function letterAt(letters: Uint16Array, lead: number, trail: number): number {
  const inside = lead >= FIRST_LEAD && lead <= 0xfe && trail >= FIRST_TRAIL && trail <= 0xfe;
  const letter = inside ? letters[placeOf(lead, trail)] : 0;
  if (letter === undefined || letter === 0) throw broken();
  return letter;
}

function placeOf(lead: number, trail: number): number {
  return (lead - FIRST_LEAD) * TRAILS + (trail - FIRST_TRAIL);
}

function makeTable(): Uint16Array {
  const letters = new Uint16Array((0xfe - FIRST_LEAD + 1) * TRAILS);
  const platform = new TextDecoder('euc-kr');
  const known = new Set<number>();
  for (let lead = KS_LEAD; lead <= 0xfe; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const letter = platform.decode(Uint8Array.of(lead, trail));
      if (letter.length !== 1 || letter === '\uFFFD') continue;
      letters[placeOf(lead, trail)] = letter.charCodeAt(0);
      known.add(letter.charCodeAt(0));
    }
  }
  for (const [lead, trail, letter] of LATER_SYMBOLS) letters[placeOf(lead, trail)] = letter;
  const places = freePlaces();
  for (let syllable = FIRST_SYLLABLE; syllable <= LAST_SYLLABLE; syllable++) {
    const place = known.has(syllable) ? undefined : places.next().value;
    if (place !== undefined) letters[place] = syllable;
  }
  return letters;
}

/** Trail bytes are A–Z, a–z and from 0x81 on; where KS X 1001 has its letters, only those below it are free. */
function* freePlaces(): Generator<number, undefined> {
  for (let lead = FIRST_LEAD; lead <= 0xfe; lead++) {
    const last = lead < KS_LEAD ? 0xfe : 0xa0;
    for (let trail = FIRST_TRAIL; trail <= last; trail++) {
      const isFree = trail <= 0x5a || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81;
      if (isFree) yield placeOf(lead, trail);
    }
  }
  return undefined;
}

function broken(): TypeError {
  return new TypeError('The encoded data was not valid for encoding cp949');
}
