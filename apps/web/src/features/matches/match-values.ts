import { SUPPORT_KINDS, type Day, type SupportKind } from '@ieum/domain';
import { today } from '../../lib/date-format';
import type { MatchDetail, Need } from './api';

/** What the form of a match holds; '' and null are "not said". */
export interface MatchValues {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly departmentId: string;
  readonly title: string;
  readonly classificationCode: string;
  readonly estimatedValueKrw: number | null;
  readonly supportKinds: SupportKind[];
  readonly identifiedOn: Day | null;
  readonly note: string;
}

export function emptyMatch(): MatchValues {
  return {
    institutionId: '',
    institutionName: '',
    departmentId: '',
    title: '',
    classificationCode: '',
    estimatedValueKrw: null,
    supportKinds: [],
    identifiedOn: today(),
    note: '',
  };
}

/** What the need says already. */
export function startOf(need: Need | null): MatchValues {
  if (need === null) return emptyMatch();
  return {
    ...emptyMatch(),
    institutionId: need.institutionId,
    institutionName: need.institutionName,
    departmentId: need.departmentId ?? '',
    title: need.title,
    classificationCode: need.classificationCode ?? '',
    estimatedValueKrw: need.estimatedAmountKrw,
  };
}

export function valuesOf(match: MatchDetail): MatchValues {
  return {
    institutionId: match.institutionId,
    institutionName: match.institutionName,
    departmentId: match.departmentId ?? '',
    title: match.title,
    classificationCode: match.classificationCode ?? '',
    estimatedValueKrw: match.estimatedValueKrw,
    supportKinds: SUPPORT_KINDS.filter((kind) => match.supportKinds.includes(kind)),
    identifiedOn: match.identifiedOn,
    note: match.note ?? '',
  };
}

/** What is sent for a new match and for a change alike. */
export function bodyOf(values: MatchValues) {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    departmentId: orNull(values.departmentId),
    title: values.title.trim(),
    classificationCode: orNull(values.classificationCode),
    estimatedValueKrw: values.estimatedValueKrw,
    supportKinds: values.supportKinds,
    ...(values.identifiedOn === null ? {} : { identifiedOn: values.identifiedOn }),
    note: orNull(values.note),
  };
}

export function isMatchValues(value: unknown): value is MatchValues {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['institutionId', 'institutionName', 'departmentId', 'title', 'classificationCode', 'note'];
  return (
    texts.every((name) => typeof Reflect.get(value, name) === 'string') &&
    'supportKinds' in value &&
    Array.isArray(value.supportKinds)
  );
}
