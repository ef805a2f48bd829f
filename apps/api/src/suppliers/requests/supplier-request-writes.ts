import { tidyLine } from '@ieum/domain';
import { refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import type { NewMailedNotice } from '../../notices/mail/notice-mail.service';
import { requestById, type RequestRow } from './supplier-requests.queries';

/** Who asks: a department for itself, or an adviser for a match. */
export interface Asker {
  readonly institutionId: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly match: { readonly id: string; readonly areaId: string; readonly answerBy: string } | null;
}

/** What is asked, of whom. */
export interface Asked {
  readonly supplierId: string;
  readonly item: { readonly id: string; readonly name: string } | null;
  readonly title: string;
  readonly message: string;
  readonly quantity: number | null;
  readonly neededOn: string | null;
}

export async function insertRequest(tx: Tx, asker: Asker, asked: Asked, now: Date): Promise<RequestRow> {
  const [row] = await tx.sql<{ id: string }>(
    `INSERT INTO supplier_requests (institution_id, department_id, department_name, supplier_id, catalogue_item_id,
       item_name, title, message, quantity, needed_on, created_by, created_at, area_id, match_id, answer_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id`,
    [
      asker.institutionId,
      asker.departmentId,
      asker.departmentName,
      asked.supplierId,
      asked.item?.id ?? null,
      asked.item?.name ?? null,
      tidyLine(asked.title),
      asked.message.trim(),
      asked.quantity,
      asked.neededOn,
      tx.actor.userId,
      now,
      asker.match?.areaId ?? null,
      asker.match?.id ?? null,
      asker.match?.answerBy ?? null,
    ],
  );
  return (await requestById(tx, row?.id ?? '')) ?? refuse('NOT_FOUND');
}

/** For the enterprise that is asked. */
export function receivedNotice(request: RequestRow): NewMailedNotice {
  return {
    audience: 'enterprise',
    supplierId: request.supplier_id,
    kind: 'supplier_request_received',
    params: { institutionName: request.institution_name, title: request.title },
    link: `/supplier-requests/${request.id}`,
  };
}

export function extendedNotice(request: RequestRow, answerBy: string): NewMailedNotice {
  return {
    audience: 'enterprise',
    supplierId: request.supplier_id,
    kind: 'supplier_request_extended',
    params: { institutionName: request.institution_name, title: request.title, answerBy },
    link: `/supplier-requests/${request.id}`,
  };
}

/** For the adviser who asked for a match, alone; otherwise for the clerks of the department that asked. */
export function answeredNotice(request: RequestRow, decision: 'answered' | 'declined'): NewMailedNotice {
  const said = {
    kind: 'supplier_request_answered',
    params: { supplierName: request.supplier_name, title: request.title, decision },
  } as const;
  return request.match_id === null
    ? {
        ...said,
        audience: 'clerk',
        institutionId: request.institution_id,
        departmentId: request.department_id,
        link: `/supplier-requests/${request.id}`,
      }
    : { ...said, audience: 'support', userId: request.created_by, link: `/matches/${request.match_id}` };
}
