import {
  CONTRACT_SOURCES,
  contractRefusal,
  PROCUREMENT_METHODS,
  PURCHASE_KINDS,
  type ContractParty,
  type ContractSource,
  type Day,
} from '@ieum/domain';
import type { Contract, ContractFields, ContractMatch } from './api';

/** A party as it is typed; `supplierId` '' = a name that is not in the register. */
export interface PartyValues {
  readonly supplierId: string;
  readonly supplierName: string;
  readonly shareKrw: number | null;
}

/** What the form of a contract holds; '' = nothing typed or chosen. */
export interface ContractValues {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly departmentId: string;
  readonly source: string;
  readonly item: string;
  readonly kind: string;
  readonly method: string;
  readonly contractNumber: string;
  readonly classificationCode: string;
  readonly signedOn: Day | null;
  readonly valueKrw: number | null;
  readonly supplyValueKrw: number | null;
  readonly suppliersUnknown: boolean;
  readonly parties: readonly PartyValues[];
  /** place of the lead among the parties */
  readonly lead: number;
  readonly note: string;
}

export const NO_PARTY: PartyValues = { supplierId: '', supplierName: '', shareKrw: null };

export const EMPTY_CONTRACT: ContractValues = {
  institutionId: '',
  institutionName: '',
  departmentId: '',
  source: 'direct',
  item: '',
  kind: '',
  method: '',
  contractNumber: '',
  classificationCode: '',
  signedOn: null,
  valueKrw: null,
  supplyValueKrw: null,
  suppliersUnknown: false,
  parties: [NO_PARTY],
  lead: 0,
  note: '',
};

export function isContractValues(value: unknown): value is ContractValues {
  if (typeof value !== 'object' || value === null) return false;
  const typed = new Map<string, unknown>(Object.entries(value));
  return Object.entries(EMPTY_CONTRACT).every(([name, empty]) => {
    const one = typed.get(name);
    if (Array.isArray(empty)) return Array.isArray(one);
    return empty === null
      ? one === null || ['string', 'number'].includes(typeof one)
      : typeof one === typeof empty;
  });
}

export function valuesOf(contract: Contract): ContractValues {
  const lead = contract.parties.findIndex((one) => one.isLead);
  return {
    institutionId: contract.institutionId,
    institutionName: contract.institutionName,
    departmentId: contract.departmentId ?? '',
    source: contract.source,
    item: contract.item,
    kind: contract.kind,
    method: contract.method ?? '',
    contractNumber: contract.contractNumber ?? '',
    classificationCode: contract.classificationCode ?? '',
    signedOn: contract.signedOn,
    valueKrw: contract.valueKrw,
    supplyValueKrw: contract.supplyValueKrw,
    suppliersUnknown: contract.suppliersUnknown,
    parties: contract.parties.map(({ supplierId, supplierName, shareKrw }) => ({
      supplierId: supplierId ?? '',
      supplierName,
      shareKrw,
    })),
    lead: Math.max(0, lead),
    note: contract.note ?? '',
  };
}

/** What the server's rule wants to know of the typed values; rows without a name are no parties. */
function partiesOf({ parties, lead, suppliersUnknown }: ContractValues): ContractParty[] {
  if (suppliersUnknown) return [];
  return parties
    .map((one, index) => ({
      supplierId: one.supplierId === '' ? null : one.supplierId,
      supplierName: one.supplierName.trim().normalize('NFC'),
      shareKrw: one.shareKrw,
      isLead: index === lead,
    }))
    .filter((one) => one.supplierName !== '');
}

/** The request; null while something is missing that the form asks for. */
export function fieldsOf(values: ContractValues): ContractFields | null {
  const { signedOn, valueKrw } = values;
  const kind = PURCHASE_KINDS.find((one) => one === values.kind);
  const method = PROCUREMENT_METHODS.find((one) => one === values.method);
  if (kind === undefined || signedOn === null || valueKrw === null) return null;
  const text = (typed: string) => (typed.trim() === '' ? null : typed.trim().normalize('NFC'));
  return {
    departmentId: values.departmentId === '' ? null : values.departmentId,
    item: values.item.trim().normalize('NFC'),
    kind,
    method: method ?? null,
    contractNumber: text(values.contractNumber),
    classificationCode: text(values.classificationCode),
    signedOn,
    valueKrw,
    supplyValueKrw: values.supplyValueKrw,
    suppliersUnknown: values.suppliersUnknown,
    note: text(values.note),
    parties: partiesOf(values),
  };
}

export function sourceOf({ source }: ContractValues): ContractSource {
  return CONTRACT_SOURCES.find((one) => one === source) ?? 'direct';
}

export interface ContractFaultAt {
  readonly field: string;
  readonly rule: string;
}

/** What the rule that the server calls says of the typed values; null = nothing against them. */
export function faultOf(values: ContractValues, hasMatch: boolean, today: Day): ContractFaultAt | null {
  const refused = contractRefusal(
    {
      source: sourceOf(values),
      hasMatch,
      item: values.item,
      signedOn: values.signedOn ?? today,
      valueKrw: values.valueKrw ?? Number.MAX_SAFE_INTEGER,
      supplyValueKrw: values.supplyValueKrw,
      suppliersUnknown: values.suppliersUnknown,
      note: values.note,
      parties: partiesOf(values),
    },
    today,
  );
  if (refused === null) return null;
  return { field: String(refused.details?.['field']), rule: String(refused.details?.['rule']) };
}

/** A new contract of a match: its buyer, and whom it selected; the lead stands first. */
export function valuesOfMatch(match: ContractMatch | null): ContractValues {
  if (match === null) return EMPTY_CONTRACT;
  const winners = match.candidates.filter((one) => one.outcome === 'selected');
  const parties = winners.map(({ supplierId, supplierName }) => ({
    supplierId: supplierId ?? '',
    supplierName,
    shareKrw: null,
  }));
  return {
    ...EMPTY_CONTRACT,
    // Whoever met at a fair signs because of it.
    source: match.fairId === null ? 'match' : 'fair',
    institutionId: match.institutionId,
    institutionName: match.institutionName,
    departmentId: match.departmentId ?? '',
    item: match.title,
    valueKrw: match.estimatedValueKrw,
    parties: parties.length === 0 ? [NO_PARTY] : parties,
    lead: Math.max(
      0,
      winners.findIndex((one) => one.isLead),
    ),
  };
}
