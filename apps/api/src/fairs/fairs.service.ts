import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  dayChangeRefusal,
  FAIR_STATES,
  fairMoveRefusal,
  fairRefusal,
  layFairSlots,
  slotChangeRefusal,
  tidyLine,
  type FairFields,
} from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../common/paging';
import { assertAllowed, orRefuse, refuse } from '../common/refused';
import { withoutUndefined } from '../common/without-undefined';
import { Transactions, type Tx } from '../database/transactions';
import { InstitutionsService } from '../institutions/institutions.service';
import { FollowUpsService } from './after/follow-ups.service';
import type {
  ChangeFairDto,
  CreateFairDto,
  FairDetailDto,
  FairPageDto,
  LaySlotsDto,
  ListFairsQuery,
  MoveFairDto,
} from './dto/fair.dto';
import { findFair, lockFair, organiserRefusal } from './fair-room';
import { standingAt } from './fair-standing';
import {
  dropSlotsOutside,
  endWaiting,
  fairById,
  fairCounts,
  searchFairs,
  slotsOf,
  writeSlots,
  type FairListRow,
} from './fairs.queries';
import { toFairDetailDto, toFairDto } from './to-fair-dto';

/** Fairs: planned by a host, announced, held, followed up. */
@Injectable()
export class FairsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly institutions: InstitutionsService,
    private readonly followUps: FollowUpsService,
  ) {}

  list(actor: Actor, query: ListFairsQuery): Promise<FairPageDto> {
    const { limit = DEFAULT_LIMIT, year = null, state = null } = query;
    const [day, id] = decodeCursor(query.cursor, ['day', 'id']) ?? [null, null];
    return this.transactions.run(actor, async (tx) => {
      const rows = await searchFairs(tx, { year, states: state }, [day, id], limit + 1);
      return pageOf(rows.map(toFairDto), limit, (row) => [row.firstDay, row.id]);
    });
  }

  get(actor: Actor, fairId: string): Promise<FairDetailDto> {
    return this.transactions.run(actor, async (tx) => {
      await findFair(tx, fairId);
      return this.answer(tx, fairId);
    });
  }

  create(actor: Actor, input: CreateFairDto): Promise<FairDetailDto> {
    const hostId = input.hostInstitutionId ?? actor.institutionId;
    return this.transactions.runOnce(actor, async (tx) => {
      if (hostId === null) refuse('FAIR_INVALID', { field: 'hostInstitutionId' });
      const { areaId } = await this.institutions.facts(tx, hostId);
      assertAllowed(accessRefusal(actor, 'fair:manage', { institutionId: hostId, areaId }));
      const { name, firstDay, lastDay, applicationsCloseOn = null } = input;
      const facts = { state: 'planned', name, firstDay, lastDay, applicationsCloseOn } as const;
      assertAllowed(fairRefusal({ today: this.clock.today(), ...facts, ...NOTHING_RECORDED }));
      const columns = {
        host_institution_id: hostId,
        area_id: areaId,
        created_by: actor.userId,
        created_at: this.clock.now(),
        ...columnsOf(input),
      };
      const names = Object.keys(columns);
      const [made] = await tx.sql<{ id: string }>(
        `INSERT INTO fairs (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
         RETURNING id`,
        Object.values(columns),
      );
      return this.answer(tx, made?.id ?? refuse('NOT_FOUND'));
    });
  }

  /** Days change while nothing is booked; slots that lie on none of them are gone. */
  change(actor: Actor, fairId: string, version: number, input: ChangeFairDto): Promise<FairDetailDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.own(tx, fairId);
      const facts = { ...factsOf(before), ...withoutUndefined({ ...input }), today: this.clock.today() };
      assertAllowed(fairRefusal(facts));
      const { firstDay, lastDay } = facts;
      const moves = firstDay !== before.first_day || lastDay !== before.last_day;
      if (moves) assertAllowed(dayChangeRefusal(before.state));
      if (moves && (await fairCounts(tx, fairId)).bookings > 0) refuse('FAIR_HAS_BOOKINGS');
      await tx.updateVersion('fairs', { id: fairId }, version, columnsOf(input));
      if (moves) await dropSlotsOutside(tx, fairId, firstDay, lastDay);
      return this.answer(tx, fairId);
    });
  }

  move(actor: Actor, fairId: string, version: number, input: MoveFairDto): Promise<FairDetailDto> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await this.own(tx, fairId);
      if (fair.version !== version) refuse('VERSION_STALE');
      const to = FAIR_STATES.find((state) => state === input.state) ?? refuse('FAIR_STATE');
      const [counts, openFollowUps] = await Promise.all([
        fairCounts(tx, fairId),
        this.followUps.countOpen(tx, fairId),
      ]);
      const facts = { ...factsOf(fair), ...counts, openFollowUps, today: this.clock.today() };
      assertAllowed(fairMoveRefusal(fair.state, to, facts));
      await tx.updateVersion('fairs', { id: fairId }, version, { state: to });
      if (to === 'held') await endWaiting(tx, fairId);
      return this.answer(tx, fairId);
    });
  }

  laySlots(actor: Actor, fairId: string, version: number, input: LaySlotsDto): Promise<FairDetailDto> {
    const { slotMinutes, pauseMinutes = 0, hours } = input;
    return this.transactions.run(actor, async (tx) => {
      const { state, first_day: firstDay, last_day: lastDay } = await this.own(tx, fairId);
      assertAllowed(slotChangeRefusal(state));
      const slots = orRefuse(layFairSlots({ firstDay, lastDay, hours, slotMinutes, pauseMinutes }));
      if ((await fairCounts(tx, fairId)).bookings > 0) refuse('FAIR_HAS_BOOKINGS');
      await tx.updateVersion('fairs', { id: fairId }, version, { slot_minutes: slotMinutes });
      await writeSlots(tx, fairId, slots);
      return this.answer(tx, fairId);
    });
  }

  /** The fair for its organiser alone, with nobody else in its room. */
  private async own(tx: Tx, fairId: string): Promise<FairListRow> {
    assertAllowed(organiserRefusal(tx.actor, await findFair(tx, fairId)));
    await lockFair(tx, fairId);
    return (await fairById(tx, fairId)) ?? refuse('NOT_FOUND');
  }

  private async answer(tx: Tx, fairId: string): Promise<FairDetailDto> {
    const fair = (await fairById(tx, fairId)) ?? refuse('NOT_FOUND');
    const [slots, standing] = await Promise.all([slotsOf(tx, fairId), standingAt(tx, fair)]);
    return toFairDetailDto(fair, slots, standing);
  }
}

const NOTHING_RECORDED = {
  visitors: null,
  recordedEnterprises: null,
  recordedDesks: null,
  recordedConsultations: null,
};

function factsOf(fair: FairListRow): Omit<FairFields, 'today'> {
  return {
    state: fair.state,
    name: fair.name,
    firstDay: fair.first_day,
    lastDay: fair.last_day,
    applicationsCloseOn: fair.applications_close_on,
    visitors: fair.visitors,
    recordedEnterprises: fair.recorded_enterprises,
    recordedDesks: fair.recorded_desks,
    recordedConsultations: fair.recorded_consultations,
  };
}

/** Only what the input names. */
function columnsOf(input: ChangeFairDto): Record<string, unknown> {
  return withoutUndefined({
    name: input.name === undefined ? undefined : tidyLine(input.name),
    venue: tidied(input.venue),
    description: input.description?.trim() ?? input.description,
    first_day: input.firstDay,
    last_day: input.lastDay,
    applications_close_on: input.applicationsCloseOn,
    hold_days: input.holdDays,
    offer_minutes: input.offerMinutes,
    no_show_minutes: input.noShowMinutes,
    visitors: input.visitors,
    recorded_enterprises: input.recordedEnterprises,
    recorded_desks: input.recordedDesks,
    recorded_consultations: input.recordedConsultations,
  });
}

const tidied = (text: string | null | undefined) => (typeof text === 'string' ? tidyLine(text) : text);
