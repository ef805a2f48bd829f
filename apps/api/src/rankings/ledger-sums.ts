import type { LedgerCell } from './ledger.queries';

export interface LedgerSum {
  readonly actualKrw: number;
  readonly purchaseCount: number;
}

const NOTHING: LedgerSum = { actualKrw: 0, purchaseCount: 0 };

/** The cells of one read, added up as a screen needs them. */
export class LedgerSums {
  private readonly bySubject = new Map<string, LedgerCell[]>();

  constructor(private readonly cells: readonly LedgerCell[]) {
    for (const cell of cells) {
      const known = this.bySubject.get(cell.subjectId);
      if (known === undefined) this.bySubject.set(cell.subjectId, [cell]);
      else known.push(cell);
    }
  }

  /** @param subjectId undefined = everybody */
  of(scheme: string, subjectId?: string): LedgerSum {
    return sum(this.cellsOf(subjectId).filter((cell) => cell.scheme === scheme));
  }

  /** Twelve months, January first. */
  months(scheme: string, subjectId?: string): readonly LedgerSum[] {
    const cells = this.cellsOf(subjectId).filter((cell) => cell.scheme === scheme);
    return Array.from({ length: 12 }, (_, index) => sum(cells.filter((cell) => cell.month === index + 1)));
  }

  /** Null when the books hold nothing of this subject: not known, which is not zero. */
  known(scheme: string, subjectId: string): number | null {
    const cells = (this.bySubject.get(subjectId) ?? []).filter((cell) => cell.scheme === scheme);
    return cells.some((cell) => cell.purchaseCount !== 0 || cell.actualKrw !== 0)
      ? sum(cells).actualKrw
      : null;
  }

  private cellsOf(subjectId: string | undefined): readonly LedgerCell[] {
    return subjectId === undefined ? this.cells : (this.bySubject.get(subjectId) ?? []);
  }
}

function sum(cells: readonly LedgerCell[]): LedgerSum {
  return cells.reduce(
    (total, cell) => ({
      actualKrw: total.actualKrw + cell.actualKrw,
      purchaseCount: total.purchaseCount + cell.purchaseCount,
    }),
    NOTHING,
  );
}
