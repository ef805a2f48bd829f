import { Injectable } from '@nestjs/common';
import { tidyLine, type NeedOrigin, type PurchaseKind } from '@ieum/domain';
import { refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';

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
  /** Writes down what was found, in the finder's transaction. @returns its id */
  async record(
    tx: Tx,
    place: NeedPlace,
    source: NeedSource,
    foundOn: string,
    need: NeedFound,
  ): Promise<string> {
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
