import { Cp949Decoder } from '../../src/common/cp949';

/** Bytes of a text as Korean offices save it: the decoder's table, turned round once. */
export function encodeCp949(text: string): Buffer {
  table ??= turnedRound();
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(table.get(letter) ?? []));
  }
  return Buffer.from(bytes);
}

let table: Map<string, readonly [number, number]> | undefined;

function turnedRound(): Map<string, readonly [number, number]> {
  const pairs = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x41; trail <= 0xfe; trail++) {
      try {
        pairs.set(new Cp949Decoder().decode(Uint8Array.of(lead, trail)), [lead, trail]);
      } catch {
        continue;
      }
    }
  }
  return pairs;
}
