import { Injectable } from '@nestjs/common';
import {
  applicationRefusal,
  exhibitorChangeRefusal,
  exhibitorDecisionRefusal,
  exhibitorFieldRefusal,
  exhibitorRefusal,
  exhibitorRoomRefusal,
  exhibitorSupplierRefusal,
  MAX_FAIR_EXHIBITORS,
  reapplicationRefusal,
  tidyLine,
  type FairStand,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { withoutUndefined } from '../../common/without-undefined';
import { Transactions, type Tx } from '../../database/transactions';
import { NoticeMailService } from '../../notices/mail/notice-mail.service';
import { SuppliersService } from '../../suppliers/suppliers.service';
import type {
  ApplyToFairDto,
  ChangeFairExhibitorDto,
  DecideFairExhibitorDto,
  FairExhibitorDetailDto,
  FairExhibitorListDto,
  ListFairExhibitorsQuery,
  WithdrawFairPartyDto,
} from '../dto/party.dto';
import { assertStands, enterFair, standsOf, viewFair, type FairRow } from '../fair-room';
import { slotIdsOf } from '../fairs.queries';
import { insertExhibitor, writeRepresentative } from './exhibitor-writes';
import { deskPlace, livingDesks } from './fair-desks.queries';
import {
  countExhibitors,
  exhibitorById,
  exhibitorOfSupplier,
  exhibitorOfTwin,
  exhibitorsOf,
  lockExhibitor,
  meetingSlotsOf,
  representativeOf,
  type FairExhibitorRow,
  type FairRepresentativeRow,
} from './fair-exhibitors.queries';
import { PartyMeetings } from './party-meetings.service';
import { toFairExhibitorDetailDto, toFairExhibitorDto, type ExhibitorView } from './to-fair-exhibitor-dto';

/** Enterprises at a fair: they apply, the organiser decides, either may take it back. */
@Injectable()
export class FairExhibitorsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly suppliers: SuppliersService,
    private readonly notices: NoticeMailService,
    private readonly meetings: PartyMeetings,
  ) {}

  /** Confirmed ones for everybody; the organiser sees every application, an enterprise its own. */
  list(actor: Actor, fairId: string, query: ListFairExhibitorsQuery): Promise<FairExhibitorListDto> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await viewFair(tx, fairId);
      const [rows, desks] = await Promise.all([
        exhibitorsOf(tx, fairId, query.state ?? null, this.clock.today()),
        livingDesks(tx, fairId),
      ]);
      const atDesk = desks.some((desk) => standsOf(actor, fair, { desk: deskPlace(desk) }).includes('desk'));
      const items = rows.flatMap((row) => {
        const view = viewOf(standsAt(actor, fair, row), atDesk);
        const isShown = row.state === 'confirmed' || view === 'organiser' || view === 'own';
        return isShown ? [toFairExhibitorDto(row, view)] : [];
      });
      return { items };
    });
  }

  get(actor: Actor, fairId: string, exhibitorId: string): Promise<FairExhibitorDetailDto> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await viewFair(tx, fairId);
      const row = (await exhibitorById(tx, fairId, exhibitorId, this.clock.today())) ?? refuse('NOT_FOUND');
      assertStands(actor, fair, { exhibitor: { supplierId: row.supplier_id } });
      return this.answer(tx, fair, exhibitorId);
    });
  }

  /** An enterprise itself, or the organiser for one, who is confirmed at once. Who withdrew comes back in the same row. */
  apply(actor: Actor, fairId: string, input: ApplyToFairDto): Promise<FairExhibitorDetailDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const fair = await enterFair(tx, fairId);
      const asked = input.supplierId ?? actor.enterpriseId;
      if (asked === null) return refuse('FAIR_EXHIBITOR_INVALID', { field: 'supplierId' });
      const stands = assertStands(actor, fair, { exhibitor: { supplierId: asked } });
      const stand = stands.includes('organiser') ? 'organiser' : 'exhibitor';
      assertAllowed(applicationRefusal(toWindow(fair), stand, this.clock.today()));
      const supplier = await this.suppliers.factsForCounting(tx, asked);
      assertAllowed(exhibitorSupplierRefusal(supplier.closedOn, fair.first_day));
      // The account of an enterprise keeps the id that it was given, also when its row was merged.
      const supplierId = stand === 'organiser' ? supplier.id : asked;
      const absent = [...new Set(input.absentSlotIds ?? [])];
      const person = toPerson(input);
      const slotIds = await slotIdsOf(tx, fairId);
      const facts = { floor: 0, ceiling: null, absentSlotIds: absent, slotIds };
      assertAllowed(exhibitorRefusal({ ...facts, representativeName: person.name }));
      const before = await exhibitorOfSupplier(tx, fairId, supplierId);
      assertAllowed(reapplicationRefusal(before?.state ?? null));
      assertAllowed(reapplicationRefusal((await exhibitorOfTwin(tx, fairId, supplierId))?.state ?? null));
      const state = stand === 'organiser' ? 'confirmed' : 'applied';
      const said = { state, offers: input.offers?.trim() ?? null, absent_slot_ids: absent } as const;
      let id = before?.id;
      if (id === undefined) {
        if ((await countExhibitors(tx, fairId)) >= MAX_FAIR_EXHIBITORS)
          refuse('FAIR_EXHIBITOR_INVALID', { field: 'count', limit: MAX_FAIR_EXHIBITORS });
        id = await insertExhibitor(tx, {
          fair_id: fairId,
          supplier_id: supplierId,
          supplier_name: supplier.name,
          ...said,
          created_by: actor.userId,
          created_at: this.clock.now(),
        });
      } else {
        const again = { ...said, supplier_name: supplier.name, booth: null, decision_reason: null };
        await tx.updateVersion('fair_exhibitors', { id }, before?.version ?? 0, again);
      }
      const row = { id, fair_id: fairId, supplier_id: supplierId };
      await writeRepresentative(tx, row, person, this.clock.now());
      return this.answer(tx, fair, id);
    });
  }

  change(
    actor: Actor,
    fairId: string,
    exhibitorId: string,
    version: number,
    input: ChangeFairExhibitorDto,
  ): Promise<FairExhibitorDetailDto> {
    return this.transactions.run(actor, async (tx) => {
      const { fair, row, stands } = await this.lock(tx, fairId, exhibitorId);
      assertAllowed(exhibitorChangeRefusal(fair.state, row.state));
      const stand = stands.includes('organiser') ? 'organiser' : 'exhibitor';
      assertAllowed(exhibitorFieldRefusal(stand, givenOf(input)));
      const [slotIds, meetingSlots, known] = await Promise.all([
        slotIdsOf(tx, fairId),
        meetingSlotsOf(tx, exhibitorId, this.clock.now()),
        representativeOf(tx, exhibitorId),
      ]);
      const person = toPerson({
        representativeName: input.representativeName ?? known?.name ?? '',
        representativeEmail: input.representativeEmail ?? known?.email ?? '',
        representativePhone:
          input.representativePhone === undefined ? known?.phone : input.representativePhone,
      });
      const after = {
        floor: input.floor ?? row.floor,
        ceiling: input.ceiling === undefined ? row.ceiling : input.ceiling,
        absentSlotIds: [...new Set(input.absentSlotIds ?? row.absent_slot_ids)],
      };
      assertAllowed(exhibitorRefusal({ ...after, slotIds, representativeName: person.name }));
      assertAllowed(exhibitorRoomRefusal(after.absentSlotIds, meetingSlots));
      await tx.updateVersion('fair_exhibitors', { id: exhibitorId }, version, {
        floor: after.floor,
        ceiling: after.ceiling,
        absent_slot_ids: after.absentSlotIds,
        ...withoutUndefined({
          offers: input.offers?.trim() ?? input.offers,
          booth: typeof input.booth === 'string' ? tidyLine(input.booth) : input.booth,
        }),
      });
      await writeRepresentative(tx, row, person, this.clock.now());
      await this.meetings.serveWaiting(tx, fair, { exhibitorId });
      return this.answer(tx, fair, exhibitorId);
    });
  }

  decide(
    actor: Actor,
    fairId: string,
    exhibitorId: string,
    version: number,
    input: DecideFairExhibitorDto,
  ): Promise<FairExhibitorDetailDto> {
    const decision = input.decision === 'declined' ? 'declined' : 'confirmed';
    const reason = input.reason?.trim() ?? null;
    return this.transactions.run(actor, async (tx) => {
      const { fair, row, stands } = await this.lock(tx, fairId, exhibitorId);
      if (!stands.includes('organiser')) refuse('NOT_FOUND');
      assertAllowed(exhibitorDecisionRefusal(fair.state, row.state, decision, reason));
      await tx.updateVersion('fair_exhibitors', { id: exhibitorId }, version, {
        state: decision,
        decision_reason: reason,
        ...withoutUndefined({ booth: typeof input.booth === 'string' ? tidyLine(input.booth) : input.booth }),
      });
      await this.notices.publish(tx, {
        audience: 'enterprise',
        supplierId: row.supplier_id,
        kind: 'fair_application_decided',
        params: { fairName: fair.name, decision, reason },
        link: `/fairs/${fairId}`,
      });
      return this.answer(tx, fair, exhibitorId);
    });
  }

  withdraw(
    actor: Actor,
    fairId: string,
    exhibitorId: string,
    version: number,
    input: WithdrawFairPartyDto,
  ): Promise<FairExhibitorDetailDto> {
    const reason = input.reason.trim();
    return this.transactions.run(actor, async (tx) => {
      const { fair, row, stands } = await this.lock(tx, fairId, exhibitorId);
      assertAllowed(exhibitorChangeRefusal(fair.state, row.state));
      await tx.updateVersion('fair_exhibitors', { id: exhibitorId }, version, {
        state: 'withdrawn',
        decision_reason: reason,
      });
      const by = stands[0] ?? 'exhibitor';
      await this.meetings.end(tx, fair, { exhibitorId }, { reason, by });
      return this.answer(tx, fair, exhibitorId);
    });
  }

  /** An application that the actor may touch, with which nobody books meanwhile. */
  private async lock(tx: Tx, fairId: string, exhibitorId: string) {
    const fair = await enterFair(tx, fairId);
    await this.meetings.lockLists(tx, { exhibitorId });
    const row = (await lockExhibitor(tx, fairId, exhibitorId, this.clock.today())) ?? refuse('NOT_FOUND');
    const stands = assertStands(tx.actor, fair, { exhibitor: { supplierId: row.supplier_id } });
    return { fair, row, stands };
  }

  private async answer(tx: Tx, fair: FairRow, exhibitorId: string): Promise<FairExhibitorDetailDto> {
    const [row, representative] = await Promise.all([
      exhibitorById(tx, fair.id, exhibitorId, this.clock.today()),
      representativeOf(tx, exhibitorId),
    ]);
    const found = row ?? refuse('NOT_FOUND');
    const view = viewOf(standsAt(tx.actor, fair, found), false);
    return toFairExhibitorDetailDto(found, view, representative);
  }
}

function standsAt(actor: Actor, fair: FairRow, row: FairExhibitorRow): FairStand[] {
  return standsOf(actor, fair, { exhibitor: { supplierId: row.supplier_id } });
}

function viewOf(stands: readonly FairStand[], atDesk: boolean): ExhibitorView {
  if (stands.includes('organiser')) return 'organiser';
  if (stands.includes('exhibitor')) return 'own';
  return atDesk ? 'desk' : 'stranger';
}

const toWindow = (fair: FairRow) => ({
  state: fair.state,
  applicationsCloseOn: fair.applications_close_on,
});

const givenOf = ({ booth, floor, ceiling }: ChangeFairExhibitorDto) => ({
  booth: booth !== undefined,
  floor: floor !== undefined,
  ceiling: ceiling !== undefined,
});

function toPerson(
  input: Pick<ApplyToFairDto, 'representativeName' | 'representativeEmail' | 'representativePhone'>,
): FairRepresentativeRow {
  return {
    name: tidyLine(input.representativeName),
    email: input.representativeEmail.trim(),
    phone: input.representativePhone?.trim() ?? null,
  };
}
