import {
  dayNodesAt,
  isNumberPart,
  partsOf,
  priceStepsBetween,
  SOCIAL_ECONOMY_CERTIFICATION_TYPES,
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

export const FACETS = ['district', 'certification', 'category', 'kind', 'price'] as const;
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
  if (facet === 'price') return question.priceMin !== null || question.priceMax !== null;
  return question[facet].length > 0;
}

/**
 * A condition on `supplier_search t`, in two forms that hold for the same rows. `index`: by tokens, which the index
 * finds; it must never be asked of rows one by one, since their tokens lie out of line. `row`: by the narrow columns, for
 * walking in order when many match.
 */
export type Form = 'index' | 'row';

export function conditionOf(question: SearchQuestion, form: Form, values: Values, without?: Facet): string {
  const parts = question.words.map((choice) => choiceCondition(choice, form, values));
  for (const facet of FACETS) {
    if (facet !== without && isChosen(question, facet))
      parts.push(facetCondition(question, facet, form, values));
  }
  if (!question.includeClosed)
    parts.push(`(t.closed_on IS NULL OR t.closed_on > ${values.add(question.day, 'date')})`);
  return parts.length === 0 ? 'true' : parts.join(' AND ');
}

/** Has the question anything that the index can find? */
export function hasTokens(question: SearchQuestion, without?: Facet): boolean {
  return question.words.length > 0 || FACETS.some((facet) => facet !== without && isChosen(question, facet));
}

export function choiceCondition(choice: WordChoice, form: Form, values: Values): string {
  return anyOf(choice.map((word) => (form === 'index' ? byTokens(word, values) : byText(word, ALL, values))));
}

/** Every word is in the name (or in the number). */
export function nameCondition(question: SearchQuestion, form: Form, values: Values): string {
  const parts = question.words.map((choice) =>
    anyOf(choice.map((word) => (form === 'index' ? byNameTokens(word, values) : byText(word, NAME, values)))),
  );
  return parts.join(' AND ');
}

/** 0 when every word is in the name (or the number), 1 when every word is at least in an item, else 2. */
export function rankOf(question: SearchQuestion, values: Values): string {
  const ranks = question.words.map((choice) => {
    const inName = anyOf(choice.map((word) => byText(word, NAME, values)));
    const inItem = anyOf(choice.map((word) => byText(word, ITEM, values)));
    return `CASE WHEN ${inName} THEN 0 WHEN ${inItem} THEN 1 ELSE 2 END`;
  });
  return ranks.length === 0 ? '0' : `greatest(${ranks.join(', ')})`;
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`;
}

function facetCondition(question: SearchQuestion, facet: Facet, form: Form, values: Values): string {
  if (form === 'index') {
    const found = `t.tokens && ${values.add(facetTokens(question, facet), 'text[]')}`;
    // Steps of prices hold more than was asked for.
    return facet === 'price' ? `${found} AND ${priceIsBetween(question, values)}` : found;
  }
  if (facet === 'price') return priceIsBetween(question, values);
  if (facet === 'district') return `t.district_code = ANY (${values.add(question.district, 'text[]')})`;
  if (facet === 'kind') return `t.kinds && ${values.add(question.kind, 'text[]')}`;
  if (facet === 'category') {
    const codes = values.add(question.category, 'text[]');
    return `EXISTS (SELECT FROM unnest(t.categories) AS has, unnest(${codes}) AS code WHERE starts_with(has, code))`;
  }
  const types =
    question.certification.length === 0 ? SOCIAL_ECONOMY_CERTIFICATION_TYPES : question.certification;
  return `EXISTS (SELECT FROM unnest(t.certificate_types, t.certificate_from, t.certificate_until) AS c (type, f, u)
    WHERE type = ANY (${values.add(types, 'text[]')}) AND ${values.add(question.day, 'date')} BETWEEN f AND u)`;
}

function facetTokens(question: SearchQuestion, facet: Facet): string[] {
  if (facet === 'district') return question.district.map((code) => `d${code}`);
  if (facet === 'category') return question.category.map((code) => `c${code}`);
  if (facet === 'kind') return question.kind.map((kind) => `k${kind}`);
  if (facet === 'price') return priceTokens(question);
  const types = question.certification.length === 0 ? ['any'] : question.certification;
  return types.flatMap((type) => dayNodesAt(question.day).map((node) => `v${type}:${node}`));
}

/** Whatever is in one of these steps may cost what was asked; the exact price is asked of the row. */
function priceTokens({ priceMin, priceMax }: SearchQuestion): string[] {
  return priceStepsBetween(priceMin ?? 0, priceMax ?? Number.MAX_SAFE_INTEGER).map((step) => `p${step}`);
}

function priceIsBetween({ priceMin, priceMax }: SearchQuestion, values: Values): string {
  const from = values.add(priceMin ?? 0, 'bigint');
  const to = values.add(priceMax ?? Number.MAX_SAFE_INTEGER, 'bigint');
  return `EXISTS (SELECT FROM unnest(t.prices) AS price WHERE price BETWEEN ${from} AND ${to})`;
}

interface Place {
  readonly texts: readonly string[];
  readonly initials: readonly string[];
  readonly number: boolean;
}
const NAME: Place = { texts: ['name_key'], initials: ['name_initials'], number: true };
const ITEM: Place = { texts: ['item_text'], initials: ['item_initials'], number: false };
const ALL: Place = {
  texts: ['name_key', 'item_text', 'other_text'],
  initials: ['name_initials', 'item_initials'],
  number: true,
};

/** Two letters are a token, so they are exact; three and more are several tokens that need not stand together. */
function byTokens(word: SearchWord, values: Values): string {
  const length = [...word.key].length;
  if (word.kind === 'beginning') return hasAll([`b${word.key}`], values);
  if (word.kind === 'initials') {
    const found = hasAll(tokensOf('j', word.key, Math.min(length, 3)), values);
    return length <= 3 ? found : `(${found} AND ${byText(word, ALL, values)})`;
  }
  const found = hasAll(tokensOf('g', word.key, 2), values);
  const inText = length <= 2 ? found : `(${found} AND ${occursIn(ALL.texts, word, values)})`;
  return isNumberPart(word) ? `(${inText} OR ${byNumberTokens(word, values)})` : inText;
}

function byNameTokens(word: SearchWord, values: Values): string {
  // Nothing in the index says which letter a name begins with; names of one letter's words are few enough to be read.
  if (word.kind === 'beginning') return `(${byTokens(word, values)} AND ${byText(word, NAME, values)})`;
  const size = word.kind === 'initials' ? Math.min([...word.key].length, 3) : 2;
  const found = hasAll(tokensOf(word.kind === 'initials' ? 'm' : 'n', word.key, size), values);
  const inName = `(${found} AND ${byText(word, { ...NAME, number: false }, values)})`;
  return isNumberPart(word) ? `(${inName} OR ${byNumberTokens(word, values)})` : inName;
}

function byNumberTokens(word: SearchWord, values: Values): string {
  return `(${hasAll(tokensOf('u', word.key, 3), values)} AND ${occursIn(['business_number'], word, values)})`;
}

function tokensOf(kind: string, key: string, size: number): string[] {
  return partsOf(key, size).map((part) => `${kind}${part}`);
}

function hasAll(tokens: readonly string[], values: Values): string {
  return `t.tokens @> ${values.add(tokens, 'text[]')}`;
}

function byText(word: SearchWord, place: Place, values: Values): string {
  if (word.kind === 'initials') return occursIn(place.initials, word, values);
  if (word.kind === 'beginning') return beginsIn(place, word, values);
  const numbers = place.number && isNumberPart(word) ? ['business_number'] : [];
  return occursIn([...place.texts, ...numbers], word, values);
}

function occursIn(columns: readonly string[], word: SearchWord, values: Values): string {
  const key = values.add(word.key, 'text');
  return anyOf(columns.map((column) => `coalesce(strpos(t.${column}, ${key}) > 0, false)`));
}

/** A name, or a line of the items, begins so. */
function beginsIn(place: Place, word: SearchWord, values: Values): string {
  const key = values.add(word.key, 'text');
  const columns = [...place.texts, ...place.initials].filter((column) => column !== 'other_text');
  return anyOf(columns.map((column) => `strpos(E'\\n' || t.${column}, E'\\n' || ${key}) > 0`));
}
