import { useMessages } from '../../lib/language';
import type { KpiProgramme } from './api';
import { kpiMessages } from './messages';

type Averaged = Pick<KpiProgramme, 'average' | 'officialAverage' | 'rowCount'>;

/** The mean, and over how many rows it is: those without a rate take no part. */
export function KpiAverages({ of: { average, officialAverage, rowCount } }: { readonly of: Averaged }) {
  const t = useMessages(kpiMessages);
  const ours =
    average.display === null
      ? t('noAverage')
      : t('average', { rate: average.display, rows: rowCount, counted: average.counted });
  const stated =
    officialAverage.display === null
      ? null
      : t('officialAverage', { rate: officialAverage.display, counted: officialAverage.counted });
  return <p className="field__hint">{[ours, stated].filter((part) => part !== null).join(' · ')}</p>;
}
