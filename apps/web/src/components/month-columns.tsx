import type { MoneyUnit } from '@ieum/domain';
import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import { useLanguage, useMessages } from '../lib/language';
import { moneyMessages, showKrw } from '../lib/money-format';
import { componentMessages } from './messages';
import { Legend, PictureOrTable } from './picture-or-table';
import './month-columns.css';

export interface MonthFigure {
  /** 1..12 */
  readonly month: number;
  readonly actualKrw: number;
  /** last year's, or the planned amount of the month */
  readonly compareKrw?: number | null;
  /** the rows behind the month's amount */
  readonly to?: string;
}

interface MonthColumnsProps {
  readonly title: string;
  readonly months: readonly MonthFigure[];
  readonly unit: MoneyUnit;
  /** what compareKrw is: the plan, last year */
  readonly compareLabel?: string;
}

/** Amounts by month as columns. A month of refunds (negative) stands at zero and keeps its figure in the table. */
export function MonthColumns({ title, months, unit, compareLabel }: MonthColumnsProps) {
  const t = useMessages(componentMessages);
  const { language } = useLanguage();
  const highest = Math.max(1, ...months.flatMap((month) => [month.actualKrw, month.compareKrw ?? 0]));
  // A custom property: the share is the height of a column, and on a phone the length of a bar.
  const share = (amount: number) =>
    ({ '--share': `${(Math.max(0, amount) / highest) * 100}%` }) as CSSProperties;
  const head = [t('month'), t('actual'), ...(compareLabel ? [compareLabel] : [])];
  return (
    <PictureOrTable
      title={title}
      note={`${moneyMessages[language].unit}: ${moneyMessages[language][unit]}`}
      head={head}
      rows={months.map((month) => [
        t('monthName', { month: month.month }),
        <MonthAmount key="actual" month={month} unit={unit} />,
        ...(compareLabel ? [showKrw(month.compareKrw, unit)] : []),
      ])}
      legend={
        compareLabel ? (
          <Legend
            items={[
              { mark: 'actual', label: t('actual') },
              { mark: 'second', label: compareLabel },
            ]}
          />
        ) : undefined
      }
      picture={
        <ol className="month-columns">
          {months.map((month) => (
            <li key={month.month}>
              <span className="month-columns__figure">
                {month.actualKrw !== 0 && <MonthAmount month={month} unit={unit} />}
              </span>
              <span className="month-columns__bars" aria-hidden="true">
                {compareLabel && (
                  <span className="month-columns__compare" style={share(month.compareKrw ?? 0)} />
                )}
                <span className="month-columns__actual" style={share(month.actualKrw)} />
              </span>
              <span className="month-columns__month">{t('monthName', { month: month.month })}</span>
            </li>
          ))}
        </ol>
      }
    />
  );
}

function MonthAmount({ month, unit }: { readonly month: MonthFigure; readonly unit: MoneyUnit }) {
  const shown = showKrw(month.actualKrw, unit);
  return month.to && month.actualKrw !== 0 ? <Link to={month.to}>{shown}</Link> : shown;
}
