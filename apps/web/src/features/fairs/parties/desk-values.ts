import { deskRefusal, refusal, type Refusal } from '@ieum/domain';
import type { FairDesk, FairDetail } from '../api';
import type { DeskChange, NewDesk } from '../fair-changes';

/** What is typed of a desk; plain data, so that it can be kept as a draft. */
export interface DeskValues {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly departmentId: string;
  readonly seats: number | null;
  readonly looksFor: string;
  readonly absentSlotIds: readonly string[];
}

export function emptyDesk(place: { institutionId: string | null; departmentId: string | null }): DeskValues {
  return {
    institutionId: place.institutionId ?? '',
    institutionName: '',
    departmentId: place.departmentId ?? '',
    seats: 1,
    looksFor: '',
    absentSlotIds: [],
  };
}

export function valuesOfDesk(desk: FairDesk): DeskValues {
  const { institutionId, institutionName, departmentId, seats, looksFor, absentSlotIds } = desk;
  return {
    institutionId,
    institutionName,
    departmentId: departmentId ?? '',
    seats,
    looksFor: looksFor ?? '',
    absentSlotIds,
  };
}

/** FAIR_DESK_INVALID {field} or null; the server asks the same. */
export function deskFault(fair: FairDetail, values: DeskValues): Refusal | null {
  if (values.institutionId === '') return refusal('FAIR_DESK_INVALID', { field: 'institutionId' });
  const { absentSlotIds } = values;
  const slotIds = fair.slots.map(({ id }) => id);
  return deskRefusal({ seats: values.seats ?? Number.NaN, absentSlotIds, slotIds, isWithdrawn: false });
}

const textOrNull = (text: string) => (text.trim() === '' ? null : text.trim().normalize('NFC'));

export function newDeskOf(values: DeskValues): NewDesk {
  return {
    institutionId: values.institutionId,
    departmentId: values.departmentId === '' ? null : values.departmentId,
    seats: values.seats ?? 1,
    looksFor: textOrNull(values.looksFor),
  };
}

export function deskChangeOf(values: DeskValues): DeskChange {
  return {
    seats: values.seats ?? 1,
    looksFor: textOrNull(values.looksFor),
    absentSlotIds: [...values.absentSlotIds],
  };
}

/** A draft from another release of the form must not break this one. */
export function isDeskValues(value: unknown): value is DeskValues {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['institutionId', 'institutionName', 'departmentId', 'looksFor'];
  return (
    texts.every((name) => typeof Reflect.get(value, name) === 'string') &&
    Array.isArray(Reflect.get(value, 'absentSlotIds'))
  );
}
