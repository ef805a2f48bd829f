import { VersionConflict } from '../../components/version-conflict';
import { useMessages } from '../../lib/language';
import type { Kpi } from './api';
import { kpiFormMessages } from './form-messages';
import { contentOf, valuesOf, type KpiValues } from './kpi-values';
import { kpiMessages } from './messages';
import { useKpiFigure } from './use-kpi-figure';

interface KpiConflictProps {
  readonly mine: KpiValues;
  readonly theirs: Kpi;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

/** Two administrators changed the same row: both versions, and a choice. */
export function KpiConflict({ mine, theirs, ...choice }: KpiConflictProps) {
  const t = useMessages(kpiFormMessages);
  const word = useMessages(kpiMessages);
  const figure = useKpiFigure('won');
  const shown = (values: KpiValues): Readonly<Record<string, string>> => {
    const kpi = contentOf(values);
    return {
      [t('programme')]: kpi.programme,
      [t('group')]: kpi.group,
      [t('item')]: kpi.item,
      [t('unit')]: kpi.unit,
      [t('basis')]: t(`basis_${kpi.basis}`),
      [t('source')]: t(`source_${kpi.source}`),
      [t('target')]: figure(kpi.target, kpi),
      [t('enteredActual')]: figure(kpi.enteredActual, kpi),
      [t('official')]: figure(kpi.official, kpi),
      [t('qualityState')]: kpi.qualityState === null ? '–' : word(`state_${kpi.qualityState}`),
      [t('formerTarget')]: figure(kpi.formerTarget, kpi),
      [t('rounding')]: kpi.rounding === null ? t('asBoard') : t(`rounding_${kpi.rounding}`),
      [t('decimals')]: kpi.decimals === null ? t('asBoard') : String(kpi.decimals),
      [t('pairKey')]: kpi.pairKey ?? '–',
      [t('note')]: kpi.note ?? '–',
      [t('officialNote')]: kpi.officialNote ?? '–',
      [t('sortOrder')]: String(kpi.sortOrder),
    };
  };
  const [own, other] = [shown(mine), shown(valuesOf(theirs))];
  return (
    <VersionConflict
      open
      fields={Object.keys(own).map((label) => ({
        label,
        mine: own[label],
        theirs: other[label],
        differs: own[label] !== other[label],
      }))}
      {...choice}
    />
  );
}
