import {
  basisOfSource,
  kpiItemKey,
  kpiRefusal,
  type KpiBasis,
  type KpiFacts,
  type KpiSource,
  type QualityState,
  type Refusal,
  type Rounding,
} from '@ieum/domain';
import type { Kpi, KpiChange, NewKpi } from './api';

/** What is typed; plain data, so that it can be kept as a draft. Figures are won or pieces, as the basis says. */
export interface KpiValues {
  readonly programme: string;
  readonly group: string;
  readonly item: string;
  readonly itemKey: string;
  readonly unit: string;
  readonly basis: KpiBasis;
  readonly target: number | null;
  readonly source: KpiSource;
  readonly enteredActual: number | null;
  readonly official: number | null;
  readonly officialNote: string;
  readonly note: string;
  readonly changedGoal: boolean;
  readonly formerTarget: number | null;
  readonly pairKey: string;
  readonly qualityState: QualityState;
  /** '' = as the board */
  readonly rounding: Rounding | '';
  readonly decimals: string;
  readonly sortOrder: string;
}

export const EMPTY_KPI: KpiValues = {
  programme: '',
  group: '',
  item: '',
  itemKey: '',
  unit: '건',
  basis: 'count',
  target: null,
  source: 'entered',
  enteredActual: null,
  official: null,
  officialNote: '',
  note: '',
  changedGoal: false,
  formerTarget: null,
  pairKey: '',
  qualityState: 'planned',
  rounding: '',
  decimals: '',
  sortOrder: '',
};

export function valuesOf(kpi: Kpi): KpiValues {
  return {
    programme: kpi.programme,
    group: kpi.group,
    item: kpi.item,
    itemKey: kpi.itemKey,
    unit: kpi.unit,
    basis: kpi.basis,
    target: kpi.target,
    source: kpi.source,
    enteredActual: kpi.enteredActual,
    official: kpi.official,
    officialNote: kpi.officialNote ?? '',
    note: kpi.note ?? '',
    changedGoal: kpi.changedGoal,
    formerTarget: kpi.formerTarget,
    pairKey: kpi.pairKey ?? '',
    qualityState: kpi.qualityState ?? 'planned',
    rounding: kpi.rounding ?? '',
    decimals: kpi.decimals === null ? '' : String(kpi.decimals),
    sortOrder: String(kpi.sortOrder),
  };
}

/** Fields that the basis or the source does not have are left out, whatever was typed there before. */
export function contentOf(values: KpiValues): Omit<KpiFacts, 'year'> {
  const isQuality = values.basis === 'quality';
  const measured = basisOfSource(values.source);
  const source = measured === null || measured === values.basis ? values.source : 'entered';
  const figure = (value: number | null) => (isQuality ? null : value);
  return {
    programme: values.programme,
    group: values.group,
    item: values.item,
    itemKey: values.itemKey.trim() === '' ? kpiItemKey(values.programme, values.item) : values.itemKey,
    unit: values.unit,
    basis: values.basis,
    target: figure(values.target),
    source,
    enteredActual: source === 'entered' ? figure(values.enteredActual) : null,
    official: figure(values.official),
    officialNote: orNull(values.officialNote),
    note: orNull(values.note),
    changedGoal: values.changedGoal,
    formerTarget: values.changedGoal ? figure(values.formerTarget) : null,
    pairKey: orNull(values.pairKey),
    qualityState: isQuality ? values.qualityState : null,
    rounding: values.rounding === '' ? null : values.rounding,
    decimals: values.decimals === '' ? null : Number(values.decimals),
    sortOrder: /^\d{1,6}$/.test(values.sortOrder.trim()) ? Number(values.sortOrder) : 0,
  };
}

/** KPI_INVALID {field} or null; the server asks the same. */
export function refusalOf(values: KpiValues, year: number): Refusal | null {
  return kpiRefusal({ year, ...contentOf(values) });
}

/** The requests. Call them only for values that the rule lets through. */
export function bodyOf(values: KpiValues, year: number): NewKpi {
  return { year, ...contentOf(values) };
}

/** Of a row that is there: its year stays. */
export function changeOf(values: KpiValues): KpiChange {
  return contentOf(values);
}

/** A draft from another release of the form must not break this one. */
export function isKpiValues(value: unknown): value is KpiValues {
  if (typeof value !== 'object' || value === null) return false;
  const given: Readonly<Record<string, unknown>> = { ...value };
  return Object.entries(EMPTY_KPI).every(
    ([key, wanted]) => key in given && (wanted === null || typeof given[key] === typeof wanted),
  );
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
