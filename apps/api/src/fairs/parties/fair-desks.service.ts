import { Injectable } from '@nestjs/common';
import {
  deskChangeRefusal,
  deskRefusal,
  deskRoomRefusal,
  deskTakesPlaceRefusal,
  MAX_FAIR_DESKS,
  type FairStand,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { withoutUndefined } from '../../common/without-undefined';
import { Transactions, type Tx } from '../../database/transactions';
import { InstitutionsService } from '../../institutions/institutions.service';
import type {
  ChangeFairDeskDto,
  CreateFairDeskDto,
  FairDeskDto,
  FairDeskListDto,
  WithdrawFairPartyDto,
} from '../dto/party.dto';
import { assertStands, enterFair, findFair, standsOf, type FairRow } from '../fair-room';
import { slotIdsOf } from '../fairs.queries';
import {
  countDesks,
  deskById,
  deskPlace,
  desksOf,
  insertDesk,
  keptSeats,
  lockDesk,
  type FairDeskRow,
} from './fair-desks.queries';
import { PartyMeetings } from './party-meetings.service';
import { toFairDeskDto } from './to-fair-desk-dto';

/** Desks of buying departments: the organiser sets them up, or who runs one. */
@Injectable()
export class FairDesksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly institutions: InstitutionsService,
    private readonly meetings: PartyMeetings,
  ) {}

  /** Withdrawn desks are shown to the organiser and to whoever ran them. */
  list(actor: Actor, fairId: string): Promise<FairDeskListDto> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await findFair(tx, fairId);
      const rows = await desksOf(tx, fairId);
      const shown = rows.filter(
        (row) => row.withdrawn_reason === null || standsOf(actor, fair, { desk: deskPlace(row) }).length > 0,
      );
      return { items: shown.map(toFairDeskDto) };
    });
  }

  create(actor: Actor, fairId: string, input: CreateFairDeskDto): Promise<FairDeskDto> {
    const { institutionId, departmentId = null, seats = 1, looksFor = null } = input;
    return this.transactions.runOnce(actor, async (tx) => {
      const fair = await enterFair(tx, fairId);
      const institution = await this.institutions.facts(tx, institutionId);
      const place = { institutionId, areaId: institution.areaId, departmentId };
      assertStands(actor, fair, { desk: place });
      assertAllowed(deskChangeRefusal(fair.state));
      assertAllowed(deskRefusal({ seats, absentSlotIds: [], slotIds: [], isWithdrawn: false }));
      if ((await countDesks(tx, fairId)) >= MAX_FAIR_DESKS)
        refuse('FAIR_DESK_INVALID', { field: 'count', limit: MAX_FAIR_DESKS });
      const department =
        departmentId === null
          ? null
          : await this.institutions.departmentFacts(tx, institutionId, departmentId);
      assertAllowed(deskTakesPlaceRefusal(department, fair.first_day));
      const id = await insertDesk(tx, {
        fair_id: fairId,
        institution_id: institutionId,
        institution_name: institution.name,
        department_id: departmentId,
        department_name: department?.name ?? null,
        seats,
        looks_for: looksFor?.trim() ?? null,
        created_by: actor.userId,
        created_at: this.clock.now(),
      });
      return answer(tx, fairId, id);
    });
  }

  change(
    actor: Actor,
    fairId: string,
    deskId: string,
    version: number,
    input: ChangeFairDeskDto,
  ): Promise<FairDeskDto> {
    return this.transactions.run(actor, async (tx) => {
      const { fair, desk } = await this.lock(tx, fairId, deskId);
      const after = {
        seats: input.seats ?? desk.seats,
        absentSlotIds: [...new Set(input.absentSlotIds ?? desk.absent_slot_ids)],
      };
      const isWithdrawn = desk.withdrawn_reason !== null;
      const [slotIds, kept] = await Promise.all([
        slotIdsOf(tx, fairId),
        keptSeats(tx, deskId, this.clock.now()),
      ]);
      assertAllowed(deskRefusal({ ...after, slotIds, isWithdrawn }));
      assertAllowed(deskRoomRefusal(after, kept));
      await tx.updateVersion('fair_desks', { id: deskId }, version, {
        seats: after.seats,
        absent_slot_ids: after.absentSlotIds,
        ...withoutUndefined({ looks_for: input.looksFor?.trim() ?? input.looksFor }),
      });
      await this.meetings.serveWaiting(tx, fair, { deskId });
      return answer(tx, fairId, deskId);
    });
  }

  withdraw(
    actor: Actor,
    fairId: string,
    deskId: string,
    version: number,
    input: WithdrawFairPartyDto,
  ): Promise<FairDeskDto> {
    const reason = input.reason.trim();
    return this.transactions.run(actor, async (tx) => {
      const { fair, desk, by } = await this.lock(tx, fairId, deskId);
      const isWithdrawn = desk.withdrawn_reason !== null;
      assertAllowed(deskRefusal({ seats: desk.seats, absentSlotIds: [], slotIds: [], isWithdrawn }));
      await tx.updateVersion('fair_desks', { id: deskId }, version, { withdrawn_reason: reason });
      await this.meetings.end(tx, fair, { deskId }, { reason, by });
      return answer(tx, fairId, deskId);
    });
  }

  /** A desk that the actor may change, which nobody else changes or books meanwhile. */
  private async lock(
    tx: Tx,
    fairId: string,
    deskId: string,
  ): Promise<{ fair: FairRow; desk: FairDeskRow; by: FairStand }> {
    const fair = await enterFair(tx, fairId);
    await this.meetings.lockLists(tx, { deskId });
    const desk = (await lockDesk(tx, fairId, deskId)) ?? refuse('NOT_FOUND');
    const stands = assertStands(tx.actor, fair, { desk: deskPlace(desk) });
    assertAllowed(deskChangeRefusal(fair.state));
    return { fair, desk, by: stands[0] ?? 'desk' };
  }
}

async function answer(tx: Tx, fairId: string, deskId: string): Promise<FairDeskDto> {
  return toFairDeskDto((await deskById(tx, fairId, deskId)) ?? refuse('NOT_FOUND'));
}
