import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  areaReachOf,
  needChangeRefusal,
  needRefusal,
  PURCHASE_KINDS,
  tidyLine,
  type Day,
  type NeedOrigin,
  type PurchaseKind,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { withoutUndefined } from '../../common/without-undefined';
import { Transactions, type Tx } from '../../database/transactions';
import { InstitutionsService } from '../../institutions/institutions.service';
import type {
  ChangeNeedDto,
  CreateNeedDto,
  ListNeedsQuery,
  NeedDto,
  NeedFoundDto,
  NeedPageDto,
} from './dto/need.dto';
import { isCategory, lockNeed, needById, searchNeeds, toNeedDto, type NeedRow } from './needs.queries';

/** Whose need it is. */
export interface NeedPlace {
  readonly areaId: string;
  readonly institutionId: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
}

/** What was found, as a person writes it down. */
export interface NeedFound {
  readonly title: string;
  readonly kind?: PurchaseKind | null;
  readonly classificationCode?: string | null;
  readonly estimatedAmountKrw?: number | null;
  readonly wantedBy?: string | null;
  readonly note?: string | null;
}

/** Where it was found; `id` is the visit, the consultation or the request. */
export type NeedSource =
  { readonly origin: Exclude<NeedOrigin, 'direct'>; readonly id: string } | { readonly origin: 'direct' };

/** What buyers need: found by a visit or a call, met by a match. The door for whoever finds one and whoever meets it. */
@Injectable()
export class NeedsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly institutions: InstitutionsService,
  ) {}

  list(actor: Actor, query: ListNeedsQuery): Promise<NeedPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [after] = decodeCursor(query.cursor, ['id']) ?? [undefined];
    return this.transactions.run(actor, async (tx) => {
      const reach = areaReachOf(actor, 'support-work:read');
      const rows = await searchNeeds(tx, reach, query, after?.toString(), limit + 1);
      return pageOf(rows.map(toNeedDto), limit, (row) => [row.id]);
    });
  }

  get(actor: Actor, id: string): Promise<NeedDto> {
    return this.transactions.run(actor, async (tx) => {
      const row = (await needById(tx, id)) ?? refuse('NOT_FOUND');
      assertAllowed(accessRefusal(actor, 'support-work:read', placeOf(row)));
      return toNeedDto(row);
    });
  }

  /** A need that neither a visit nor a call found: entered today, as it is. */
  create(actor: Actor, input: CreateNeedDto): Promise<NeedDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const { areaId, id: institutionId } = await this.institutions.facts(tx, input.institutionId);
      assertAllowed(accessRefusal(actor, 'support-work:write', { institutionId, areaId }));
      const departmentId = input.departmentId ?? null;
      const departmentName =
        departmentId === null
          ? null
          : (await this.institutions.departmentFacts(tx, institutionId, departmentId)).name;
      const place = { areaId, institutionId, departmentId, departmentName };
      const found = needFoundOf(input);
      const id = await this.record(tx, place, { origin: 'direct' }, this.clock.today(), found);
      return toNeedDto((await needById(tx, id)) ?? refuse('NOT_FOUND'));
    });
  }

  change(actor: Actor, id: string, version: number, input: ChangeNeedDto): Promise<NeedDto> {
    return this.changeOpen(actor, id, async (tx, before) => {
      const { title, kind, classificationCode, estimatedAmountKrw, wantedBy, note } = input;
      await assertNeedStands(tx, before.found_on, {
        classificationCode: classificationCode ?? null,
        wantedBy: wantedBy ?? null,
      });
      const change = withoutUndefined({
        title: title === undefined ? undefined : tidyLine(title),
        kind,
        classification_code: classificationCode,
        estimated_amount_krw: estimatedAmountKrw,
        wanted_by: wantedBy,
        note: note === undefined ? undefined : (note?.trim() ?? null),
      });
      await tx.updateVersion('needs', { id }, version, change);
    });
  }

  /** Nobody needs it any more, or nobody can deliver it; the reason stays. */
  close(actor: Actor, id: string, reason: string): Promise<NeedDto> {
    return this.changeOpen(actor, id, async (tx, before) => {
      const change = { state: 'closed', close_reason: reason.trim() };
      await tx.updateVersion('needs', { id }, before.version, change);
    });
  }

  /** The row is locked before the rule looks at it: a match that takes it up at the same moment comes before or after. */
  private changeOpen(
    actor: Actor,
    id: string,
    change: (tx: Tx, before: NeedRow) => Promise<void>,
  ): Promise<NeedDto> {
    return this.transactions.run(actor, async (tx) => {
      const found = (await needById(tx, id)) ?? refuse('NOT_FOUND');
      assertAllowed(accessRefusal(actor, 'support-work:write', placeOf(found)));
      assertAllowed(needChangeRefusal((await lockNeed(tx, id)) ?? refuse('NOT_FOUND')));
      await change(tx, (await needById(tx, id)) ?? refuse('NOT_FOUND'));
      return toNeedDto((await needById(tx, id)) ?? refuse('NOT_FOUND'));
    });
  }

  /** Writes down what was found, in the finder's transaction. @returns its id */
  async record(
    tx: Tx,
    place: NeedPlace,
    source: NeedSource,
    foundOn: string,
    need: NeedFound,
  ): Promise<string> {
    await assertNeedStands(tx, foundOn, need);
    const idOf = (origin: NeedOrigin) => (source.origin === origin && 'id' in source ? source.id : null);
    const rows = await tx.sql<{ id: string }>(
      `INSERT INTO needs (area_id, institution_id, department_id, department_name, title, kind, classification_code,
         estimated_amount_krw, wanted_by, note, origin, visit_id, consultation_id, supplier_request_id, found_on, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) RETURNING id`,
      [
        place.areaId,
        place.institutionId,
        place.departmentId,
        place.departmentName,
        tidyLine(need.title),
        need.kind ?? null,
        need.classificationCode ?? null,
        need.estimatedAmountKrw ?? null,
        need.wantedBy ?? null,
        need.note?.trim() ?? null,
        source.origin,
        idOf('visit'),
        idOf('consultation'),
        idOf('supplier_request'),
        foundOn,
        tx.actor.userId,
      ],
    );
    return rows[0]?.id ?? refuse('NOT_FOUND');
  }

  /** Says that a match meets these open needs of its institution; refuses NEED_STATE when one of them is not open. */
  async attach(
    tx: Tx,
    needIds: readonly string[],
    match: { readonly id: string; readonly institutionId: string },
  ): Promise<void> {
    const met = await tx.sql(
      `UPDATE needs SET state = 'matched', match_id = $2, version = version + 1
       WHERE id = ANY ($1::uuid[]) AND institution_id = $3 AND state = 'open' RETURNING id`,
      [needIds, match.id, match.institutionId],
    );
    if (met.length !== new Set(needIds).size) refuse('NEED_STATE');
  }
}

/** What a person sent, as it is recorded. */
export function needFoundOf(input: NeedFoundDto): NeedFound {
  return { ...input, kind: PURCHASE_KINDS.find((kind) => kind === input.kind) ?? null };
}

/** Refuses NEED_INVALID and CATEGORY_UNKNOWN. */
async function assertNeedStands(
  tx: Tx,
  foundOn: Day,
  need: Pick<NeedFound, 'wantedBy' | 'classificationCode'>,
): Promise<void> {
  assertAllowed(needRefusal({ foundOn, wantedBy: need.wantedBy ?? null }));
  const code = need.classificationCode ?? null;
  if (code !== null && !(await isCategory(tx, code))) refuse('CATEGORY_UNKNOWN', { code });
}

function placeOf(row: NeedRow) {
  return { institutionId: row.institution_id, areaId: row.area_id };
}
