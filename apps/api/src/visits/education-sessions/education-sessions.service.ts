import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  areaReachOf,
  educationSessionActionRefusal,
  educationSessionRefusal,
  ownWorkRefusal,
  tidyLine,
  type EducationSessionAction,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { activityTotals } from '../activity-totals.queries';
import { AdviserTeamsService } from '../teams/adviser-teams.service';
import { WorkPlaceService, type WorkPlaceInput } from '../work-place.service';
import type {
  ChangeEducationSessionDto,
  CreateEducationSessionDto,
  EducationSessionDto,
  EducationSessionPageDto,
  EducationSessionSummaryDto,
  HoldEducationSessionDto,
  ListEducationSessionsQuery,
} from './dto/education-session.dto';
import { searchSessions, sessionById, toSessionDto, type SessionRow } from './education-sessions.queries';

/** Education sessions: planned, held with so many attendees, or cancelled. */
@Injectable()
export class EducationSessionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly teams: AdviserTeamsService,
    private readonly places: WorkPlaceService,
  ) {}

  list(actor: Actor, query: ListEducationSessionsQuery): Promise<EducationSessionPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [day, id] = decodeCursor(query.cursor, ['day', 'id']) ?? [null, null];
    const search = {
      reach: areaReachOf(actor, 'support-work:read'),
      areaId: query.areaId ?? null,
      year: query.year ?? null,
      states: query.state ?? null,
      part: query.q ?? null,
    };
    return this.transactions.run(actor, async (tx) => {
      const rows = await searchSessions(tx, search, [day, id], limit + 1);
      return pageOf(rows, limit, (row) => [row.heldOn, row.id]);
    });
  }

  summary(actor: Actor, year: number): Promise<EducationSessionSummaryDto> {
    const { areaIds } = areaReachOf(actor, 'support-work:read');
    return this.transactions.run(actor, async (tx) => {
      const [total] = await activityTotals(tx, 'education_session', year, areaIds);
      return { year, sessions: total?.count ?? 0, attendees: total?.amount ?? 0 };
    });
  }

  get(actor: Actor, id: string): Promise<EducationSessionDto> {
    return this.transactions.run(actor, async (tx) => {
      const row = await findSession(tx, id);
      assertAllowed(accessRefusal(actor, 'support-work:read', placeOf(row)));
      return toSessionDto(row);
    });
  }

  create(actor: Actor, input: CreateEducationSessionDto): Promise<EducationSessionDto> {
    const attendees = input.attendees ?? null;
    return this.transactions.runOnce(actor, async (tx) => {
      const [areaId, teamId] = await Promise.all([
        this.areaOf(tx, input, input.heldOn, attendees),
        this.teams.teamOf(tx, actor.userId),
      ]);
      const [row] = await tx.sql<{ id: string }>(
        `INSERT INTO education_sessions (area_id, team_id, adviser_id, held_on, state, audience, institution_id, content,
           attendees, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $3) RETURNING id`,
        [
          areaId,
          teamId,
          actor.userId,
          input.heldOn,
          attendees === null ? 'planned' : 'held',
          tidyLine(input.audience),
          input.institutionId ?? null,
          input.content.trim(),
          attendees,
        ],
      );
      return toSessionDto(await findSession(tx, row?.id ?? ''));
    });
  }

  change(
    actor: Actor,
    id: string,
    version: number,
    input: ChangeEducationSessionDto,
  ): Promise<EducationSessionDto> {
    return this.act(actor, id, version, 'change', null, async (tx, row) => {
      if (input.attendees !== undefined) assertAllowed(educationSessionActionRefusal(row.state, 'recount'));
      const heldOn = input.heldOn ?? row.held_on;
      const attendees = input.attendees ?? row.attendees;
      const institutionId = input.institutionId === undefined ? row.institution_id : input.institutionId;
      const place = { institutionId, areaId: input.areaId ?? row.area_id };
      return {
        area_id: await this.areaOf(tx, place, heldOn, attendees),
        institution_id: institutionId,
        held_on: heldOn,
        audience: tidyLine(input.audience ?? row.audience),
        content: (input.content ?? row.content).trim(),
        attendees,
      };
    });
  }

  hold(
    actor: Actor,
    id: string,
    version: number,
    input: HoldEducationSessionDto,
  ): Promise<EducationSessionDto> {
    return this.act(actor, id, version, 'hold', null, (_, row) => {
      const { attendees, heldOn = row.held_on } = input;
      assertAllowed(educationSessionRefusal({ today: this.clock.today(), heldOn, attendees, hasArea: true }));
      return Promise.resolve({ state: 'held', held_on: heldOn, attendees });
    });
  }

  cancel(actor: Actor, id: string, version: number, reason: string): Promise<EducationSessionDto> {
    return this.act(actor, id, version, 'cancel', reason, () =>
      Promise.resolve({ state: 'cancelled', cancel_reason: reason.trim() }),
    );
  }

  private act(
    actor: Actor,
    id: string,
    version: number,
    action: EducationSessionAction,
    reason: string | null,
    changeOf: (tx: Tx, row: SessionRow) => Promise<Readonly<Record<string, unknown>>>,
  ): Promise<EducationSessionDto> {
    return this.transactions.run(actor, async (tx) => {
      const row = await findSession(tx, id);
      assertAllowed(accessRefusal(actor, 'support-work:write', placeOf(row)));
      assertAllowed(ownWorkRefusal(actor, row.adviser_id));
      if (row.version !== version) refuse('VERSION_STALE');
      assertAllowed(educationSessionActionRefusal(row.state, action, reason));
      await tx.updateVersion('education_sessions', { id }, version, await changeOf(tx, row));
      return toSessionDto(await findSession(tx, id));
    });
  }

  /** In whose area it lies, when it may be written there. */
  private async areaOf(
    tx: Tx,
    { institutionId = null, areaId = null }: Partial<WorkPlaceInput>,
    heldOn: string,
    attendees: number | null,
  ): Promise<string> {
    const place = await this.places.of(tx, { institutionId, areaId });
    const hasArea = place.areaId !== null;
    assertAllowed(educationSessionRefusal({ today: this.clock.today(), heldOn, attendees, hasArea }));
    const area = place.areaId ?? refuse('NOT_FOUND');
    assertAllowed(accessRefusal(tx.actor, 'support-work:write', { institutionId, areaId: area }));
    return area;
  }
}

async function findSession(tx: Tx, id: string): Promise<SessionRow> {
  return (await sessionById(tx, id)) ?? refuse('NOT_FOUND');
}

function placeOf(row: SessionRow) {
  return { institutionId: row.institution_id, areaId: row.area_id };
}
