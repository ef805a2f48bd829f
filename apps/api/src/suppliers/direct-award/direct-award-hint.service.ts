import { Injectable } from '@nestjs/common';
import { directAwardHint, isCertificateValidOn } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { SuppliersService } from '../suppliers.service';
import { awardRules, awardSupplier } from './direct-award.queries';
import {
  toDirectAwardHintDto,
  type DirectAwardHintDto,
  type DirectAwardHintQuery,
} from './dto/direct-award-hint.dto';

/** Whether one quotation may be enough, by the rules and certificates of a day. It only reads. */
@Injectable()
export class DirectAwardHintService {
  constructor(
    private readonly transactions: Transactions,
    private readonly suppliers: SuppliersService,
    private readonly clock: Clock,
  ) {}

  hint(actor: Actor, query: DirectAwardHintQuery): Promise<DirectAwardHintDto> {
    const on = query.on ?? this.clock.today();
    const kind = query.kind ?? 'goods';
    return this.transactions.run(actor, async (tx) => {
      const [rows, { supplier, certificates }] = await Promise.all([
        awardRules(tx),
        this.supplierFacts(tx, query.supplierId),
      ]);
      const hint = directAwardHint(
        {
          amountKrw: query.amountKrw ?? null,
          amountIncludesVat: query.amountIncludesVat ?? true,
          supplyValueKrw: query.supplyValueKrw ?? null,
          kind,
          day: on,
          supplier: supplier === null ? null : { ...supplier, certificates },
        },
        rows,
      );
      const valid = certificates.filter((one) => isCertificateValidOn(one, on));
      return toDirectAwardHintDto({ hint, rows, on, kind, supplier, certificates: valid });
    });
  }

  private async supplierFacts(tx: Tx, id: string | undefined) {
    if (id === undefined) return { supplier: null, certificates: [] };
    const supplier = (await awardSupplier(tx, id)) ?? refuse('NOT_FOUND');
    const { certificates } = await this.suppliers.factsForCounting(tx, supplier.id);
    return { supplier, certificates };
  }
}
