import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  areaReachOf,
  nextVisitState,
  ownWorkRefusal,
  tidyLine,
  visitActionRefusal,
  visitChangeRefusal,
  visiteeKey,
  visiteeKindOf,
  visitPlanRefusal,
  visitRefusal,
  type Day,
  type Permission,
  type VisitAction,
  type VisitFacts,
} from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../common/paging';
import { assertAllowed, refuse } from '../common/refused';
import { withoutUndefined } from '../common/without-undefined';
import { Transactions, type Tx } from '../database/transactions';
import { InstitutionsService } from '../institutions/institutions.service';
import { SuppliersService } from '../suppliers/suppliers.service';
import type {
  ChangeVisitDto,
  CreateVisitDto,
  FinishVisitDto,
  ListVisitsQuery,
  VisitDto,
  VisitPageDto,
} from './dto/visit.dto';
import type { NeedFoundDto } from './needs/dto/need.dto';
import { needFoundOf, NeedsService } from './needs/needs.service';
import { AdviserTeamsService } from './teams/adviser-teams.service';
import { WorkPlaceService } from './work-place.service';
import { insertVisit, lockVisit, searchVisits, toVisitDto, visitById, type VisitRow } from './visits.queries';

type Change = Readonly<Record<string, unknown>>;

/** Whom the advisers visit, plan to visit and have to see again. Everybody of the area reads; the adviser writes. */
@Injectable()
export class VisitsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly institutions: InstitutionsService,
    private readonly suppliers: SuppliersService,
    private readonly needs: NeedsService,
    private readonly teams: AdviserTeamsService,
    private readonly places: WorkPlaceService,
  ) {}

  list(actor: Actor, query: ListVisitsQuery): Promise<VisitPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [visitedOn, id] = decodeCursor(query.cursor, ['day', 'id']) ?? [null, null];
    const after = visitedOn === null ? null : { visitedOn: String(visitedOn), id: String(id) };
    return this.transactions.run(actor, async (tx) => {
      const reach = areaReachOf(actor, 'support-work:read');
      const rows = await searchVisits(tx, reach, query, after, limit + 1);
      return pageOf(rows.map(toVisitDto), limit, (row) => [row.visitedOn, row.id]);
    });
  }

  get(actor: Actor, id: string): Promise<VisitDto> {
    return this.transactions.run(actor, async (tx) =>
      toVisitDto(await findVisit(tx, id, 'support-work:read')),
    );
  }

  /** Plans a visit, or logs one that took place, with what it found. */
  create(actor: Actor, input: CreateVisitDto): Promise<VisitDto> {
    const { state, purpose } = input;
    const { visitedOn, needs = [] } = input;
    return this.transactions.runOnce(actor, async (tx) => {
      const visitee = await this.visiteeOf(tx, input);
      const texts = {
        metRole: lineOf(input.metRole),
        result: textOf(input.result),
        nextStep: lineOf(input.nextStep),
        nextStepOn: input.nextStepOn ?? null,
        note: textOf(input.note),
      };
      const row = {
        ...visitee,
        ...texts,
        visitedOn,
        purpose,
        state: state === 'done' ? 'done' : 'planned',
      } as const;
      assertAllowed(visitRefusal({ ...row, today: this.clock.today(), needCount: needs.length }));
      assertAllowed(visitPlanRefusal(row.state, visitedOn, this.clock.today()));
      const teamId = await this.teams.teamOf(tx, actor.userId);
      const id = await insertVisit(tx, { ...row, teamId, visiteeKey: visiteeKey(visitee) });
      await this.recordNeeds(tx, id, needs);
      return answer(tx, id);
    });
  }

  /** Who was visited stays: another visitee is another visit. */
  change(actor: Actor, id: string, version: number, input: ChangeVisitDto): Promise<VisitDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await lockOwnVisit(tx, id);
      assertAllowed(visitChangeRefusal(before.state));
      const { departmentId, purpose } = input;
      const department =
        departmentId === undefined
          ? {}
          : {
              department_id: departmentId,
              department_name: await this.departmentName(tx, before, departmentId),
            };
      const change = {
        ...outcomeOf(input),
        ...department,
        ...withoutUndefined({ purpose, note: textOr(input.note) }),
      };
      this.assertStands({ ...before, ...change }, 0);
      if (change.visited_on !== undefined && change.visited_on !== before.visited_on)
        assertAllowed(visitPlanRefusal(before.state, change.visited_on, this.clock.today()));
      await tx.updateVersion('visits', { id }, version, change);
      return answer(tx, id);
    });
  }

  finish(actor: Actor, id: string, input: FinishVisitDto): Promise<VisitDto> {
    const { needs = [] } = input;
    return this.take(actor, id, 'done', null, async (tx, before) => {
      const change = outcomeOf(input);
      this.assertStands({ ...before, ...change, state: 'done' }, needs.length);
      await this.recordNeeds(tx, id, needs, change.visited_on);
      return change;
    });
  }

  followUp(actor: Actor, id: string, note: string | null): Promise<VisitDto> {
    return this.take(actor, id, 'follow_up', null, (_, before) => {
      const added = [before.note, textOf(note)].filter((text) => text !== null).join('\n');
      return added === '' ? {} : { note: added };
    });
  }

  cancel(actor: Actor, id: string, reason: string): Promise<VisitDto> {
    return this.take(actor, id, 'cancel', reason, () => ({ cancel_reason: reason.trim() }));
  }

  /** One step back. A visit that turns out not to have taken place has no result; the audit keeps what was written. */
  undo(actor: Actor, id: string): Promise<VisitDto> {
    return this.take(actor, id, 'undo', null, (_, before) =>
      before.state === 'done' ? { result: null } : {},
    );
  }

  /** The row is locked before the rule looks at it: of two who take a step at the same moment, one is refused. */
  private take(
    actor: Actor,
    id: string,
    action: VisitAction,
    reason: string | null,
    changeOf: (tx: Tx, before: VisitRow) => Change | Promise<Change>,
  ): Promise<VisitDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await lockOwnVisit(tx, id);
      const { need_count: needCount, is_of_survey: isOfSurvey } = before;
      assertAllowed(visitActionRefusal(before.state, action, { reason, needCount, isOfSurvey }));
      const change = { state: nextVisitState(before.state, action), ...(await changeOf(tx, before)) };
      await tx.updateVersion('visits', { id }, before.version, change);
      return answer(tx, id);
    });
  }

  /** Whom, in which area, and how that is counted; refuses who lies in an area of others. */
  private async visiteeOf(tx: Tx, input: CreateVisitDto) {
    const { institutionId = null, supplierId = null, departmentId = null } = input;
    const organisationName = lineOf(input.organisationName);
    const place = await this.places.of(tx, { institutionId, departmentId, areaId: input.areaId ?? null });
    const areaId = place.areaId ?? refuse('VISIT_INVALID', { field: 'areaId' });
    assertAllowed(accessRefusal(tx.actor, 'support-work:write', { institutionId, areaId }));
    const [institution, supplier] = await Promise.all([
      institutionId === null ? null : this.institutions.facts(tx, institutionId),
      supplierId === null ? null : this.suppliers.factsForCounting(tx, supplierId),
    ]);
    const visiteeKind = visiteeKindOf(institution?.kind ?? null);
    return { ...place, areaId, visiteeKind, supplierId: supplier?.id ?? null, organisationName };
  }

  private async departmentName(
    tx: Tx,
    { institution_id }: Pick<VisitRow, 'institution_id'>,
    departmentId: string | null,
  ): Promise<string | null> {
    if (departmentId === null || institution_id === null) return null;
    return (await this.institutions.departmentFacts(tx, institution_id, departmentId)).name;
  }

  private assertStands(row: VisitRow, needCount: number): void {
    assertAllowed(visitRefusal({ ...factsOf(row), today: this.clock.today(), needCount }));
  }

  private async recordNeeds(tx: Tx, id: string, needs: readonly NeedFoundDto[], on?: Day): Promise<void> {
    if (needs.length === 0) return;
    const visit = (await visitById(tx, id)) ?? refuse('NOT_FOUND');
    const place = {
      areaId: visit.area_id,
      institutionId: visit.institution_id ?? refuse('VISIT_INVALID', { field: 'needs' }),
      departmentId: visit.department_id,
      departmentName: visit.department_name,
    };
    const source = { origin: 'visit', id } as const;
    for (const need of needs)
      await this.needs.record(tx, place, source, on ?? visit.visited_on, needFoundOf(need));
  }
}

async function findVisit(tx: Tx, id: string, permission: Permission): Promise<VisitRow> {
  const row = (await visitById(tx, id)) ?? refuse('NOT_FOUND');
  const place = { institutionId: row.institution_id, areaId: row.area_id };
  assertAllowed(accessRefusal(tx.actor, permission, place));
  return row;
}

async function lockOwnVisit(tx: Tx, id: string): Promise<VisitRow> {
  const { adviser_id } = await findVisit(tx, id, 'support-work:write');
  assertAllowed(ownWorkRefusal(tx.actor, adviser_id));
  await lockVisit(tx, id);
  return (await visitById(tx, id)) ?? refuse('NOT_FOUND');
}

async function answer(tx: Tx, id: string): Promise<VisitDto> {
  return toVisitDto((await visitById(tx, id)) ?? refuse('NOT_FOUND'));
}

/** What was said of the outcome, as columns. */
function outcomeOf(input: FinishVisitDto) {
  return withoutUndefined({
    visited_on: input.visitedOn,
    met_role: input.metRole === undefined ? undefined : lineOf(input.metRole),
    result: textOr(input.result),
    next_step: input.nextStep === undefined ? undefined : lineOf(input.nextStep),
    next_step_on: input.nextStepOn,
  });
}

function factsOf(row: VisitRow): Omit<VisitFacts, 'today' | 'needCount'> {
  return {
    state: row.state,
    visitedOn: row.visited_on,
    institutionId: row.institution_id,
    supplierId: row.supplier_id,
    organisationName: row.organisation_name,
    departmentId: row.department_id,
    result: row.result,
    nextStep: row.next_step,
    nextStepOn: row.next_step_on,
  };
}

function lineOf(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : tidyLine(text);
}

function textOf(text: string | null | undefined): string | null {
  return text?.trim() ?? null;
}

function textOr(text: string | null | undefined): string | null | undefined {
  return text === undefined ? undefined : textOf(text);
}
