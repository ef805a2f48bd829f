import { StateBadge } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import type { Kpi } from './api';
import { kpiMessages } from './messages';
import type { ShowFigure } from './use-kpi-figure';

/** The stated figure against ours, in words: nothing to compare is a dash, equal is said. */
export function KpiDifference({ kpi, figure }: { readonly kpi: Kpi; readonly figure: ShowFigure }) {
  const t = useMessages(kpiMessages);
  if (kpi.difference === null) return '–';
  if (kpi.difference === 0) return t('same');
  const amount = figure(Math.abs(kpi.difference), kpi);
  return (
    <div>
      <StateBadge tone="warning" label={t('differs')} />
      <div className="field__hint">
        {t(kpi.difference > 0 ? 'officialMore' : 'officialLess', { figure: amount })}
      </div>
    </div>
  );
}
