import { refusal, type Refusal } from '../refusal';
import type { InstitutionKind } from './vocabulary';

/** What stands above districts, or is one: it lies in none. */
const LIES_IN_NO_DISTRICT: readonly InstitutionKind[] = ['city_hq', 'district'];

/**
 * May an institution of this kind lie there?
 * @param districtKind the kind of what was named as its district; null = none was named
 * @returns INSTITUTION_INVALID {field: districtId} (a district in a district, or in what is none) or null
 */
export function institutionPlaceRefusal(
  kind: InstitutionKind,
  districtKind: InstitutionKind | null,
): Refusal | null {
  if (districtKind === null) return null;
  const fits = districtKind === 'district' && !LIES_IN_NO_DISTRICT.includes(kind);
  return fits ? null : refusal('INSTITUTION_INVALID', { field: 'districtId' });
}

/**
 * Two institutions of one area may share a name; whoever enters the second has to say that it is another one.
 * @param others of the same area with the same name
 * @returns INSTITUTION_NAME_EXISTS {institutionId, name, count} or null
 */
export function sameInstitutionRefusal(
  others: readonly { readonly id: string; readonly name: string }[],
  confirmed: boolean,
): Refusal | null {
  const [first] = others;
  if (first === undefined || confirmed) return null;
  return refusal('INSTITUTION_NAME_EXISTS', {
    institutionId: first.id,
    name: first.name,
    count: others.length,
  });
}
