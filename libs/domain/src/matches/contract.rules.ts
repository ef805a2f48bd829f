import type { Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import { normaliseCompanyName } from '../text/company-name';
import { textHazard } from '../text/text-hazards';
import type { ContractSource, ContractState } from './vocabulary';

/** Who delivers. `supplierId` null: not in the register, known by its name alone. */
export interface ContractParty {
  readonly supplierId: string | null;
  readonly supplierName: string;
  /** of the contract's value, won; null = not agreed, or not told */
  readonly shareKrw: number | null;
  readonly isLead: boolean;
}

export interface ContractInput {
  readonly source: ContractSource;
  readonly hasMatch: boolean;
  readonly item: string;
  readonly signedOn: Day;
  readonly valueKrw: number;
  readonly supplyValueKrw: number | null;
  /** an older report names a value and no enterprise */
  readonly suppliersUnknown: boolean;
  readonly note: string | null;
  readonly parties: readonly ContractParty[];
}

/** Why a field is wrong, for the sentence beside it. */
export type ContractFault =
  'required' | 'unexpected' | 'one_lead' | 'twice' | 'all_or_none' | 'sum' | 'future' | 'too_much' | 'text';

/**
 * May this be written down as a contract?
 * @returns CONTRACT_INVALID {field, rule} or null
 */
export function contractRefusal(input: ContractInput, today: Day): Refusal | null {
  if (textHazard(input.item) !== null) return invalid('item', 'text');
  // A fair may end in a contract with a match or without; the other two say which.
  if (input.source === 'match' && !input.hasMatch) return invalid('source', 'required');
  if (input.source === 'direct' && input.hasMatch) return invalid('source', 'unexpected');
  if (input.signedOn > today) return invalid('signedOn', 'future');
  if (input.supplyValueKrw !== null && input.supplyValueKrw > input.valueKrw) {
    return invalid('supplyValueKrw', 'too_much');
  }
  return partiesRefusal(input);
}

/** The part of it that is about who delivers: one lead; shares of all or of none, which add up to the value. */
export function partiesRefusal(
  input: Pick<ContractInput, 'valueKrw' | 'suppliersUnknown' | 'note' | 'parties'>,
): Refusal | null {
  const { parties, suppliersUnknown } = input;
  if (suppliersUnknown) {
    if (parties.length > 0) return invalid('parties', 'unexpected');
    return (input.note ?? '').trim() === '' ? invalid('note', 'required') : null;
  }
  if (parties.length === 0) return invalid('parties', 'required');
  if (parties.some((one) => one.supplierName.trim() === '')) return invalid('parties', 'required');
  if (parties.some((one) => textHazard(one.supplierName) !== null)) return invalid('parties', 'text');
  if (parties.filter((one) => one.isLead).length !== 1) return invalid('parties', 'one_lead');
  const whoTheyAre = parties.map((one) => one.supplierId ?? `n:${normaliseCompanyName(one.supplierName)}`);
  if (new Set(whoTheyAre).size !== parties.length) return invalid('parties', 'twice');
  const shares = parties.flatMap((one) => one.shareKrw ?? []);
  if (shares.length === 0) return null;
  if (shares.length !== parties.length) return invalid('parties', 'all_or_none');
  const sum = shares.reduce((total, share) => total + share, 0);
  return sum === input.valueKrw ? null : invalid('parties', 'sum');
}

/** Where a contract stands; `purchaseId`: the living purchase that names it. */
export interface ContractStanding {
  readonly state: ContractState;
  readonly purchaseId: string | null;
}

/**
 * May its fields be changed? What was entered as a purchase is changed there, by an adjustment.
 * @returns CONTRACT_STATE {state, purchaseId} or null
 */
export function contractChangeRefusal({ state, purchaseId }: ContractStanding): Refusal | null {
  return state === 'signed' && purchaseId === null ? null : refusal('CONTRACT_STATE', { state, purchaseId });
}

/**
 * May it be cancelled? Not while a living purchase names it.
 * @returns CONTRACT_STATE {state, purchaseId}, REASON_REQUIRED or null
 */
export function contractCancelRefusal(standing: ContractStanding, reason: string): Refusal | null {
  const refused = contractChangeRefusal(standing);
  if (refused !== null) return refused;
  return reason.trim() === '' ? refusal('REASON_REQUIRED', { field: 'reason' }) : null;
}

/**
 * May it be entered as a purchase? Once, while it stands, and when it is known who sells.
 * @returns CONTRACT_STATE {state}, CONTRACT_ALREADY_PURCHASED {purchaseId}, CONTRACT_INVALID {field: parties} or null
 */
export function contractPurchaseRefusal(
  { state, purchaseId }: ContractStanding,
  suppliersUnknown: boolean,
): Refusal | null {
  if (purchaseId !== null) return refusal('CONTRACT_ALREADY_PURCHASED', { purchaseId });
  if (state !== 'signed') return refusal('CONTRACT_STATE', { state });
  return suppliersUnknown ? invalid('parties', 'required') : null;
}

/** The other parties, for the note of the purchase that the lead party stands for. */
export function otherPartyNames(
  parties: readonly Pick<ContractParty, 'supplierName' | 'isLead'>[],
): string[] {
  return parties.filter((one) => !one.isLead).map((one) => one.supplierName);
}

function invalid(field: string, rule: ContractFault): Refusal {
  return refusal('CONTRACT_INVALID', { field, rule });
}
