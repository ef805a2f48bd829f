import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  enterpriseReachOf,
  newRequestRefusal,
  nextRequestState,
  reachOf,
  requestActionRefusal,
  requestAnswerRefusal,
  tidyLine,
  type Permission,
  type RequestAction,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { NoticesService, type NewNotice } from '../../notices/notices.service';
import type {
  AnswerSupplierRequestDto,
  CreateSupplierRequestDto,
  ListSupplierRequestsQuery,
  SupplierRequestDto,
  SupplierRequestPageDto,
} from './dto/supplier-request.dto';
import {
  askedItem,
  askedSupplier,
  askingDepartment,
  countRequests,
  lockRequest,
  requestById,
  searchRequests,
  toRequestDto,
  type RequestRow,
} from './supplier-requests.queries';

/** What departments ask of enterprises, and what these answer. Each side sees its own requests and no other. */
@Injectable()
export class SupplierRequestsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly notices: NoticesService,
  ) {}

  list(actor: Actor, query: ListSupplierRequestsQuery): Promise<SupplierRequestPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [after] = decodeCursor(query.cursor, ['id']) ?? [null];
    const search = {
      reach: {
        institution: reachOf(actor, 'supplier-request:read'),
        enterprises: enterpriseReachOf(actor, 'supplier-request:read'),
      },
      states: query.state ?? null,
      part: query.q ?? null,
      supplierId: query.supplierId ?? null,
      departmentId: query.departmentId ?? null,
    };
    return this.transactions.run(actor, async (tx) => {
      const [rows, counts] = await Promise.all([
        searchRequests(tx, search, after === null ? null : String(after), limit + 1),
        countRequests(tx, search),
      ]);
      return { ...pageOf(rows, limit, (row) => [row.id]), counts };
    });
  }

  get(actor: Actor, id: string): Promise<SupplierRequestDto> {
    return this.transactions.run(actor, async (tx) =>
      toRequestDto(await findRequest(tx, id, 'supplier-request:read')),
    );
  }

  create(actor: Actor, input: CreateSupplierRequestDto): Promise<SupplierRequestDto> {
    const institutionId = actor.institutionId ?? refuse('NOT_FOUND');
    const departmentId = input.departmentId ?? actor.departmentId ?? refuse('NOT_FOUND');
    assertAllowed(accessRefusal(actor, 'supplier-request:write', { institutionId, departmentId }));
    return this.transactions.runOnce(actor, async (tx) => {
      const itemId = input.catalogueItemId ?? null;
      const [departmentName, supplier, item] = await Promise.all([
        askingDepartment(tx, institutionId, departmentId),
        askedSupplier(tx, input.supplierId),
        itemId === null ? undefined : askedItem(tx, itemId),
      ]);
      if (departmentName === undefined || supplier === undefined) refuse('NOT_FOUND');
      if (itemId !== null && item === undefined) refuse('NOT_FOUND');
      const neededOn = input.neededOn ?? null;
      assertAllowed(
        newRequestRefusal({
          today: this.clock.today(),
          neededOn,
          supplier: { isMerged: supplier.mergedIntoId !== null, closedOn: supplier.closedOn },
          item:
            item === undefined
              ? null
              : {
                  isOfSupplier: item.supplierId === input.supplierId,
                  isPublished: item.state === 'published',
                },
        }),
      );
      const [row] = await tx.sql<{ id: string }>(
        `INSERT INTO supplier_requests (institution_id, department_id, department_name, supplier_id, catalogue_item_id,
           item_name, title, message, quantity, needed_on, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
        [
          institutionId,
          departmentId,
          departmentName,
          input.supplierId,
          itemId,
          item?.name ?? null,
          tidyLine(input.title),
          input.message.trim(),
          input.quantity ?? null,
          neededOn,
          actor.userId,
          this.clock.now(),
        ],
      );
      const request = (await requestById(tx, row?.id ?? '')) ?? refuse('NOT_FOUND');
      await this.notices.publish(tx, {
        audience: 'enterprise',
        supplierId: request.supplier_id,
        kind: 'supplier_request_received',
        params: { institutionName: request.institution_name, title: request.title },
        link: `/supplier-requests/${request.id}`,
      });
      return toRequestDto(request);
    });
  }

  answer(actor: Actor, id: string, input: AnswerSupplierRequestDto): Promise<SupplierRequestDto> {
    const answer = {
      answer: input.answer.trim(),
      quotedAmountKrw: input.quotedAmountKrw ?? null,
      quotedIncludesVat: input.quotedIncludesVat ?? null,
    };
    return this.end(actor, id, 'answer', null, async (tx, request) => {
      assertAllowed(requestAnswerRefusal(answer));
      await this.notices.publish(tx, answeredNotice(request, 'answered'));
      return {
        answer: answer.answer,
        quoted_amount_krw: answer.quotedAmountKrw,
        quoted_includes_vat: answer.quotedIncludesVat,
        answered_by: actor.userId,
        answered_at: this.clock.now(),
      };
    });
  }

  decline(actor: Actor, id: string, reason: string): Promise<SupplierRequestDto> {
    return this.end(actor, id, 'decline', reason, async (tx, request) => {
      await this.notices.publish(tx, answeredNotice(request, 'declined'));
      return { decline_reason: reason.trim(), answered_by: actor.userId, answered_at: this.clock.now() };
    });
  }

  withdraw(actor: Actor, id: string): Promise<SupplierRequestDto> {
    return this.end(actor, id, 'withdraw', null, () => Promise.resolve({ withdrawn_at: this.clock.now() }));
  }

  /** The row is locked before the rule looks at it: of two who end it at the same moment, one is refused. */
  private end(
    actor: Actor,
    id: string,
    action: RequestAction,
    reason: string | null,
    changeOf: (tx: Tx, request: RequestRow) => Promise<Readonly<Record<string, unknown>>>,
  ): Promise<SupplierRequestDto> {
    const permission = action === 'withdraw' ? 'supplier-request:write' : 'supplier-request:answer';
    return this.transactions.run(actor, async (tx) => {
      const found = await findRequest(tx, id, permission);
      const state = (await lockRequest(tx, found)) ?? refuse('NOT_FOUND');
      assertAllowed(requestActionRefusal(state, action, reason));
      const key = { institution_id: found.institution_id, id };
      await tx.updateVersion('supplier_requests', key, found.version, {
        state: nextRequestState(action),
        ...(await changeOf(tx, found)),
      });
      return toRequestDto((await requestById(tx, id)) ?? refuse('NOT_FOUND'));
    });
  }
}

async function findRequest(tx: Tx, id: string, permission: Permission): Promise<RequestRow> {
  const row = (await requestById(tx, id)) ?? refuse('NOT_FOUND');
  assertAllowed(
    accessRefusal(tx.actor, permission, {
      institutionId: row.institution_id,
      departmentId: row.department_id,
      enterpriseId: row.supplier_id,
    }),
  );
  return row;
}

/** For the clerks of the department that asked. */
function answeredNotice(request: RequestRow, decision: 'answered' | 'declined'): NewNotice {
  return {
    audience: 'clerk',
    institutionId: request.institution_id,
    departmentId: request.department_id,
    kind: 'supplier_request_answered',
    params: { supplierName: request.supplier_name, title: request.title, decision },
    link: `/supplier-requests/${request.id}`,
  };
}
