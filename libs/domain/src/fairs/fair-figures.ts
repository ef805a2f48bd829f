import { normaliseCompanyName } from '../text/company-name';

/** A figure of a fair; `counted` null: the fair was not run here, `recorded` null: no report states it. */
export interface FairFigure {
  readonly value: number;
  readonly counted: number | null;
  readonly recorded: number | null;
}

/** What holds is what the rows count; of a fair that was only recorded, what its report states. */
export function fairFigure(counted: number | null, recorded: number | null): FairFigure {
  return { value: counted ?? recorded ?? 0, counted, recorded };
}

/** Whoever delivers one contract. */
export interface FairContractParty {
  /** the row of the register that stands; null: not in the register, known by its name alone */
  readonly supplierId: string | null;
  readonly supplierName: string;
}

export interface FairContract {
  readonly valueKrw: number;
  readonly parties: readonly FairContractParty[];
}

export interface FairContractTotals {
  readonly contracts: number;
  readonly suppliers: number;
  readonly amountKrw: number;
}

/**
 * Contracts with their value once each, however many deliver, and how many different enterprises there are: the fairs of
 * 2017 led to four contracts with three of them, while their report says four enterprises.
 */
export function fairContractTotals(contracts: readonly FairContract[]): FairContractTotals {
  const parties = contracts.flatMap((contract) => contract.parties);
  return {
    contracts: contracts.length,
    suppliers: new Set(parties.map(partyKey)).size,
    amountKrw: contracts.reduce((sum, { valueKrw }) => sum + valueKrw, 0),
  };
}

function partyKey({ supplierId, supplierName }: FairContractParty): string {
  return supplierId ?? `n:${normaliseCompanyName(supplierName)}`;
}

/** Mean of scores to two decimals; null: nobody answered. */
export function meanScore(sum: number, count: number): number | null {
  return count === 0 ? null : Math.round((sum * 100) / count) / 100;
}
