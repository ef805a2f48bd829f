import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  areaReachOf,
  enterpriseReachOf,
  supplierSurveyAnswerRefusal,
  supplierSurveySendRefusal,
  supplierSurveyVisitRefusal,
  yearOf,
  type Permission,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { NoticeMailService, type NewMailedNotice } from '../../notices/mail/notice-mail.service';
import { WorkPlaceService } from '../work-place.service';
import type {
  AnswerSupplierSurveyDto,
  ListSupplierSurveysQuery,
  OwnSupplierSurveysDto,
  SendSupplierSurveysDto,
  SentSupplierSurveysDto,
  SupplierSurveyDto,
  SupplierSurveyPageDto,
  VisitSupplierSurveyDto,
} from './dto/supplier-survey.dto';
import {
  askedSuppliers,
  countSurveys,
  insertSurveys,
  lockSurvey,
  searchSurveys,
  stateOf,
  surveyById,
  surveysOfSupplier,
  toSurveyDto,
  visitForSurvey,
  type SurveyRow,
} from './supplier-surveys.queries';

/** Can the enterprise sell to public bodies? Asked online first; whoever can is visited then. */
@Injectable()
export class SupplierSurveysService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly notices: NoticeMailService,
    private readonly places: WorkPlaceService,
  ) {}

  list(actor: Actor, query: ListSupplierSurveysQuery): Promise<SupplierSurveyPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [after] = decodeCursor(query.cursor, ['id']) ?? [null];
    const search = {
      reach: areaReachOf(actor, 'support-work:read'),
      areaId: query.areaId ?? null,
      year: query.year ?? null,
      part: query.q ?? null,
      states: query.state ?? null,
    };
    return this.transactions.run(actor, async (tx) => {
      const [rows, counts] = await Promise.all([
        searchSurveys(tx, search, after === null ? null : String(after), limit + 1),
        countSurveys(tx, search),
      ]);
      return { ...pageOf(rows, limit, (row) => [row.id]), counts };
    });
  }

  own(actor: Actor): Promise<OwnSupplierSurveysDto> {
    const reach = enterpriseReachOf(actor, 'supplier-survey:answer');
    const supplierId = reach === 'all' ? undefined : reach[0];
    if (supplierId === undefined) return Promise.resolve({ items: [] });
    return this.transactions.run(actor, async (tx) => ({ items: await surveysOfSupplier(tx, supplierId) }));
  }

  send(actor: Actor, input: SendSupplierSurveysDto): Promise<SentSupplierSurveysDto> {
    const supplierIds = [...new Set(input.supplierIds)];
    if (supplierIds.length === 0) refuse('SUPPLIER_SURVEY_INVALID', { field: 'supplierIds' });
    const today = this.clock.today();
    return this.transactions.runOnce(actor, async (tx) => {
      const place = await this.places.of(tx, { institutionId: null, areaId: input.areaId ?? null });
      const areaId = place.areaId ?? refuse('SUPPLIER_SURVEY_INVALID', { field: 'areaId' });
      assertAllowed(accessRefusal(actor, 'support-work:write', { institutionId: null, areaId }));
      const suppliers = await askedSuppliers(tx, supplierIds);
      if (suppliers.length !== supplierIds.length) refuse('NOT_FOUND');
      for (const supplier of suppliers) assertAllowed(supplierSurveySendRefusal(today, supplier));
      const sent = await insertSurveys(tx, areaId, supplierIds, today);
      if (sent.length === 0) refuse('SUPPLIER_SURVEY_EXISTS');
      await this.notices.publish(tx, ...sent.map((survey) => noticeOf(survey, yearOf(today))));
      const asked = new Set(sent.map((survey) => survey.supplier_id));
      return { items: sent.map(toSurveyDto), alreadyAskedIds: supplierIds.filter((id) => !asked.has(id)) };
    });
  }

  answer(actor: Actor, id: string, input: AnswerSupplierSurveyDto): Promise<SupplierSurveyDto> {
    const answer = {
      canSell: input.canSell,
      offers: textOf(input.offers),
      capacity: textOf(input.capacity),
      obstacles: textOf(input.obstacles),
    };
    return this.step(actor, id, 'supplier-survey:answer', (_, survey) => {
      assertAllowed(supplierSurveyAnswerRefusal(stateOf(survey), answer));
      return Promise.resolve({
        answered_on: this.clock.today(),
        can_sell: answer.canSell,
        offers: answer.offers,
        capacity: answer.capacity,
        obstacles: answer.obstacles,
      });
    });
  }

  visit(actor: Actor, id: string, input: VisitSupplierSurveyDto): Promise<SupplierSurveyDto> {
    return this.step(actor, id, 'support-work:write', async (tx, survey) => {
      const visit = (await visitForSurvey(tx, input.visitId)) ?? refuse('NOT_FOUND');
      const isToSupplier = visit.supplierId === survey.supplier_id;
      assertAllowed(supplierSurveyVisitRefusal(stateOf(survey), { state: visit.state, isToSupplier }));
      return { visit_id: input.visitId, visit_outcome: input.outcome.trim() };
    });
  }

  private step(
    actor: Actor,
    id: string,
    permission: Permission,
    changeOf: (tx: Tx, survey: SurveyRow) => Promise<Readonly<Record<string, unknown>>>,
  ): Promise<SupplierSurveyDto> {
    return this.transactions.run(actor, async (tx) => {
      await lockSurvey(tx, id);
      const survey = (await surveyById(tx, id)) ?? refuse('NOT_FOUND');
      const place = { institutionId: null, areaId: survey.area_id, enterpriseId: survey.supplier_id };
      assertAllowed(accessRefusal(actor, permission, place));
      const change = await changeOf(tx, survey);
      await tx.updateVersion('supplier_surveys', { id }, survey.version, change);
      return toSurveyDto((await surveyById(tx, id)) ?? refuse('NOT_FOUND'));
    });
  }
}

function noticeOf(survey: SurveyRow, year: number): NewMailedNotice {
  return {
    audience: 'enterprise',
    supplierId: survey.supplier_id,
    kind: 'supplier_survey_sent',
    params: { year },
    link: '/enterprise/surveys',
  };
}

function textOf(text: string | null | undefined): string | null {
  const typed = (text ?? '').trim();
  return typed === '' ? null : typed;
}
