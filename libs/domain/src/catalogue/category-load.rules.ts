import { tidyLine } from '../text/hangul';
import { categoryLevelOf, parentCategoryOf } from './item-category.rules';

/** A category as the register has it, or as a line of a list says it; nameEn null = not said. */
export interface CategoryFacts {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly isOfficial: boolean;
}

export const CATEGORY_LINE_FAULTS = ['code', 'name', 'parent', 'twice'] as const;
export type CategoryLineFault = (typeof CATEGORY_LINE_FAULTS)[number];

export interface CategoryLoadPlan {
  readonly added: readonly CategoryFacts[];
  readonly changed: readonly CategoryFacts[];
  readonly unchangedCount: number;
  /** line = 1 for the heading */
  readonly refused: readonly { readonly line: number; readonly fault: CategoryLineFault }[];
}

/** The headings under which lists of the classification write their columns. */
const HEADINGS = {
  code: ['code', '분류번호', '물품분류번호', '품명번호', '물품분류코드', '세부품명번호'],
  name: ['name', '분류명', '물품분류명', '품명', '한글품명', '세부품명'],
  nameEn: ['nameen', '영문명', '영문분류명', '영문품명', '영문세부품명'],
} as const;

export interface CategoryColumns {
  readonly code: number;
  readonly name: number;
  /** null = the list has none */
  readonly nameEn: number | null;
}

/** Where the columns are; null when code or name is not there. */
export function categoryColumnsOf(heading: readonly string[]): CategoryColumns | null {
  const keys = heading.map((cell) => cell.normalize('NFKC').toLowerCase().replace(/[\s_]/gu, ''));
  const at = (names: readonly string[]) => keys.findIndex((key) => names.includes(key));
  const [code, name, nameEn] = [at(HEADINGS.code), at(HEADINGS.name), at(HEADINGS.nameEn)];
  return code < 0 || name < 0 ? null : { code, name, nameEn: nameEn < 0 ? null : nameEn };
}

/**
 * What loading a list would do: it adds, it renames, it never takes away. A line whose parent neither the list nor the
 * register knows is refused: the tree would have a hole.
 * @param lines the cells below the heading; empty lines are passed over
 */
export function categoryLoadPlan(
  known: ReadonlyMap<string, CategoryFacts>,
  columns: CategoryColumns,
  lines: readonly (readonly string[])[],
): CategoryLoadPlan {
  const refused: { line: number; fault: CategoryLineFault }[] = [];
  const read = new Map<string, { facts: CategoryFacts; line: number }>();
  for (const [index, cells] of lines.entries()) {
    const line = index + 2;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const facts = readLine(columns, cells);
    if (categoryLevelOf(facts.code) === null) refused.push({ line, fault: 'code' });
    else if (facts.name === '') refused.push({ line, fault: 'name' });
    else if (read.has(facts.code)) refused.push({ line, fault: 'twice' });
    else read.set(facts.code, { facts, line });
  }
  const added: CategoryFacts[] = [];
  const changed: CategoryFacts[] = [];
  const placed = new Set<string>();
  let unchangedCount = 0;
  // Parents first, so that a refused one refuses what hangs below it as well.
  for (const { facts, line } of [...read.values()].sort(
    (a, b) => a.facts.code.length - b.facts.code.length,
  )) {
    const parent = parentCategoryOf(facts.code);
    if (parent !== null && !known.has(parent) && !placed.has(parent)) {
      refused.push({ line, fault: 'parent' });
      continue;
    }
    placed.add(facts.code);
    const before = known.get(facts.code);
    if (before === undefined) added.push(facts);
    else if (differs(before, facts)) changed.push({ ...facts, nameEn: facts.nameEn ?? before.nameEn });
    else unchangedCount++;
  }
  return { added, changed, unchangedCount, refused: refused.sort((a, b) => a.line - b.line) };
}

function readLine(columns: CategoryColumns, cells: readonly string[]): CategoryFacts {
  const cell = (at: number | null) => (at === null ? '' : tidyLine(cells[at] ?? ''));
  const nameEn = cell(columns.nameEn);
  return {
    // Sheets write long numbers with separators or an apostrophe in front.
    code: cell(columns.code).replace(/['\s,-]/gu, ''),
    name: cell(columns.name),
    nameEn: nameEn === '' ? null : nameEn,
    isOfficial: true,
  };
}

function differs(before: CategoryFacts, after: CategoryFacts): boolean {
  const isRenamedInEnglish = after.nameEn !== null && after.nameEn !== before.nameEn;
  return before.name !== after.name || isRenamedInEnglish || !before.isOfficial;
}
