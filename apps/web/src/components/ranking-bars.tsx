import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useMessages } from '../lib/language';
import { rateFormula, showRate, type ShownRate } from '../lib/rate-format';
import { FormulaTip } from './formula-tip';
import { componentMessages } from './messages';
import { PictureOrTable } from './picture-or-table';
import './ranking-bars.css';

export interface RankingBarRow {
  readonly id: string;
  /** null = listed, not ranked (no target) */
  readonly rank: number | null;
  readonly name: string;
  readonly rate: ShownRate;
  /** the amount as it is to be read, in the unit of the page */
  readonly amount: ReactNode;
  /** the rows behind the figure */
  readonly to?: string;
  /** length of the bar where something else than the rate is ranked; in the same measure as `longest` */
  readonly length?: number;
  /** what stands at the bar instead of the rate */
  readonly figure?: string;
  /** the reader's own department */
  readonly marked?: boolean;
}

interface RankingBarsProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly rows: readonly RankingBarRow[];
  /** one scale for several pictures; default: the longest bar of this one, at least 100 % */
  readonly longest?: number;
  /** true where the page has a table of the same data already */
  readonly pictureOnly?: boolean;
}

/** Ranked bars on one common scale, so that lengths can be compared. Ties come with the same rank. */
export function RankingBars({ title, note, rows, pictureOnly = false, ...props }: RankingBarsProps) {
  const t = useMessages(componentMessages);
  const { language } = useLanguage();
  const lengthOf = (row: RankingBarRow) => Math.max(0, row.length ?? row.rate.percent ?? 0);
  const longest = props.longest ?? Math.max(100, ...rows.map(lengthOf));
  return (
    <PictureOrTable
      title={title}
      note={note}
      pictureOnly={pictureOnly}
      head={[t('name'), t('rank'), t('rate'), t('amount')]}
      rows={rows.map((row) => [row.name, row.rank ?? '–', showRate(row.rate, language), row.amount])}
      picture={
        <ol className="ranking-bars">
          {rows.map((row) => {
            const formula = rateFormula(row.rate, language);
            return (
              <li key={row.id} className={row.marked ? 'ranking-bars__row--marked' : undefined}>
                <span className="ranking-bars__rank">{row.rank ?? '–'}</span>
                <span className="ranking-bars__name">
                  {row.to ? <Link to={row.to}>{row.name}</Link> : row.name}
                </span>
                <span className="ranking-bars__track" aria-hidden="true">
                  <span
                    className={
                      row.length === undefined && lengthOf(row) >= 100 ? 'ranking-bars__bar--over' : undefined
                    }
                    style={{ width: `${longest > 0 ? (lengthOf(row) / longest) * 100 : 0}%` }}
                  />
                </span>
                <span className="ranking-bars__rate">
                  {row.figure ?? showRate(row.rate, language)}
                  {formula && <FormulaTip label={row.name} formula={formula} />}
                </span>
              </li>
            );
          })}
        </ol>
      }
    />
  );
}
