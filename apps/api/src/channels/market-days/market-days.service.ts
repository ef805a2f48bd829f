import { Injectable } from '@nestjs/common';
import { marketDayRefusal, marketDaySales, tidyLine } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { changesOf, type ChannelYearQuery } from '../channel-fields';
import {
  toMarketDayDto,
  type ChangeMarketDayDto,
  type CreateMarketDayDto,
  type MarketDayDto,
  type MarketDayPageDto,
  type MarketParticipantInputDto,
} from './dto/market-day.dto';
import {
  marketDayById,
  marketTotals,
  searchMarketDays,
  writeParticipants,
  type MarketDayRow,
  type ParticipantRow,
} from './market-days.queries';

/** Markets on which enterprises sell: planned, held, with the sales of each and the figure that a report states. */
@Injectable()
export class MarketDaysService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: ChannelYearQuery): Promise<MarketDayPageDto> {
    const { limit = DEFAULT_LIMIT, year = null } = query;
    const [day, id] = decodeCursor(query.cursor, ['day', 'id']) ?? [null, null];
    return this.transactions.run(actor, async (tx) => {
      const [rows, totals] = await Promise.all([
        searchMarketDays(tx, year, [day, id], limit + 1),
        marketTotals(tx, year),
      ]);
      return { ...pageOf(rows.map(toMarketDayDto), limit, (row) => [row.heldOn, row.id]), totals };
    });
  }

  get(actor: Actor, id: string): Promise<MarketDayDto> {
    return this.transactions.run(actor, async (tx) => toMarketDayDto(await findDay(tx, id)));
  }

  create(actor: Actor, input: CreateMarketDayDto): Promise<MarketDayDto> {
    const { heldOn, lastOn = null, opensAt = null, closesAt = null, officialSalesKrw = null } = input;
    const participants = toRows(input.participants ?? []);
    const facts = { heldOn, lastOn, opensAt, closesAt, officialSalesKrw, participants };
    return this.transactions.runOnce(actor, async (tx) => {
      assertAllowed(marketDayRefusal({ today: this.clock.today(), ...facts }));
      const [made] = await tx.sql<{ id: string }>(
        `INSERT INTO market_days (name, held_on, last_on, opens_at, closes_at, place, official_sales_krw, sales_krw, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
        [
          tidyLine(input.name),
          heldOn,
          lastOn,
          opensAt,
          closesAt,
          tidyLine(input.place),
          officialSalesKrw,
          marketDaySales(officialSalesKrw, participants).countedKrw,
          actor.userId,
        ],
      );
      const id = made?.id ?? '';
      await writeParticipants(tx, id, participants);
      return toMarketDayDto(await findDay(tx, id));
    });
  }

  change(actor: Actor, id: string, version: number, input: ChangeMarketDayDto): Promise<MarketDayDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await findDay(tx, id);
      const participants =
        input.participants === undefined ? before.participants : toRows(input.participants);
      const facts = { ...before, ...input, participants };
      assertAllowed(marketDayRefusal({ today: this.clock.today(), ...facts }));
      const change = changesOf(input, {
        name: 'name',
        held_on: 'heldOn',
        last_on: 'lastOn',
        opens_at: 'opensAt',
        closes_at: 'closesAt',
        place: 'place',
        official_sales_krw: 'officialSalesKrw',
        voided_reason: 'voidedReason',
      });
      const { countedKrw } = marketDaySales(facts.officialSalesKrw, participants);
      await tx.updateVersion('market_days', { id }, version, { ...change, sales_krw: countedKrw });
      if (input.participants !== undefined) await writeParticipants(tx, id, participants);
      return toMarketDayDto(await findDay(tx, id));
    });
  }
}

async function findDay(tx: Tx, id: string): Promise<MarketDayRow> {
  return (await marketDayById(tx, id)) ?? refuse('NOT_FOUND');
}

function toRows(participants: readonly MarketParticipantInputDto[]): ParticipantRow[] {
  return participants.map(({ supplierId = null, supplierName, salesKrw = null }) => ({
    supplierId,
    supplierName: tidyLine(supplierName),
    salesKrw,
  }));
}
