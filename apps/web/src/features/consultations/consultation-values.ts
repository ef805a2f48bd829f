import {
  CALLER_KINDS,
  CONSULTATION_CHANNELS,
  consultationRefusal,
  type CallerKind,
  type ConsultationChannel,
  type Day,
} from '@ieum/domain';
import type { Consultation, ConsultationChange, NewConsultation } from './api';

export interface NeedValues {
  readonly title: string;
  readonly amountKrw: number | null;
}

/** What the form holds; '' = nothing typed or chosen. */
export interface ConsultationValues {
  readonly consultedOn: Day | null;
  readonly channel: ConsultationChannel;
  readonly callerKind: CallerKind;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly departmentId: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly areaId: string;
  readonly topic: string;
  readonly answer: string;
  readonly needs: readonly NeedValues[];
}

export const NO_NEED: NeedValues = { title: '', amountKrw: null };

/** A new one begins as most calls do: today, by phone, from a public body. */
export function consultationValues(row: Consultation | null, today: Day): ConsultationValues {
  return {
    consultedOn: row?.consultedOn ?? today,
    channel: row?.channel ?? 'phone',
    callerKind: row?.callerKind ?? 'public_body',
    institutionId: row?.institutionId ?? '',
    institutionName: row?.institutionName ?? '',
    departmentId: row?.departmentId ?? '',
    supplierId: row?.supplierId ?? '',
    supplierName: row?.supplierName ?? '',
    areaId: row?.areaId ?? '',
    topic: row?.topic ?? '',
    answer: row?.answer ?? '',
    needs: [],
  };
}

const TEXTS = [
  'institutionId',
  'institutionName',
  'departmentId',
  'supplierId',
  'supplierName',
  'areaId',
  'topic',
  'answer',
];

export function isConsultationValues(value: unknown): value is ConsultationValues {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  const { consultedOn, channel, callerKind, needs } = record;
  return (
    (consultedOn === null || typeof consultedOn === 'string') &&
    CONSULTATION_CHANNELS.some((one) => one === channel) &&
    CALLER_KINDS.some((one) => one === callerKind) &&
    TEXTS.every((name) => typeof record[name] === 'string') &&
    Array.isArray(needs) &&
    needs.every(isNeedValues)
  );
}

function isNeedValues(value: unknown): value is NeedValues {
  if (typeof value !== 'object' || value === null) return false;
  const { title, amountKrw } = value as Record<string, unknown>;
  return typeof title === 'string' && (amountKrw === null || typeof amountKrw === 'number');
}

const idOrNull = (id: string) => (id === '' ? null : id);

/** What does not belong to this kind of caller is left out, also when it was chosen before the kind was changed. */
function said(values: ConsultationValues) {
  const isBody = values.callerKind === 'public_body';
  const institutionId = isBody ? idOrNull(values.institutionId) : null;
  const answer = values.answer.trim().normalize('NFC');
  return {
    consultedOn: values.consultedOn ?? '',
    channel: values.channel,
    callerKind: values.callerKind,
    institutionId,
    departmentId: institutionId === null ? null : idOrNull(values.departmentId),
    supplierId: values.callerKind === 'enterprise' ? idOrNull(values.supplierId) : null,
    areaId: institutionId === null ? idOrNull(values.areaId) : null,
    topic: values.topic.trim().normalize('NFC'),
    answer: answer === '' ? null : answer,
  };
}

export function newConsultationOf(values: ConsultationValues): NewConsultation {
  const body = said(values);
  const needs = values.needs
    .filter(({ title }) => title.trim() !== '')
    .map(({ title, amountKrw }) => ({ title: title.trim().normalize('NFC'), estimatedAmountKrw: amountKrw }));
  return { ...body, ...(body.institutionId === null ? {} : { needs }) };
}

export function consultationChangeOf(values: ConsultationValues): ConsultationChange {
  return said(values);
}

/** Which field the rule of the server would refuse; null = none. */
export function wrongConsultationField(values: ConsultationValues, today: Day): string | null {
  const { consultedOn, callerKind, institutionId, departmentId, supplierId, needs } =
    newConsultationOf(values);
  const field = consultationRefusal({
    today,
    consultedOn,
    callerKind,
    hasInstitution: institutionId !== null,
    hasDepartment: departmentId !== null,
    hasSupplier: supplierId !== null,
    hasArea: true,
    needCount: needs?.length ?? 0,
  })?.details?.['field'];
  return typeof field === 'string' ? field : null;
}
