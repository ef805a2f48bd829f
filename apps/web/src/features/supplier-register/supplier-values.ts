import {
  businessNumberChecksumFits,
  formatBusinessNumber,
  isRefusal,
  parseBusinessNumber,
  tidyHomepage,
  tidyLine,
  vulnerableEmploymentRefusal,
  type Day,
  type Refusal,
} from '@ieum/domain';
import { readBasisPoints, showBasisPoints } from '../../lib/percent-format';
import type { Supplier, SupplierChange } from './api';

/** The form of a supplier as it is typed; '' = none. */
export interface SupplierValues {
  name: string;
  businessNumber: string;
  districtCode: string;
  representative: string;
  address: string;
  homepage: string;
  phone: string;
  email: string;
  businessSummary: string;
  socialPurpose: string;
  serviceField: string;
  introduction: string;
  /** per cent, with at most two decimals */
  employment: string;
  vulnerableEmploymentOn: Day | null;
  closedOn: Day | null;
}

export const EMPTY_SUPPLIER: SupplierValues = {
  name: '',
  businessNumber: '',
  districtCode: '',
  representative: '',
  address: '',
  homepage: '',
  phone: '',
  email: '',
  businessSummary: '',
  socialPurpose: '',
  serviceField: '',
  introduction: '',
  employment: '',
  vulnerableEmploymentOn: null,
  closedOn: null,
};

export const SUPPLIER_FIELDS = Object.keys(EMPTY_SUPPLIER) as readonly (keyof SupplierValues)[];

/** Of a draft that was kept in the browser. */
export function isSupplierValues(value: unknown): value is SupplierValues {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return Object.entries(EMPTY_SUPPLIER).every(([name, empty]) =>
    empty === null
      ? fields[name] === null || typeof fields[name] === 'string'
      : typeof fields[name] === 'string',
  );
}

export function valuesOf(supplier: Supplier): SupplierValues {
  const { businessNumber, vulnerableEmploymentBp } = supplier;
  return {
    name: supplier.name,
    businessNumber: businessNumber === null ? '' : formatBusinessNumber(businessNumber),
    districtCode: supplier.districtCode ?? '',
    representative: supplier.representative ?? '',
    address: supplier.address ?? '',
    homepage: supplier.homepage ?? '',
    phone: supplier.phone ?? '',
    email: supplier.email ?? '',
    businessSummary: supplier.businessSummary ?? '',
    socialPurpose: supplier.socialPurpose ?? '',
    serviceField: supplier.serviceField ?? '',
    introduction: supplier.introduction ?? '',
    employment: vulnerableEmploymentBp === null ? '' : showBasisPoints(vulnerableEmploymentBp),
    vulnerableEmploymentOn: supplier.vulnerableEmploymentOn,
    closedOn: supplier.closedOn,
  };
}

/** What the server would refuse of one field, told before it is sent. `unreadable` = no number. */
export function faultOf(
  field: keyof SupplierValues,
  values: SupplierValues,
  today: Day,
): Refusal | 'required' | 'unreadable' | null {
  switch (field) {
    case 'name':
      return tidyLine(values.name) === '' ? 'required' : null;
    case 'businessNumber': {
      if (values.businessNumber.trim() === '') return null;
      const read = parseBusinessNumber(values.businessNumber);
      return isRefusal(read) ? read : null;
    }
    case 'employment':
    case 'vulnerableEmploymentOn': {
      const bp = readBasisPoints(values.employment);
      if (bp === undefined) return field === 'employment' ? 'unreadable' : null;
      const refused = vulnerableEmploymentRefusal(bp, values.vulnerableEmploymentOn, today);
      const isOfRatio = refused?.details?.['field'] === 'vulnerableEmploymentBp';
      return isOfRatio === (field === 'employment') ? refused : null;
    }
    default:
      return null;
  }
}

/** Ten digits that fail their check digit: worth a second look, and taken all the same. */
export function failsChecksum(businessNumber: string): boolean {
  if (businessNumber.trim() === '') return false;
  const read = parseBusinessNumber(businessNumber);
  return !isRefusal(read) && !businessNumberChecksumFits(read);
}

/** The body that says the whole form; call it only without faults. */
export function bodyOf(values: SupplierValues): SupplierChange & { name: string } {
  const line = (text: string) => (tidyLine(text) === '' ? null : tidyLine(text));
  return {
    name: tidyLine(values.name),
    businessNumber: line(values.businessNumber),
    districtCode: line(values.districtCode),
    representative: line(values.representative),
    address: line(values.address),
    homepage: line(values.homepage) === null ? null : tidyHomepage(values.homepage),
    phone: line(values.phone),
    email: line(values.email),
    businessSummary: line(values.businessSummary),
    socialPurpose: line(values.socialPurpose),
    serviceField: line(values.serviceField),
    introduction: values.introduction.trim() === '' ? null : values.introduction.trim().normalize('NFC'),
    vulnerableEmploymentBp: readBasisPoints(values.employment) ?? null,
    vulnerableEmploymentOn: values.vulnerableEmploymentOn,
    closedOn: values.closedOn,
  };
}
