import { exhibitorRefusal, refusal, type Refusal } from '@ieum/domain';
import type { FairDetail, FairExhibitorDetail } from '../api';
import type { Application, ExhibitorChange } from '../fair-changes';

/** What is typed of an application; plain data, so that it can be kept as a draft. */
export interface ExhibitorValues {
  readonly supplierId: string;
  readonly supplierName: string;
  readonly representativeName: string;
  readonly representativeEmail: string;
  readonly representativePhone: string;
  readonly offers: string;
  readonly booth: string;
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly absentSlotIds: readonly string[];
}

export const EMPTY_EXHIBITOR: ExhibitorValues = {
  supplierId: '',
  supplierName: '',
  representativeName: '',
  representativeEmail: '',
  representativePhone: '',
  offers: '',
  booth: '',
  floor: 0,
  ceiling: null,
  absentSlotIds: [],
};

export function valuesOfExhibitor(one: FairExhibitorDetail): ExhibitorValues {
  const [person] = one.representatives;
  return {
    supplierId: one.supplierId,
    supplierName: one.supplierName,
    representativeName: person?.name ?? '',
    representativeEmail: person?.email ?? '',
    representativePhone: person?.phone ?? '',
    offers: one.offers ?? '',
    booth: one.booth ?? '',
    floor: one.floor,
    ceiling: one.ceiling,
    absentSlotIds: one.absentSlotIds,
  };
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** FAIR_EXHIBITOR_INVALID {field} or null; the server asks the same. */
export function exhibitorFault(fair: FairDetail, values: ExhibitorValues): Refusal | null {
  const invalid = (field: string) => refusal('FAIR_EXHIBITOR_INVALID', { field });
  if (values.supplierId === '') return invalid('supplierId');
  if (values.representativeName.trim() === '') return invalid('representativeName');
  if (!EMAIL.test(values.representativeEmail.trim())) return invalid('representativeEmail');
  const { representativeName, floor, ceiling, absentSlotIds } = values;
  const slotIds = fair.slots.map(({ id }) => id);
  return exhibitorRefusal({ representativeName, floor: floor ?? 0, ceiling, absentSlotIds, slotIds });
}

const textOrNull = (text: string) => (text.trim() === '' ? null : text.trim().normalize('NFC'));

/** What an enterprise says of itself; its booth and number of meetings are the organiser's to give. */
export const personOf = (values: ExhibitorValues) => ({
  representativeName: values.representativeName.trim().normalize('NFC'),
  representativeEmail: values.representativeEmail.trim(),
  representativePhone: textOrNull(values.representativePhone),
  offers: textOrNull(values.offers),
  absentSlotIds: [...values.absentSlotIds],
});

export function applicationOf(values: ExhibitorValues): Application {
  return { ...personOf(values), supplierId: values.supplierId };
}

export function exhibitorChangeOf(values: ExhibitorValues): ExhibitorChange {
  const { floor, ceiling } = values;
  return { ...personOf(values), booth: textOrNull(values.booth), floor: floor ?? 0, ceiling };
}

/** A draft from another release of the form must not break this one. */
export function isExhibitorValues(value: unknown): value is ExhibitorValues {
  if (typeof value !== 'object' || value === null) return false;
  const given: Readonly<Record<string, unknown>> = { ...value };
  return Object.entries(EMPTY_EXHIBITOR).every(
    ([key, wanted]) =>
      key in given &&
      (typeof wanted !== 'string' || typeof given[key] === 'string') &&
      (!Array.isArray(wanted) || Array.isArray(given[key])),
  );
}
