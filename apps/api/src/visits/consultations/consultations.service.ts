import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  areaReachOf,
  CALLER_KINDS,
  consultationChangeRefusal,
  consultationRefusal,
  consultationVoidRefusal,
  ownWorkRefusal,
  type CallerKind,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { activityTotals } from '../activity-totals.queries';
import type { NeedFoundDto } from '../needs/dto/need.dto';
import { needFoundOf, NeedsService, type NeedPlace } from '../needs/needs.service';
import { AdviserTeamsService } from '../teams/adviser-teams.service';
import { WorkPlaceService } from '../work-place.service';
import {
  consultationById,
  insertConsultation,
  searchConsultations,
  toConsultationDto,
  type ConsultationColumns,
  type ConsultationRow,
} from './consultations.queries';
import type {
  ChangeConsultationDto,
  ConsultationDto,
  ConsultationPageDto,
  ConsultationSummaryDto,
  CreateConsultationDto,
  ListConsultationsQuery,
} from './dto/consultation.dto';

/** A consultation as somebody says it; what nobody said is null. */
interface Said {
  readonly consultedOn: string;
  readonly channel: string;
  readonly callerKind: CallerKind;
  readonly institutionId: string | null;
  readonly departmentId: string | null;
  readonly supplierId: string | null;
  readonly areaId: string | null;
  readonly topic: string;
  readonly answer: string | null;
}

/** The helpline: who called, what about, what was answered, and what they need. */
@Injectable()
export class ConsultationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly needs: NeedsService,
    private readonly teams: AdviserTeamsService,
    private readonly places: WorkPlaceService,
  ) {}

  list(actor: Actor, query: ListConsultationsQuery): Promise<ConsultationPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const cursor = decodeCursor(query.cursor, ['day', 'id']);
    const after = cursor === undefined ? undefined : ([cursor[0], cursor[1]] as const);
    const reach = areaReachOf(actor, 'support-work:read');
    return this.transactions.run(actor, async (tx) => {
      const rows = await searchConsultations(tx, reach, query, after, limit + 1);
      return pageOf(rows, limit, (row) => [row.consultedOn, row.id]);
    });
  }

  summary(actor: Actor, year: number): Promise<ConsultationSummaryDto> {
    const { areaIds } = areaReachOf(actor, 'support-work:read');
    return this.transactions.run(actor, async (tx) => {
      const totals = await activityTotals(tx, 'consultation', year, areaIds);
      const callers = CALLER_KINDS.map((callerKind) => ({
        callerKind,
        count: totals.find(({ kind }) => kind === callerKind)?.count ?? 0,
      }));
      return { year, total: callers.reduce((sum, { count }) => sum + count, 0), callers };
    });
  }

  get(actor: Actor, id: string): Promise<ConsultationDto> {
    return this.transactions.run(actor, async (tx) => {
      const row = await findConsultation(tx, id);
      assertAllowed(accessRefusal(actor, 'support-work:read', placeOf(row)));
      return toConsultationDto(row);
    });
  }

  create(actor: Actor, input: CreateConsultationDto): Promise<ConsultationDto> {
    const needs = input.needs ?? [];
    const said = {
      ...input,
      institutionId: input.institutionId ?? null,
      departmentId: input.departmentId ?? null,
      supplierId: input.supplierId ?? null,
      areaId: input.areaId ?? null,
      answer: input.answer ?? null,
    };
    return this.transactions.runOnce(actor, async (tx) => {
      const columns = await this.columnsOf(tx, said, needs.length);
      const id = await insertConsultation(tx, columns, await this.teams.teamOf(tx, actor.userId));
      await this.recordNeeds(tx, id, columns, needs);
      return toConsultationDto(await findConsultation(tx, id));
    });
  }

  change(actor: Actor, id: string, version: number, input: ChangeConsultationDto): Promise<ConsultationDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await findOwn(tx, id);
      assertAllowed(consultationChangeRefusal(before.voided_reason !== null));
      const columns = await this.columnsOf(tx, saidNow(before, input), before.need_count);
      // What was found belongs to the institution that it was found at.
      if (before.need_count > 0 && columns.institution_id !== before.institution_id)
        refuse('CONSULTATION_INVALID', { field: 'institutionId' });
      await tx.updateVersion('consultations', { id }, version, { ...columns });
      return toConsultationDto(await findConsultation(tx, id));
    });
  }

  /** Named for what it does to the row: `void` is a word of the language. */
  takeBack(actor: Actor, id: string, version: number, reason: string): Promise<ConsultationDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await findOwn(tx, id);
      if (before.version !== version) refuse('VERSION_STALE');
      assertAllowed(consultationVoidRefusal(before.voided_reason !== null, reason));
      await tx.updateVersion('consultations', { id }, version, { voided_reason: reason.trim() });
      return toConsultationDto(await findConsultation(tx, id));
    });
  }

  /** What is stored of it, when it may stand and may be written there. */
  private async columnsOf(tx: Tx, said: Said, needCount: number): Promise<ConsultationColumns> {
    const place = await this.places.of(tx, said);
    assertAllowed(
      consultationRefusal({
        today: this.clock.today(),
        consultedOn: said.consultedOn,
        callerKind: said.callerKind,
        hasInstitution: said.institutionId !== null,
        hasDepartment: said.departmentId !== null,
        hasSupplier: said.supplierId !== null,
        hasArea: place.areaId !== null,
        needCount,
      }),
    );
    const areaId = place.areaId ?? refuse('NOT_FOUND');
    assertAllowed(
      accessRefusal(tx.actor, 'support-work:write', { institutionId: said.institutionId, areaId }),
    );
    const answer = (said.answer ?? '').trim();
    return {
      area_id: areaId,
      consulted_on: said.consultedOn,
      channel: said.channel,
      caller_kind: said.callerKind,
      institution_id: said.institutionId,
      department_id: said.departmentId,
      department_name: place.departmentName,
      supplier_id: said.supplierId,
      topic: said.topic.trim(),
      answer: answer === '' ? null : answer,
    };
  }

  private async recordNeeds(
    tx: Tx,
    id: string,
    columns: ConsultationColumns,
    needs: readonly NeedFoundDto[],
  ): Promise<void> {
    if (columns.institution_id === null) return;
    const place: NeedPlace = {
      areaId: columns.area_id,
      institutionId: columns.institution_id,
      departmentId: columns.department_id,
      departmentName: columns.department_name,
    };
    const source = { origin: 'consultation', id } as const;
    for (const need of needs)
      await this.needs.record(tx, place, source, columns.consulted_on, needFoundOf(need));
  }
}

function saidNow(before: ConsultationRow, input: ChangeConsultationDto): Said {
  const institutionId = input.institutionId === undefined ? before.institution_id : input.institutionId;
  const keptDepartment = institutionId === before.institution_id ? before.department_id : null;
  return {
    consultedOn: input.consultedOn ?? before.consulted_on,
    channel: input.channel ?? before.channel,
    callerKind: input.callerKind ?? before.caller_kind,
    institutionId,
    departmentId: input.departmentId === undefined ? keptDepartment : input.departmentId,
    supplierId: input.supplierId === undefined ? before.supplier_id : input.supplierId,
    areaId: input.areaId ?? before.area_id,
    topic: input.topic ?? before.topic,
    answer: input.answer === undefined ? before.answer : input.answer,
  };
}

async function findOwn(tx: Tx, id: string): Promise<ConsultationRow> {
  const row = await findConsultation(tx, id);
  assertAllowed(accessRefusal(tx.actor, 'support-work:write', placeOf(row)));
  assertAllowed(ownWorkRefusal(tx.actor, row.adviser_id));
  return row;
}

async function findConsultation(tx: Tx, id: string): Promise<ConsultationRow> {
  return (await consultationById(tx, id)) ?? refuse('NOT_FOUND');
}

function placeOf(row: ConsultationRow) {
  return { institutionId: row.institution_id, areaId: row.area_id };
}
