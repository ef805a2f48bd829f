import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { refuse } from '../common/refused';
import { Transactions } from '../database/transactions';
import type { PublicFairDetailDto, PublicFairListDto } from './dto/fair.dto';
import { announcedFairs, fairById } from './fairs.queries';
import { livingDesks } from './parties/fair-desks.queries';
import { exhibitorsOf } from './parties/fair-exhibitors.queries';
import { toPublicFairDto } from './to-fair-dto';

const MAX_PUBLIC_FAIRS = 200;

/** What anybody may know of the fairs that are announced: who hosts, who consults, who exhibits. */
@Injectable()
export class PublicFairsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<PublicFairListDto> {
    return this.transactions.run(actor, async (tx) => {
      const rows = await announcedFairs(tx, this.clock.today(), MAX_PUBLIC_FAIRS);
      return { items: rows.map(toPublicFairDto) };
    });
  }

  get(actor: Actor, fairId: string): Promise<PublicFairDetailDto> {
    return this.transactions.run(actor, async (tx) => {
      const fair = await fairById(tx, fairId);
      if (fair === undefined || fair.state === 'planned') return refuse('NOT_FOUND');
      const [desks, exhibitors] = await Promise.all([
        livingDesks(tx, fairId),
        exhibitorsOf(tx, fairId, ['confirmed'], this.clock.today()),
      ]);
      return {
        ...toPublicFairDto(fair),
        desks: desks.map((desk) => ({
          institutionName: desk.institution_name,
          departmentName: desk.department_name,
          looksFor: desk.looks_for,
        })),
        exhibitors: exhibitors.map((one) => ({
          supplierId: one.supplier_id,
          supplierName: one.supplier_name,
          booth: one.booth,
          offers: one.offers,
        })),
      };
    });
  }
}
