import { NAME_MATCH_REVIEW, normaliseCompanyName, normalisedNameSimilarity } from '../text/company-name';

export interface LikeName<Key> {
  readonly key: Key;
  /** 0..1, as companyNameSimilarity */
  readonly likeness: number;
}

/**
 * Names by their pairs of letters, to find the like ones among thousands without comparing all with all. Exact: whoever
 * is as like as `least` is found. Two names of that likeness share at least least ÷ (2 − least) of the pairs of either;
 * so some pair among the rarest of the asked name is common to both, and the frequent pairs (협동, 조합) need no look.
 */
export class NameIndex<Key> {
  private readonly names: { readonly key: Key; readonly name: string }[] = [];
  private readonly byPair = new Map<string, number[]>();
  private readonly byName = new Map<string, number[]>();

  add(key: Key, name: string): void {
    const normalised = normaliseCompanyName(name);
    const at = this.names.push({ key, name: normalised }) - 1;
    append(this.byName, normalised, at);
    for (const pair of new Set(pairsOf(normalised))) append(this.byPair, pair, at);
  }

  /** @returns the likest first; of equal likeness in the order in which they were added */
  likeTo(name: string, least: number = NAME_MATCH_REVIEW): LikeName<Key>[] {
    const normalised = normaliseCompanyName(name);
    const found = new Set(this.byName.get(normalised));
    const pairs = pairsOf(normalised).sort((a, b) => this.frequency(a) - this.frequency(b));
    // 0.8 × 3 ÷ 1.2 is a little more than 2 in binary: it must not be rounded up to 3.
    const common = Math.ceil((least * pairs.length) / (2 - least) - 1e-9);
    for (const pair of new Set(pairs.slice(0, pairs.length - Math.max(common, 1) + 1)))
      for (const at of this.byPair.get(pair) ?? []) found.add(at);
    const like = [...found].flatMap((at) => {
      const other = this.names[at];
      if (other === undefined) return [];
      const likeness = normalisedNameSimilarity(normalised, other.name);
      return likeness >= least ? [{ key: other.key, likeness, at }] : [];
    });
    return like
      .sort((a, b) => b.likeness - a.likeness || a.at - b.at)
      .map(({ key, likeness }) => ({ key, likeness }));
  }

  private frequency(pair: string): number {
    return this.byPair.get(pair)?.length ?? 0;
  }
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}
