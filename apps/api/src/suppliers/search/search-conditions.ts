import {
  dayNodesAt,
  isNumberPart,
  partsOf,
  type CertificationType,
  type PurchaseKind,
  type SearchWord,
} from '@ieum/domain';

/** One word of the question, or the several words that a slip may have meant: any of them will do. */
export type WordChoice = readonly SearchWord[];

export interface SearchQuestion {
  readonly words: readonly WordChoice[];
  readonly district: readonly string[];
  readonly category: readonly string[];
  readonly kind: readonly PurchaseKind[];
  readonly certification: readonly CertificationType[];
  /** only holders of a certificate that is valid on the day */
  readonly certified: boolean;
  readonly priceMin: number | null;
  readonly priceMax: number | null;
  readonly includeClosed: boolean;
  /** the day that certificates and closing are of */
  readonly day: string;
}

export const FACETS = ['district', 'certification', 'category', 'kind'] as const;
export type Facet = (typeof FACETS)[number];

/** Values of one statement; `$n` stands where a value goes, never the value itself. */
export class Values {
  readonly list: unknown[] = [];

  add(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

/** Has the facet a choice of its own? Then its counts are made without it. */
export function isChosen(question: SearchQuestion, facet: Facet): boolean {
  if (facet === 'certification') return question.certified;
  return question[facet].length > 0;
}

/** The condition on `supplier_search t`; tokens lead to the rows, text confirms what pairs of letters only suggest. */
export function conditionOf(question: SearchQuestion, values: Values, without?: Facet): string {
  const parts = question.words.map((choice) => anyOf(choice.map((word) => wordCondition(word, values))));
  for (const facet of FACETS) {
    if (facet !== without && isChosen(question, facet))
      parts.push(`t.tokens && ${values.add(facetTokens(question, facet), 'text[]')}`);
  }
  if (question.priceMin !== null || question.priceMax !== null) {
    const from = values.add(question.priceMin ?? 0, 'bigint');
    const to = values.add(question.priceMax ?? Number.MAX_SAFE_INTEGER, 'bigint');
    parts.push(`EXISTS (SELECT FROM unnest(t.prices) AS price WHERE price BETWEEN ${from} AND ${to})`);
  }
  if (!question.includeClosed)
    parts.push(`(t.closed_on IS NULL OR t.closed_on > ${values.add(question.day, 'date')})`);
  return parts.length === 0 ? 'true' : parts.join(' AND ');
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`;
}

function facetTokens(question: SearchQuestion, facet: Facet): string[] {
  if (facet === 'district') return question.district.map((code) => `d${code}`);
  if (facet === 'category') return question.category.map((code) => `c${code}`);
  if (facet === 'kind') return question.kind.map((kind) => `k${kind}`);
  const types = question.certification.length === 0 ? ['any'] : question.certification;
  return types.flatMap((type) => dayNodesAt(question.day).map((node) => `v${type}:${node}`));
}

/** Two letters are a token, so they are exact; three and more are several tokens that need not stand together. */
export function wordCondition(word: SearchWord, values: Values): string {
  const length = [...word.key].length;
  if (word.kind === 'beginning') return hasAll([`b${word.key}`], values);
  if (word.kind === 'initials') {
    const tokens = partsOf(word.key, Math.min(length, 3)).map((part) => `j${part}`);
    const initials = ['name_key', 'item_text', 'other_text'].map((column) => `ieum_initials(t.${column})`);
    return length <= 3
      ? hasAll(tokens, values)
      : `${hasAll(tokens, values)} AND ${occursIn(initials, word, values)}`;
  }
  const tokens = partsOf(word.key, 2).map((part) => `g${part}`);
  const inText =
    length <= 2
      ? hasAll(tokens, values)
      : `${hasAll(tokens, values)} AND ${occursIn(['t.name_key', 't.item_text', 't.other_text'], word, values)}`;
  return isNumberPart(word) ? `(${inText} OR ${numberCondition(word, values)})` : inText;
}

function numberCondition(word: SearchWord, values: Values): string {
  const tokens = partsOf(word.key, 3).map((part) => `u${part}`);
  return `${hasAll(tokens, values)} AND ${occursIn(['t.business_number'], word, values)}`;
}

function hasAll(tokens: readonly string[], values: Values): string {
  return `t.tokens @> ${values.add(tokens, 'text[]')}`;
}

function occursIn(texts: readonly string[], word: SearchWord, values: Values): string {
  const key = values.add(word.key, 'text');
  return anyOf(texts.map((text) => `strpos(${text}, ${key}) > 0`));
}

/** 0 when every word is in the name (or the number), 1 when every word is at least in an item, else 2. */
export function rankOf(question: SearchQuestion, values: Values): string {
  const ranks = question.words.map((choice) => {
    const each = choice.map((word) => wordRank(word, values));
    return each.length === 1 ? (each[0] ?? '2') : `least(${each.join(', ')})`;
  });
  if (ranks.length === 0) return '0';
  return ranks.length === 1 ? (ranks[0] ?? '0') : `greatest(${ranks.join(', ')})`;
}

function wordRank(word: SearchWord, values: Values): string {
  const key = values.add(word.key, 'text');
  if (word.kind === 'beginning') {
    return `CASE WHEN starts_with(t.name_key, ${key}) OR starts_with(ieum_initials(left(t.name_key, 1)), ${key}) THEN 0 ELSE 1 END`;
  }
  const text = (column: string) => (word.kind === 'initials' ? `ieum_initials(t.${column})` : `t.${column}`);
  const number = isNumberPart(word) ? ` OR strpos(t.business_number, ${key}) > 0` : '';
  return `CASE WHEN strpos(${text('name_key')}, ${key}) > 0${number} THEN 0 WHEN strpos(${text('item_text')}, ${key}) > 0 THEN 1 ELSE 2 END`;
}
