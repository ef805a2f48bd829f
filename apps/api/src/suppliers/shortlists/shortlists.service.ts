import { Injectable } from '@nestjs/common';
import {
  MAX_SHORTLIST_ENTRIES,
  shortlistEntryRefusal,
  isSameChoice,
  tidyLine,
  withoutRepeats,
} from '@ieum/domain';
import { Readable } from 'node:stream';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { writeSheet, type SheetFormat } from '../../common/sheets/sheet-writer';
import { Transactions, type Tx } from '../../database/transactions';
import {
  toShortlistDetailDto,
  toShortlistDto,
  type AddShortlistEntryDto,
  type ChangeShortlistDto,
  type ChangeShortlistEntryDto,
  type CreateShortlistDto,
  type ListShortlistsQuery,
  type ShortlistDetailDto,
  type ShortlistDto,
} from './dto/shortlist.dto';
import { SHORTLIST_SHEET_HEADINGS, shortlistSheetRows } from './shortlist-sheet';
import {
  entriesOf,
  ownShortlists,
  publishedItem,
  shortlistById,
  survivorOf,
  type ShortlistEntryRow,
  type ShortlistRow,
} from './shortlists.queries';

/** Somebody's own lists of enterprises to choose from. Whose they are is decided by row security: others get 404. */
@Injectable()
export class ShortlistsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: ListShortlistsQuery): Promise<Page<ShortlistDto>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [before] = decodeCursor(query.cursor, ['id']) ?? [];
    return this.transactions.run(actor, async (tx) => {
      const rows = await ownShortlists(tx, {
        archived: query.archived ?? false,
        before: before === undefined ? null : String(before),
        limit: limit + 1,
      });
      const page = pageOf(rows, limit, (row) => [row.id]);
      const entries = await entriesOf(
        tx,
        page.items.map((row) => row.id),
      );
      const items = page.items.map((row) =>
        toShortlistDto(
          row,
          entries.filter((entry) => entry.shortlistId === row.id),
        ),
      );
      return { ...page, items };
    });
  }

  get(actor: Actor, id: string): Promise<ShortlistDetailDto> {
    return this.transactions.run(actor, async (tx) => this.answer(tx, await findShortlist(tx, id)));
  }

  /** With entries it takes over what was kept before signing in; what has gone meanwhile is left out. */
  create(actor: Actor, input: CreateShortlistDto): Promise<ShortlistDetailDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const [row] = await tx.sql<{ id: string }>(
        'INSERT INTO shortlists (user_id, title, purpose) VALUES ($1, $2, $3) RETURNING id',
        [actor.userId, tidyLine(input.title), input.purpose ?? null],
      );
      const id = row?.id ?? refuse('NOT_FOUND');
      const taken: Choice[] = [];
      for (const wanted of input.entries ?? []) {
        const choice = await choiceOf(tx, wanted);
        if (choice === null || shortlistEntryRefusal(taken, choice) !== null) continue;
        await insertEntry(tx, id, choice);
        taken.push(choice);
      }
      return this.answer(tx, await findShortlist(tx, id));
    });
  }

  change(actor: Actor, id: string, version: number, input: ChangeShortlistDto): Promise<ShortlistDetailDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await findShortlist(tx, id, true);
      const now = this.clock.now();
      await tx.updateVersion('shortlists', { id }, version, {
        title: input.title === undefined ? before.title : tidyLine(input.title),
        purpose: input.purpose === undefined ? before.purpose : input.purpose,
        archived_at: archivedAt(before, input.archived, now),
        updated_at: now,
      });
      return this.answer(tx, await findShortlist(tx, id));
    });
  }

  /** Takes the list as it is now: two tabs may both add. An archived list takes nothing. */
  add(actor: Actor, id: string, input: AddShortlistEntryDto): Promise<ShortlistDetailDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const list = await findShortlist(tx, id, true);
      if (list.archivedAt !== null) refuse('CONFLICT', { field: 'archived' });
      const choice = (await choiceOf(tx, input)) ?? refuse('NOT_FOUND');
      assertAllowed(shortlistEntryRefusal(withoutRepeats(await entriesOf(tx, [id])), choice));
      await insertEntry(tx, id, choice);
      await this.countUp(tx, list);
      return this.answer(tx, await findShortlist(tx, id));
    });
  }

  /** @param version of the list: its entries and their order are part of it */
  changeEntry(
    actor: Actor,
    id: string,
    entryId: string,
    version: number,
    input: ChangeShortlistEntryDto,
  ): Promise<ShortlistDetailDto> {
    return this.transactions.run(actor, async (tx) => {
      const { list, entries, entry } = await this.loadEntry(tx, id, entryId);
      await this.countUp(tx, list, version);
      if (input.note !== undefined)
        await tx.sql('UPDATE shortlist_entries SET note = $2 WHERE id = $1', [entryId, input.note]);
      if (input.position !== undefined) await reorder(tx, moved(entries, entry, input.position));
      return this.answer(tx, await findShortlist(tx, id));
    });
  }

  /** Takes it off, together with entries that are the same since their enterprises were merged. */
  removeEntry(actor: Actor, id: string, entryId: string, version: number): Promise<ShortlistDetailDto> {
    return this.transactions.run(actor, async (tx) => {
      const { list, entries, entry } = await this.loadEntry(tx, id, entryId);
      await this.countUp(tx, list, version);
      const same = entries.filter((one) => isSameChoice(one, entry)).map((one) => one.id);
      await tx.sql('DELETE FROM shortlist_entries WHERE id = ANY ($1::uuid[])', [same]);
      return this.answer(tx, await findShortlist(tx, id));
    });
  }

  /** What the list shows today, as a sheet. */
  async export(actor: Actor, id: string, format: SheetFormat): Promise<Readable> {
    const entries = await this.transactions.run(actor, async (tx) => {
      await findShortlist(tx, id);
      return entriesOf(tx, [id]);
    });
    return writeSheet(format, {
      name: '관심 목록',
      headings: SHORTLIST_SHEET_HEADINGS,
      rows: Readable.from(shortlistSheetRows(entries, this.clock.today())),
    });
  }

  private async loadEntry(tx: Tx, id: string, entryId: string) {
    const list = await findShortlist(tx, id, true);
    const entries = await entriesOf(tx, [id]);
    const entry = entries.find((one) => one.id === entryId) ?? refuse('NOT_FOUND');
    return { list, entries, entry };
  }

  private countUp(tx: Tx, list: ShortlistRow, version = list.version): Promise<void> {
    return tx.updateVersion('shortlists', { id: list.id }, version, { updated_at: this.clock.now() });
  }

  private async answer(tx: Tx, list: ShortlistRow): Promise<ShortlistDetailDto> {
    return toShortlistDetailDto(list, await entriesOf(tx, [list.id]), this.clock.today());
  }
}

async function findShortlist(tx: Tx, id: string, lock = false): Promise<ShortlistRow> {
  return (await shortlistById(tx, id, lock)) ?? refuse('NOT_FOUND');
}

interface Choice {
  readonly supplierId: string;
  readonly catalogueItemId: string | null;
  readonly itemName: string | null;
  readonly note: string | null;
}

/** What is meant: the enterprise that remains, and its published item. null = there is no such thing (any more). */
async function choiceOf(tx: Tx, wanted: AddShortlistEntryDto): Promise<Choice | null> {
  const catalogueItemId = wanted.catalogueItemId ?? null;
  const supplierId = await survivorOf(tx, wanted.supplierId);
  const item = catalogueItemId === null ? null : await publishedItem(tx, catalogueItemId);
  const isOwnItem =
    catalogueItemId === null || (item !== null && (await survivorOf(tx, item.supplierId)) === supplierId);
  if (supplierId === null || !isOwnItem) return null;
  return { supplierId, catalogueItemId, itemName: item?.name ?? null, note: wanted.note ?? null };
}

async function insertEntry(tx: Tx, shortlistId: string, choice: Choice): Promise<void> {
  await tx.sql(
    `INSERT INTO shortlist_entries (shortlist_id, supplier_id, catalogue_item_id, item_name, note, position)
     SELECT $1, $2, $3, $4, $5, coalesce(max(position), 0) + 1 FROM shortlist_entries WHERE shortlist_id = $1`,
    [shortlistId, choice.supplierId, choice.catalogueItemId, choice.itemName, choice.note],
  );
}

/** The ids in the new order: the entry at its place among those that are shown, the repeats after them. */
function moved(entries: readonly ShortlistEntryRow[], entry: ShortlistEntryRow, position: number): string[] {
  const shown = withoutRepeats(entries);
  const others = shown.filter((one) => !isSameChoice(one, entry));
  others.splice(position - 1, 0, entry);
  const rest = entries.filter((one) => !others.includes(one));
  return [...others, ...rest].map((one) => one.id);
}

async function reorder(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.sql(
    `UPDATE shortlist_entries e SET position = o.position
     FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, position) WHERE e.id = o.id`,
    [ids.slice(0, 2 * MAX_SHORTLIST_ENTRIES)],
  );
}

function archivedAt(before: ShortlistRow, archived: boolean | undefined, now: Date): Date | null {
  if (archived === undefined) return before.archivedAt;
  return archived ? (before.archivedAt ?? now) : null;
}
