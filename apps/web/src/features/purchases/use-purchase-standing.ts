import { periodOf, placingDay, type Day, type PeriodState } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useCountingYear } from '../../lib/years';
import { adjustmentsQuery, periodsQuery, type Purchase } from './api';

export interface Standing {
  /** of the department's quarter in which the purchase lies */
  readonly periodState: PeriodState;
  /** the day that places it in its quarter */
  readonly day: Day | null;
  readonly adjustments: readonly Purchase[];
  /** the purchase and all its adjustments so far, won */
  readonly netKrw: number;
  /** state of the department's quarter on a day of the same year; open while it is not known: the server decides */
  readonly periodStateOn: (day: Day) => PeriodState;
}

/** What the rules ask about a purchase besides its own fields; null while it is being read. */
export function usePurchaseStanding(purchase: Purchase): Standing | null {
  const { institutionId, departmentId, fiscalYear } = purchase;
  const year = useCountingYear(institutionId, fiscalYear);
  const periods = useQuery(periodsQuery(institutionId, fiscalYear));
  const adjustments = useQuery(adjustmentsQuery(purchase.id));
  if (year === null || periods.data === undefined || adjustments.data === undefined) return null;
  const periodStateOn = (day: Day): PeriodState => {
    const { quarter } = periodOf(day, fiscalYear);
    const period = periods.data.items.find((one) => one.quarter === quarter);
    return (
      period?.departments.find((one) => one.departmentId === departmentId)?.state ?? period?.state ?? 'open'
    );
  };
  const rows = adjustments.data.items;
  const living = rows.filter(({ state }) => state === 'submitted' || state === 'accepted');
  const day = placingDay(purchase, year.policy.recognitionDate);
  return {
    periodState: day === null ? 'open' : periodStateOn(day),
    day,
    adjustments: rows,
    netKrw: living.reduce((sum, row) => sum + row.amountKrw, purchase.amountKrw),
    periodStateOn,
  };
}
