import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  areaReachOf,
  enterpriseReachOf,
  newRequestRefusal,
  nextRequestState,
  requestActionRefusal,
  requestAnswerRefusal,
  requestDeadlineRefusal,
  requestExtensionRefusal,
  type Permission,
  type RequestAction,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { NoticeMailService } from '../../notices/mail/notice-mail.service';
import type {
  AnswerSupplierRequestDto,
  CreateSupplierRequestDto,
  ListSupplierRequestsQuery,
  SupplierRequestDto,
  SupplierRequestPageDto,
} from './dto/supplier-request.dto';
import { answeredNotice, extendedNotice, insertRequest, receivedNotice } from './supplier-request-writes';
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

/** What a match asks of each of its candidates. */
export interface MatchQuestion {
  readonly title: string;
  readonly message: string;
  readonly answerBy: string;
  readonly quantity: number | null;
  readonly neededOn: string | null;
}

/** The match that asks, and where it lies. */
export interface AskingMatch {
  readonly id: string;
  readonly areaId: string;
  readonly institutionId: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
}

/** What departments and advisers ask of enterprises, and what these answer. Each side sees its own and no other. */
@Injectable()
export class SupplierRequestsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly notices: NoticeMailService,
  ) {}

  list(actor: Actor, query: ListSupplierRequestsQuery): Promise<SupplierRequestPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [after] = decodeCursor(query.cursor, ['id']) ?? [null];
    const search = {
      reach: {
        askers: areaReachOf(actor, 'supplier-request:read'),
        enterprises: enterpriseReachOf(actor, 'supplier-request:read'),
      },
      states: query.state ?? null,
      part: query.q ?? null,
      supplierId: query.supplierId ?? null,
      departmentId: query.departmentId ?? null,
      matchId: query.matchId ?? null,
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
      const request = await insertRequest(
        tx,
        { institutionId, departmentId, departmentName, match: null },
        {
          supplierId: input.supplierId,
          item: itemId === null || item === undefined ? null : { id: itemId, name: item.name },
          title: input.title,
          message: input.message,
          quantity: input.quantity ?? null,
          neededOn,
        },
        this.clock.now(),
      );
      await this.notices.publish(tx, receivedNotice(request));
      return toRequestDto(request);
    });
  }

  /** For matches, in their transaction: asks each of these suppliers. @returns the requests' ids, in that order */
  async askForMatch(
    tx: Tx,
    match: AskingMatch,
    supplierIds: readonly string[],
    question: MatchQuestion,
  ): Promise<string[]> {
    const { answerBy, neededOn } = question;
    const { institutionId, departmentId, departmentName } = match;
    const asker = { institutionId, departmentId, departmentName, match: { ...match, answerBy } };
    const ids: string[] = [];
    for (const supplierId of supplierIds) {
      const supplier = (await askedSupplier(tx, supplierId)) ?? refuse('NOT_FOUND');
      const facts = { isMerged: supplier.mergedIntoId !== null, closedOn: supplier.closedOn };
      const today = this.clock.today();
      assertAllowed(newRequestRefusal({ today, neededOn, answerBy, supplier: facts, item: null }));
      const asked = { ...question, supplierId, item: null };
      const request = await insertRequest(tx, asker, asked, this.clock.now());
      await this.notices.publish(tx, receivedNotice(request));
      ids.push(request.id);
    }
    return ids;
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

  /** More time for the enterprise, also when its last day has passed. */
  extend(actor: Actor, id: string, answerBy: string): Promise<SupplierRequestDto> {
    return this.transactions.run(actor, async (tx) => {
      const found = await findRequest(tx, id, 'supplier-request:write');
      const locked = (await lockRequest(tx, found)) ?? refuse('NOT_FOUND');
      const facts = { state: locked.state, answerBy: locked.answer_by, today: this.clock.today() };
      assertAllowed(requestExtensionRefusal(facts, answerBy));
      const key = { institution_id: found.institution_id, id };
      await tx.updateVersion('supplier_requests', key, locked.version, { answer_by: answerBy });
      await this.notices.publish(tx, extendedNotice(found, answerBy));
      return toRequestDto((await requestById(tx, id)) ?? refuse('NOT_FOUND'));
    });
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
      const locked = (await lockRequest(tx, found)) ?? refuse('NOT_FOUND');
      assertAllowed(requestActionRefusal(locked.state, action, reason));
      if (action !== 'withdraw') assertAllowed(requestDeadlineRefusal(locked.answer_by, this.clock.today()));
      const key = { institution_id: found.institution_id, id };
      await tx.updateVersion('supplier_requests', key, locked.version, {
        state: nextRequestState(action),
        ...(await changeOf(tx, found)),
      });
      return toRequestDto((await requestById(tx, id)) ?? refuse('NOT_FOUND'));
    });
  }
}

async function findRequest(tx: Tx, id: string, permission: Permission): Promise<RequestRow> {
  const row = (await requestById(tx, id)) ?? refuse('NOT_FOUND');
  const place = {
    institutionId: row.institution_id,
    // What a department asks for itself lies in no area: it is not the advisers' to see.
    areaId: row.area_id ?? '',
    departmentId: row.department_id,
    enterpriseId: row.supplier_id,
  };
  assertAllowed(accessRefusal(tx.actor, permission, place));
  // What an adviser asked for a match, the buyer reads and only advisers of the area take back or extend.
  if (row.match_id !== null && permission === 'supplier-request:write')
    assertAllowed(accessRefusal(tx.actor, 'match:write', place));
  return row;
}
