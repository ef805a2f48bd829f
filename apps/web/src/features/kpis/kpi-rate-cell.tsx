import { BulletTrack } from '../../components/bullet-track';
import { FormulaTip } from '../../components/formula-tip';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import type { Kpi } from './api';
import { kpiMessages } from './messages';
import type { ShowFigure } from './use-kpi-figure';
import { useKpiFormula } from './use-kpi-figure';

const STATE_TONE: Readonly<Record<NonNullable<Kpi['qualityState']>, BadgeTone>> = {
  planned: 'neutral',
  in_progress: 'information',
  done: 'success',
};

interface KpiRateCellProps {
  readonly kpi: Kpi;
  readonly figure: ShowFigure;
}

/** Ours and the stated rate with one bar; a state for what is a matter of quality; a dash, and why, for no rate. */
export function KpiRateCell({ kpi, figure }: KpiRateCellProps) {
  const t = useMessages(kpiMessages);
  const formula = useKpiFormula();
  if (kpi.qualityState !== null)
    return <StateBadge tone={STATE_TONE[kpi.qualityState]} label={t(`state_${kpi.qualityState}`)} />;
  const { rate, officialRate } = kpi;
  return (
    <div className="kpi-rate">
      {rate === null ? (
        <p>
          – <span className="field__hint">{t(kpi.target === null ? 'noTarget' : 'noActual')}</span>
        </p>
      ) : (
        <>
          <p className="kpi-rate__figure">
            {rate.display}%
            <FormulaTip label={kpi.item} formula={formula(kpi, rate)} />
          </p>
          <BulletTrack
            label={`${kpi.item}: ${t('actual')} ${figure(kpi.actual, kpi)}, ${t('target')} ${figure(kpi.target, kpi)}`}
            actual={rate.numerator}
            target={rate.denominator}
          />
        </>
      )}
      {officialRate !== null && (
        <p className="field__hint">
          {t('rateOfficial', { rate: officialRate.display })}
          <FormulaTip label={`${kpi.item} ${t('official')}`} formula={formula(kpi, officialRate)} />
        </p>
      )}
    </div>
  );
}
