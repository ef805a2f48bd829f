import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  correctionRefusal,
  countedUntil,
  noticeText,
  publicationRefusal,
  reachOf,
  snapshotDifference,
  type Quarter,
} from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page } from '../common/paging';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import { NoticesService } from '../notices/notices.service';
import type {
  ListPublicationsQuery,
  PublicationDto,
  PublicationPurchaseDto,
  PublicationPurchasesQuery,
  PublicationSummaryDto,
  PublishDistrictsDto,
  PublishDto,
} from './dto/publication.dto';
import { toPublicationDto, toSummaryDto } from './publication-view';
import {
  allowLongCopy,
  countChanges,
  keepRows,
  listKeptRows,
  type RowsBehind,
} from './publication-purchases.queries';
import {
  findNewestVersion,
  findPublication,
  findVersionId,
  insertPublication,
  listPublications,
  lockSlot,
  openQuarters,
  type Publication,
  type PublicationDifference,
  type PublicationSlot,
} from './publication.queries';
import { linesOf, snapshotOf, type RankingSnapshot } from './ranking-snapshot';
import { readStanding, type Standing } from './standing.queries';

type Publishing = PublishDistrictsDto & { readonly institutionId: string | null };

@Injectable()
export class PublicationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly notices: NoticesService,
  ) {}

  /** Freezes the ranking of an institution's departments as the next version. */
  publish(actor: Actor, input: PublishDto): Promise<PublicationDto> {
    assertAllowed(accessRefusal(actor, 'publication:manage', input));
    return this.transactions.runOnce(actor, (tx) => this.freeze(tx, input));
  }

  /** Freezes the ranking of the districts as the next version. */
  publishDistricts(actor: Actor, input: PublishDistrictsDto): Promise<PublicationDto> {
    return this.transactions.runOnce(actor, (tx) => this.freeze(tx, { ...input, institutionId: null }));
  }

  list(actor: Actor, query: ListPublicationsQuery): Promise<Page<PublicationSummaryDto>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [after] = decodeCursor(query.cursor, ['id']) ?? [];
    return this.transactions.run(actor, async (tx) => {
      const afterId = typeof after === 'string' ? after : null;
      const rows = await listPublications(tx, query, { afterId, limit: limit + 1 });
      return pageOf(rows.map(toSummaryDto), limit, (row) => [row.id]);
    });
  }

  get(actor: Actor, id: string): Promise<PublicationDto> {
    return this.transactions.run(actor, async (tx) =>
      toPublicationDto((await findPublication(tx, id)) ?? refuse('NOT_FOUND')),
    );
  }

  /** The rows behind the published figures, as far as the actor may see purchases. */
  purchases(
    actor: Actor,
    id: string,
    query: PublicationPurchasesQuery,
  ): Promise<Page<PublicationPurchaseDto>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [after] = decodeCursor(query.cursor, ['id']) ?? [];
    const reach = reachOf(actor, 'purchase:read');
    const departmentId = query.departmentId ?? reach.departmentId ?? null;
    return this.transactions.run(actor, async (tx) => {
      const found = (await findPublication(tx, id)) ?? refuse('NOT_FOUND');
      const { institutionId } = found;
      if (institutionId !== null)
        assertAllowed(accessRefusal(actor, 'purchase:read', { institutionId, departmentId }));
      const rows = await listKeptRows(tx, {
        publicationId: id,
        previousId: (await findVersionId(tx, found, found.version - 1)) ?? null,
        institutionIds: institutionId === null ? reach.institutionIds : [institutionId],
        departmentId: reach.departmentId ?? departmentId,
        changedOnly: query.changed ?? false,
        afterId: typeof after === 'string' ? after : null,
        limit: limit + 1,
      });
      return pageOf(rows, limit, (row) => [row.purchaseId]);
    });
  }

  private async freeze(tx: Tx, input: Publishing): Promise<PublicationDto> {
    const slot: PublicationSlot = {
      ...input,
      scope: input.institutionId === null ? 'districts' : 'departments',
    };
    await lockSlot(tx, slot);
    const { fiscalYear, schemeCode, asOf } = input;
    const until = countedUntil(input);
    const question = {
      institutionId: slot.institutionId,
      fiscalYear,
      scheme: schemeCode,
      until,
      adjustedUntil: asOf,
    };
    const standing = await readStanding(tx, question);
    if (standing.schemeName === null) refuse('NOT_FOUND');
    const open = await openQuarters(tx, standing.institutionIds, fiscalYear);
    assertAllowed(
      publicationRefusal({
        ...input,
        today: this.clock.today(),
        openQuarters: open.filter(isQuarter),
        reason: input.reason ?? null,
      }),
    );
    const rows: RowsBehind = { ...question, institutionIds: standing.institutionIds };
    await allowLongCopy(tx);
    return this.store(tx, { slot, input, standing, rows });
  }

  private async store(
    tx: Tx,
    facts: { slot: PublicationSlot; input: Publishing; standing: Standing; rows: RowsBehind },
  ): Promise<PublicationDto> {
    const { slot, input, standing, rows } = facts;
    const snapshot = snapshotOf(standing);
    const previous = await findNewestVersion(tx, slot);
    const difference = await differenceOf(tx, previous, snapshot, rows);
    assertAllowed(
      correctionRefusal({
        previousVersion: previous?.version ?? null,
        differences: difference.lines,
        changedPurchases: Object.values(difference.purchases).reduce((sum, count) => sum + count, 0),
      }),
    );
    const version = (previous?.version ?? 0) + 1;
    const reason = input.reason ?? null;
    const lines = linesOf(snapshot, slot.schemeCode);
    const stored = await insertPublication(tx, {
      ...slot,
      asOf: input.asOf,
      version,
      reason,
      policy: standing.policy ?? standing.ratePolicy,
      snapshot,
      difference,
      noticeText: noticeText({
        institutionName: standing.title,
        fiscalYear: slot.fiscalYear,
        asOf: input.asOf,
        version,
        schemeName: standing.schemeName ?? slot.schemeCode,
        lines,
        total: { ...snapshot.total, display: snapshot.total.rate.display },
        policy: standing.policy,
        unit: 'thousand_won',
        differences: difference.lines,
        reason,
      }),
    });
    const published = stored ?? refuse('CONFLICT');
    const kept = await keepRows(
      tx,
      slot.scope === 'districts' ? 'institution' : 'department',
      published.id,
      rows,
    );
    assertBalanced(snapshot, kept);
    await this.announce(tx, published);
    return toPublicationDto(published);
  }

  /** Tells the clerks of the institution; the ranking of districts is on the public page. */
  private async announce(tx: Tx, published: Publication): Promise<void> {
    const { id, institutionId, fiscalYear, version, asOf } = published;
    if (institutionId === null) return;
    await this.notices.publish(tx, {
      institutionId,
      audience: 'clerk',
      departmentId: null,
      kind: 'publication_published',
      params: { fiscalYear, publicationVersion: version, asOf },
      link: `/publications/${id}`,
    });
  }
}

function isQuarter(value: number): value is Quarter {
  return [1, 2, 3, 4].includes(value);
}

async function differenceOf(
  tx: Tx,
  previous: Publication | undefined,
  snapshot: RankingSnapshot,
  rows: RowsBehind,
): Promise<PublicationDifference> {
  if (previous === undefined) return { lines: [], purchases: { added: 0, changed: 0, removed: 0 } };
  return {
    lines: snapshotDifference(linesOf(previous.snapshot, rows.scheme), linesOf(snapshot, rows.scheme)),
    purchases: await countChanges(tx, rows, previous.id),
  };
}

/** The figures came from the counters and the rows from the ledger; somebody may have written in between. */
function assertBalanced(
  snapshot: RankingSnapshot,
  kept: readonly { subjectId: string; actualKrw: number; purchaseCount: number }[],
): void {
  const sums = new Map(kept.map((sum) => [sum.subjectId, sum]));
  const differs = snapshot.rows.find((row) => {
    const sum = sums.get(row.subjectId) ?? { actualKrw: 0, purchaseCount: 0 };
    sums.delete(row.subjectId);
    return sum.actualKrw !== row.actualKrw || sum.purchaseCount !== row.purchaseCount;
  });
  if (differs !== undefined || sums.size > 0) refuse('CONFLICT', { field: 'actualKrw' });
}
