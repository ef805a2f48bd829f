import { Injectable } from '@nestjs/common';
import {
  FAIR_OFFICIAL_FIGURES,
  rankFairs,
  scopeOf,
  tidyLine,
  type FairContractTotals,
  type FairOfficialFigure,
} from '@ieum/domain';
import { systemActor, type Actor } from '../../common/actor';
import { Transactions, type Tx } from '../../database/transactions';
import { FairContractsService } from '../../matches/contracts/fair-contracts.service';
import type {
  FairSummaryDto,
  FairSummaryQuery,
  OfficialFigureParams,
  PutOfficialFigureDto,
} from '../dto/fair-report.dto';
import { figuresOfYear } from './fair-figures.queries';
import { figuresOf } from './fair-report.service';

/** A year of fairs. Only sums and what is announced leave here, so everybody reads the same. */
@Injectable()
export class FairSummaryService {
  constructor(
    private readonly transactions: Transactions,
    private readonly contracts: FairContractsService,
  ) {}

  async get(actor: Actor, { year }: FairSummaryQuery): Promise<FairSummaryDto> {
    const readsContracts = scopeOf(actor, 'contract:read') !== undefined;
    const rows = await this.transactions.run(systemActor(actor.requestId), (tx) => figuresOfYear(tx, year));
    const contracts = readsContracts ? await this.contracts.ofYear(actor, year) : null;
    const official =
      contracts === null ? [] : await this.transactions.run(actor, (tx) => officialOf(tx, year, contracts));
    const fairs = rankFairs(
      rows.map((row) => {
        const { enterprises, desks, consultations } = figuresOf(row);
        return {
          fairId: row.id,
          name: row.name,
          hostName: row.host_name,
          state: row.state,
          firstDay: row.first_day,
          enterprises: enterprises.value,
          desks: desks.value,
          consultations: consultations.value,
          visitors: row.visitors,
        };
      }),
    );
    const total = (figure: 'enterprises' | 'desks' | 'consultations' | 'visitors') =>
      fairs.reduce((sum, fair) => sum + (fair[figure] ?? 0), 0);
    return {
      year,
      fairs,
      totals: {
        fairs: fairs.length,
        enterprises: total('enterprises'),
        desks: total('desks'),
        consultations: total('consultations'),
        visitors: total('visitors'),
      },
      contracts,
      official,
    };
  }

  /** What the official report states of the year; said again, the last word holds. */
  async putOfficial(
    actor: Actor,
    { year, figure }: OfficialFigureParams,
    { value, source }: PutOfficialFigureDto,
  ): Promise<FairSummaryDto> {
    await this.transactions.run(actor, (tx) =>
      tx.sql(
        `INSERT INTO fair_official_figures (year, figure, value, source) VALUES ($1, $2, $3, $4)
         ON CONFLICT (year, figure) DO UPDATE SET value = EXCLUDED.value, source = EXCLUDED.source`,
        [year, figure, value, tidyLine(source)],
      ),
    );
    return this.get(actor, { year });
  }
}

const COUNTED: Readonly<Record<FairOfficialFigure, keyof FairContractTotals>> = {
  contracts: 'contracts',
  suppliers: 'suppliers',
  amount_krw: 'amountKrw',
};

async function officialOf(
  tx: Tx,
  year: number,
  contracts: FairContractTotals,
): Promise<FairSummaryDto['official']> {
  const rows = await tx.sql<{ figure: FairOfficialFigure; value: number; source: string }>(
    'SELECT figure, value, source FROM fair_official_figures WHERE year = $1 ORDER BY array_position($2::text[], figure)',
    [year, FAIR_OFFICIAL_FIGURES],
  );
  return rows.map(({ figure, value: stated, source }) => {
    const counted = contracts[COUNTED[figure]];
    return { figure, stated, counted, difference: { value: stated - counted }, source };
  });
}
