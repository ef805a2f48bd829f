import type { Schema } from '@ieum/api-client';
import { yearOf, type MoneyUnit } from '@ieum/domain';
import { Link } from 'react-router';
import { BulletBar } from '../../components/bullet-bar';
import { today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages, showKrw } from '../../lib/money-format';
import { useRowsLink } from '../../lib/purchase-link';
import { homeMessages } from './messages';
import './homes.css';

interface StandingProps {
  readonly label: string;
  readonly row: Schema<'AchievementRowDto'>;
  readonly unit: MoneyUnit;
  /** also what the year will come to */
  readonly forecast?: boolean;
}

/** Target, actual and pace in one bar, what they mean in a sentence, and the way to the rows. */
export function Standing({ label, row, unit, forecast = false }: StandingProps) {
  const t = useMessages(homeMessages);
  const { language } = useLanguage();
  const to = useRowsLink()(row.rows);
  const word = moneyMessages[language][unit];
  const { status, aheadKrw, expectedKrw } = row.pace;
  // A year that is over has no pace and no forecast any more: it reached its target or it did not.
  const running = row.rows.fiscalYear >= yearOf(today());
  const missing = { amount: showKrw(Math.abs(aheadKrw ?? 0), unit), unit: word };
  return (
    <div>
      <BulletBar label={label} rate={row.rate} paceKrw={running ? expectedKrw : null} unit={unit} />
      <p className="standing__words">
        {status === 'reached' && t('pace_reached')}
        {status === 'on_track' && t('pace_on_track')}
        {status === 'behind' && t(running ? 'pace_behind' : 'pace_missed', missing)}{' '}
        {forecast && running && row.forecastKrw !== null && status !== null && status !== 'reached' && (
          <span>{t('forecast', { amount: showKrw(row.forecastKrw, unit), unit: word })} </span>
        )}
        {to !== undefined && <Link to={to}>{t('rows', { label })}</Link>}
      </p>
    </div>
  );
}
