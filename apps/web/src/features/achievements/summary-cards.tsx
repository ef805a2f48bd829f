import { formatKrw, HAMKKE_NURI_MALL, MALL_SHARE_DECIMALS, rateOf, type MoneyUnit } from '@ieum/domain';
import { StatCard } from '../../components/stat-card';
import { useLanguage, useMessages } from '../../lib/language';
import { moneyMessages, showKrw } from '../../lib/money-format';
import { useRowsLink } from '../../lib/purchase-link';
import { rateFormula, showRate } from '../../lib/rate-format';
import type { Report } from './api';
import { achievementMessages } from './messages';

interface SummaryCardsProps {
  readonly report: Report;
  /** the same question for the mall; null = no books of it, or the mall is what is shown */
  readonly mall: Report | null;
  readonly unit: MoneyUnit;
}

/** The year in figures; each opens its rows and says how it came about. */
export function SummaryCards({ report, mall, unit }: SummaryCardsProps) {
  const t = useMessages(achievementMessages);
  const { language } = useLanguage();
  const { total } = report;
  const unitWord = moneyMessages[language][unit];
  const rowsLink = useRowsLink();
  const rows = rowsLink(total.rows);
  const money = (amountKrw: number) => ({ amount: showKrw(amountKrw, unit), unit: unitWord });
  const remaining = total.targetKrw === null ? null : total.targetKrw - total.actualKrw;
  return (
    <div className="card-grid achievement-cards">
      <StatCard
        label={t('target')}
        value={total.targetKrw ? showKrw(total.targetKrw, unit) : t('noTarget')}
        {...(total.targetKrw ? { unit: unitWord } : {})}
        note={
          report.departmentTargetsKrw === null
            ? t('targetNote')
            : t('departmentTargets', money(report.departmentTargetsKrw))
        }
      />
      <StatCard
        label={t('actual')}
        value={showKrw(total.actualKrw, unit)}
        unit={unitWord}
        to={rows}
        note={t('count', { count: total.purchaseCount })}
      />
      <StatCard
        label={t('rate')}
        value={showRate(total.rate, language)}
        formula={rateFormula(total.rate, language)}
        to={rows}
        note={
          remaining === null ? undefined : t(remaining > 0 ? 'remaining' : 'over', money(Math.abs(remaining)))
        }
      />
      <PaceCard report={report} unit={unit} />
      <ForecastCard report={report} unit={unit} />
      <StatCard
        label={t('certifiedOnly')}
        value={showKrw(total.certifiedOnly.actualKrw, unit)}
        unit={unitWord}
        to={rowsLink(total.certifiedOnly.rows)}
        note={t('certifiedNote')}
      />
      {mall !== null && <MallCard report={report} mall={mall} unit={unit} />}
      {report.denominator !== null && <DenominatorCard denominator={report.denominator} to={rows} />}
    </div>
  );
}

function PaceCard({ report, unit }: Omit<SummaryCardsProps, 'mall'>) {
  const t = useMessages(achievementMessages);
  const rowsLink = useRowsLink();
  const { language } = useLanguage();
  const { pace, targetKrw } = report.total;
  const unitWord = moneyMessages[language][unit];
  if (pace.expectedKrw === null) return <StatCard label={t('pace')} value={t('noTarget')} />;
  const ahead = pace.aheadKrw ?? 0;
  return (
    <StatCard
      label={t('pace')}
      value={showKrw(pace.expectedKrw, unit)}
      unit={unitWord}
      formula={t('paceFormula', {
        target: formatKrw(targetKrw ?? 0),
        share: String(pace.expectedRate.percent ?? ''),
        expected: formatKrw(pace.expectedKrw),
      })}
      to={rowsLink(report.total.rows)}
      note={t(ahead >= 0 ? 'ahead' : 'behind', { amount: showKrw(Math.abs(ahead), unit), unit: unitWord })}
    />
  );
}

function ForecastCard({ report, unit }: Omit<SummaryCardsProps, 'mall'>) {
  const t = useMessages(achievementMessages);
  const rowsLink = useRowsLink();
  const { language } = useLanguage();
  const { forecastKrw, actualKrw, targetKrw, pace, rows } = report.total;
  if (forecastKrw === null) return <StatCard label={t('forecast')} value="–" note={t('forecastNone')} />;
  const share = pace.expectedRate.percent;
  return (
    <StatCard
      label={t('forecast')}
      value={showKrw(forecastKrw, unit)}
      unit={moneyMessages[language][unit]}
      formula={
        share === null
          ? null
          : t('forecastFormula', {
              actual: formatKrw(actualKrw),
              share: String(share),
              forecast: formatKrw(forecastKrw),
            })
      }
      to={rowsLink(rows)}
      note={`${t('rate')} ${showRate(rateOf(forecastKrw, targetKrw, report.policy), language)}`}
    />
  );
}

/** Actual of the mall ÷ actual of the scheme; the targets' share beside it. */
function MallCard({
  report,
  mall,
  unit,
}: {
  readonly report: Report;
  readonly mall: Report;
  readonly unit: MoneyUnit;
}) {
  const t = useMessages(achievementMessages);
  const rowsLink = useRowsLink();
  const { language } = useLanguage();
  const policy = { ...report.policy, decimals: MALL_SHARE_DECIMALS };
  const share = rateOf(mall.total.actualKrw, report.total.actualKrw, policy);
  const targets = rateOf(mall.total.targetKrw ?? 0, report.total.targetKrw, policy);
  const money = { amount: showKrw(mall.total.actualKrw, unit), unit: moneyMessages[language][unit] };
  const hasTarget = mall.total.targetKrw !== null && targets.percent !== null;
  return (
    <StatCard
      label={t('mallShare')}
      value={share.display === null ? '–' : `${share.display}%`}
      formula={rateFormula(share, language)}
      to={rowsLink({ ...mall.total.rows, scheme: HAMKKE_NURI_MALL })}
      note={
        hasTarget
          ? t('mallShareNote', { ...money, share: `${targets.display}%` })
          : t('mallShareNoteNoTarget', money)
      }
    />
  );
}

interface DenominatorCardProps {
  readonly denominator: NonNullable<Report['denominator']>;
  readonly to: string | undefined;
}

function DenominatorCard({ denominator, to }: DenominatorCardProps) {
  const t = useMessages(achievementMessages);
  const { language } = useLanguage();
  const { kind, rate, excludedKrw, exclusionReason } = denominator;
  if (kind === 'none') return null;
  const excluded = excludedKrw !== null && excludedKrw > 0;
  return (
    <StatCard
      label={t(`denominator_${kind}`)}
      value={rate.display === null ? t('denominatorMissing') : `${rate.display}%`}
      formula={rateFormula(rate, language)}
      to={to}
      note={
        excluded
          ? t('excluded', { amount: formatKrw(excludedKrw), reason: exclusionReason ?? '–' })
          : undefined
      }
    />
  );
}
