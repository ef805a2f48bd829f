import type { MoneyUnit } from '@ieum/domain';
import type { Cycle } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import type { Target } from './api';
import { targetMessages } from './messages';
import { amountsOf, sumCheck, type DepartmentTargets } from './target-grid';

interface TargetTotalsProps {
  readonly cycle: Cycle;
  readonly rows: readonly DepartmentTargets[];
  readonly schemes: readonly string[];
  readonly wished: readonly string[];
  readonly wishOf: (departmentId: string, scheme: string) => number | null;
  readonly shown: (target: Target) => number | null;
  readonly unit: MoneyUnit;
}

/** Sum, target of the institution and their difference, as typed so far. Scheme totals are never added up. */
export function TargetTotals({ cycle, rows, schemes, wished, wishOf, shown, unit }: TargetTotalsProps) {
  const t = useMessages(targetMessages);
  const figures = schemes.map((scheme) => {
    const amounts = amountsOf(rows, scheme, shown);
    const targetKrw = cycle.institutionTargets.find((one) => one.schemeCode === scheme)?.targetKrw ?? null;
    const sumKrw = amounts.reduce((sum, amount) => sum + amount, 0);
    return { scheme, sumKrw, targetKrw, check: sumCheck(targetKrw, amounts) };
  });
  const wishSum = (scheme: string) =>
    rows.reduce((sum, row) => sum + (wishOf(row.departmentId, scheme) ?? 0), 0);
  return (
    <tfoot className="target-table__sums">
      <tr>
        <th scope="row">{t('total', { count: rows.length })}</th>
        <td className="target-table__aside" />
        {wished.map((scheme) => (
          <td key={scheme} className="target-table__number target-table__aside">
            {showKrw(wishSum(scheme), unit)}
          </td>
        ))}
        {figures.map(({ scheme, sumKrw }) => (
          <td key={scheme} className="target-table__number">
            {showKrw(sumKrw, unit)}
          </td>
        ))}
        <td colSpan={2} />
      </tr>
      <tr>
        <th scope="row">{t('institutionRow')}</th>
        <td className="target-table__aside" />
        {wished.map((scheme) => (
          <td key={scheme} className="target-table__aside" />
        ))}
        {figures.map(({ scheme, targetKrw }) => (
          <td key={scheme} className="target-table__number">
            {targetKrw === null ? t('noTarget') : showKrw(targetKrw, unit)}
          </td>
        ))}
        <td colSpan={2} />
      </tr>
      <tr>
        <th scope="row">{t('differenceRow')}</th>
        <td className="target-table__aside" />
        {wished.map((scheme) => (
          <td key={scheme} className="target-table__aside" />
        ))}
        {figures.map(({ scheme, check }) => (
          <td
            key={scheme}
            className={
              check?.matches === false ? 'target-table__number target-table__differs' : 'target-table__number'
            }
          >
            {check === null ? '–' : signed(check.differenceKrw, unit)}
          </td>
        ))}
        <td colSpan={2} />
      </tr>
    </tfoot>
  );
}

function signed(amountKrw: number, unit: MoneyUnit): string {
  return `${amountKrw > 0 ? '+' : ''}${showKrw(amountKrw, unit)}`;
}
