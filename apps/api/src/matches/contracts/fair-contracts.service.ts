import { Injectable } from '@nestjs/common';
import { fairContractTotals, type FairContract, type FairContractTotals } from '@ieum/domain';
import { systemActor, type Actor } from '../../common/actor';
import { Transactions } from '../../database/transactions';

/**
 * What fairs led to, in sums over all buyers: they are read as the system, so that a fair's figures are the same to
 * everybody who may read them, and no contract leaves here.
 */
@Injectable()
export class FairContractsService {
  constructor(private readonly transactions: Transactions) {}

  /** The signed contracts that name this fair. */
  ofFair(actor: Actor, fairId: string): Promise<FairContractTotals> {
    return this.totals(actor, 'c.fair_id = $1::uuid', fairId);
  }

  /** The contracts signed in a year because of a fair, also those of which nobody wrote down which one. */
  ofYear(actor: Actor, year: number): Promise<FairContractTotals> {
    const signed = 'c.signed_on BETWEEN make_date($1::int, 1, 1) AND make_date($1::int, 12, 31)';
    return this.totals(actor, signed, year);
  }

  private async totals(actor: Actor, condition: string, value: string | number): Promise<FairContractTotals> {
    const contracts = await this.transactions.run(systemActor(actor.requestId), (tx) =>
      tx.sql<FairContract>(
        `SELECT c.value_krw AS "valueKrw",
           (SELECT coalesce(json_agg(json_build_object('supplierId', coalesce(s.merged_into_id, s.id),
                     'supplierName', y.supplier_name)), '[]')
            FROM contract_parties y LEFT JOIN suppliers s ON s.id = y.supplier_id
            WHERE y.institution_id = c.institution_id AND y.contract_id = c.id) AS parties
         FROM contracts c WHERE c.source = 'fair' AND c.state = 'signed' AND ${condition}`,
        [value],
      ),
    );
    return fairContractTotals(contracts);
  }
}
