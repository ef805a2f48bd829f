import { initialsOf, searchKey } from './search-text';
import { isNumberPart, type SearchWord } from './search-question';
import type { MatchField } from './search-vocabulary';

/** What is public of a supplier and may be why it was found. */
export interface MatchFacts {
  readonly name: string;
  /** the register's name without its legal form */
  readonly normalisedName: string;
  readonly businessNumber: string | null;
  readonly items: readonly string[];
  readonly categories: readonly string[];
  readonly business: readonly string[];
}

export interface Match {
  readonly field: MatchField;
  readonly text: string;
}

const MAX_MATCHES = 12;
const MAX_EXCERPT = 120;
const CLAUSE_ENDS = /[\n\r.,;:·ㆍ]+/u;

/** Does the word occur in this text? */
export function wordOccurs(word: SearchWord, text: string): boolean {
  const key = searchKey(text);
  if (word.kind === 'text') return key.includes(word.key);
  if (word.kind === 'initials') return initialsOf(key).includes(word.key);
  return key.startsWith(word.key) || initialsOf(key).startsWith(word.key);
}

/** Why a supplier answers the words, each reason once, in the order name, number, items, categories, business. */
export function matchesOf(words: readonly SearchWord[], facts: MatchFacts): Match[] {
  const found: Match[] = [];
  for (const word of words) {
    const field = (usual: MatchField): MatchField => (word.kind === 'initials' ? 'initials' : usual);
    if (wordOccurs(word, facts.normalisedName)) found.push({ field: field('name'), text: facts.name });
    const number = facts.businessNumber;
    if (number !== null && isNumberPart(word) && number.includes(word.key))
      found.push({ field: 'number', text: number });
    const say = (usual: MatchField, texts: readonly string[]) => {
      const hits = texts.filter((text) => wordOccurs(word, text));
      found.push(...hits.map((text) => ({ field: field(usual), text: excerptOf(word, text) })));
    };
    say('item', facts.items);
    if (word.kind === 'text') say('category', facts.categories);
    if (word.kind === 'text') say('business', facts.business);
  }
  const once = found.filter(
    (match, at) => found.findIndex(({ field, text }) => field === match.field && text === match.text) === at,
  );
  return once.slice(0, MAX_MATCHES);
}

/** A long text is cut to the clause that says it. */
function excerptOf(word: SearchWord, text: string): string {
  if (text.length <= MAX_EXCERPT) return text;
  const clauses = text.split(CLAUSE_ENDS).map((clause) => clause.trim());
  const clause = clauses.find((part) => wordOccurs(word, part)) ?? text;
  return clause.length <= MAX_EXCERPT ? clause : `${[...clause].slice(0, MAX_EXCERPT - 1).join('')}…`;
}
