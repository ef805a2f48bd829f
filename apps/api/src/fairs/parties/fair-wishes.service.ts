import { Injectable } from '@nestjs/common';
import { deskRefusal, exhibitorWishRefusal, wishesRefusal } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import type { FairWishDto, FairWishListDto, PutFairWishesDto } from '../dto/party.dto';
import { assertStands, enterFair, standsOf, viewFair, type FairRow } from '../fair-room';
import { deskPlace, livingDesks, lockDesk } from './fair-desks.queries';
import { exhibitorsOf, lockExhibitor } from './fair-exhibitors.queries';
import { wishesOf, writeWishes, type FairWishRow } from './fair-wishes.queries';

/** Whom each side wants to meet. A side sees its own wishes alone; the organiser, who plans by them, sees all. */
@Injectable()
export class FairWishesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, fairId: string): Promise<FairWishListDto> {
    return this.transactions.run(actor, async (tx) => ownWishes(tx, await viewFair(tx, fairId)));
  }

  putOfDesk(
    actor: Actor,
    fairId: string,
    deskId: string,
    { wishes }: PutFairWishesDto,
  ): Promise<FairWishListDto> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await enterFair(tx, fairId);
      const desk = (await lockDesk(tx, fairId, deskId)) ?? refuse('NOT_FOUND');
      assertStands(actor, fair, { desk: deskPlace(desk) });
      const isWithdrawn = desk.withdrawn_reason !== null;
      assertAllowed(deskRefusal({ seats: desk.seats, absentSlotIds: [], slotIds: [], isWithdrawn }));
      const known = await exhibitorsOf(tx, fairId, ['confirmed'], this.clock.today());
      assertAllowed(wishesRefusal(fair.state, wishes, idsOf(known)));
      await writeWishes(tx, { fairId, by: 'desk', partyId: deskId, wishes });
      return ownWishes(tx, fair);
    });
  }

  putOfExhibitor(
    actor: Actor,
    fairId: string,
    exhibitorId: string,
    { wishes }: PutFairWishesDto,
  ): Promise<FairWishListDto> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await enterFair(tx, fairId);
      const row = (await lockExhibitor(tx, fairId, exhibitorId, this.clock.today())) ?? refuse('NOT_FOUND');
      assertStands(actor, fair, { exhibitor: { supplierId: row.supplier_id } });
      assertAllowed(exhibitorWishRefusal(row.state));
      assertAllowed(wishesRefusal(fair.state, wishes, idsOf(await livingDesks(tx, fairId))));
      await writeWishes(tx, { fairId, by: 'exhibitor', partyId: exhibitorId, wishes });
      return ownWishes(tx, fair);
    });
  }
}

async function ownWishes(tx: Tx, fair: FairRow): Promise<FairWishListDto> {
  const { actor } = tx;
  const [rows, desks] = await Promise.all([wishesOf(tx, fair.id), livingDesks(tx, fair.id)]);
  const own = desks.filter((desk) => standsOf(actor, fair, { desk: deskPlace(desk) }).length > 0);
  const ownDesks = idsOf(own);
  const isOwn = (row: FairWishRow) =>
    row.by === 'desk'
      ? ownDesks.has(row.desk_id)
      : standsOf(actor, fair, { exhibitor: { supplierId: row.supplier_id } }).length > 0;
  return { items: rows.filter(isOwn).map(toFairWishDto) };
}

function toFairWishDto(row: FairWishRow): FairWishDto {
  return { deskId: row.desk_id, exhibitorId: row.exhibitor_id, by: row.by, weight: row.weight };
}

const idsOf = (rows: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(rows.map(({ id }) => id));
