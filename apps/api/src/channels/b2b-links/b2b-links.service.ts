import { Injectable } from '@nestjs/common';
import { b2bLinkRefusal, tidyLine } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { changesOf, type ChannelYearQuery } from '../channel-fields';
import { b2bLinkById, b2bTotals, searchB2bLinks, type B2bLinkRow } from './b2b-links.queries';
import {
  toB2bLinkDto,
  type B2bLinkDto,
  type B2bLinkPageDto,
  type ChangeB2bLinkDto,
  type CreateB2bLinkDto,
} from './dto/b2b-link.dto';

/** What an enterprise sold to a company because the centre brought them together. */
@Injectable()
export class B2bLinksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: ChannelYearQuery): Promise<B2bLinkPageDto> {
    const { limit = DEFAULT_LIMIT, year = null } = query;
    const [day, id] = decodeCursor(query.cursor, ['day', 'id']) ?? [null, null];
    return this.transactions.run(actor, async (tx) => {
      const [rows, totals] = await Promise.all([
        searchB2bLinks(tx, year, [day, id], limit + 1),
        b2bTotals(tx, year),
      ]);
      return { ...pageOf(rows.map(toB2bLinkDto), limit, (row) => [row.linkedOn, row.id]), totals };
    });
  }

  get(actor: Actor, id: string): Promise<B2bLinkDto> {
    return this.transactions.run(actor, async (tx) => toB2bLinkDto(await findLink(tx, id)));
  }

  create(actor: Actor, input: CreateB2bLinkDto): Promise<B2bLinkDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      assertAllowed(b2bLinkRefusal({ today: this.clock.today(), ...input }));
      const [made] = await tx.sql<{ id: string }>(
        `INSERT INTO b2b_links (linked_on, supplier_id, supplier_name, buyer_name, item, amount_krw, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
        [
          input.linkedOn,
          input.supplierId ?? null,
          tidyLine(input.supplierName),
          tidyLine(input.buyerName),
          tidyLine(input.item),
          input.amountKrw,
          actor.userId,
        ],
      );
      return toB2bLinkDto(await findLink(tx, made?.id ?? ''));
    });
  }

  change(actor: Actor, id: string, version: number, input: ChangeB2bLinkDto): Promise<B2bLinkDto> {
    return this.transactions.run(actor, async (tx) => {
      const { linkedOn, amountKrw } = { ...(await findLink(tx, id)), ...input };
      assertAllowed(b2bLinkRefusal({ today: this.clock.today(), linkedOn, amountKrw }));
      const change = changesOf(input, {
        linked_on: 'linkedOn',
        supplier_id: 'supplierId',
        supplier_name: 'supplierName',
        buyer_name: 'buyerName',
        item: 'item',
        amount_krw: 'amountKrw',
        voided_reason: 'voidedReason',
      });
      await tx.updateVersion('b2b_links', { id }, version, change);
      return toB2bLinkDto(await findLink(tx, id));
    });
  }
}

async function findLink(tx: Tx, id: string): Promise<B2bLinkRow> {
  return (await b2bLinkById(tx, id)) ?? refuse('NOT_FOUND');
}
