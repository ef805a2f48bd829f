import { refusal, type Refusal } from '../refusal';
import { CHANNELS, type Channel } from '../purchases/vocabulary';
import { CERTIFICATION_TYPES, type CertificationType } from '../suppliers/certificate.rules';

export const SCHEME_BASES = ['certification', 'channel'] as const;
export type SchemeBasis = (typeof SCHEME_BASES)[number];

/**
 * Which purchases count. By certification: the supplier holds one of `certificationTypes` on the recognition
 * date (empty list = the policy's eligible types). By channel: it went through one of `channels`, whatever
 * certificates there are. A purchase may count in several schemes, once in each; scheme totals are never added.
 */
export interface Scheme {
  readonly code: string;
  readonly name: string;
  readonly basis: SchemeBasis;
  readonly certificationTypes: readonly CertificationType[];
  readonly channels: readonly Channel[];
}

export const SOCIAL_ECONOMY = 'social_economy';
export const HAMKKE_NURI_MALL = 'hamkke_nuri_mall';
/** Reserved: the subtotal of certified social enterprises only, which the national return asks for. */
export const CERTIFIED_ONLY = 'certified_only';

/** The two schemes that every institution has; further ones are rows. */
export const DEFAULT_SCHEMES: readonly Scheme[] = [
  {
    code: SOCIAL_ECONOMY,
    name: '사회적경제기업',
    basis: 'certification',
    certificationTypes: [],
    channels: [],
  },
  {
    code: HAMKKE_NURI_MALL,
    name: '함께누리몰',
    basis: 'channel',
    certificationTypes: [],
    channels: ['hamkke_nuri_mall'],
  },
];

/** May this scheme be added? SCHEME_CODE_TAKEN, or SCHEME_INVALID {field}. */
export function schemeRefusal(scheme: Scheme, existingCodes: readonly string[]): Refusal | null {
  if (scheme.code === CERTIFIED_ONLY || existingCodes.includes(scheme.code))
    return refusal('SCHEME_CODE_TAKEN');
  const field = malformedField(scheme);
  return field === null ? null : refusal('SCHEME_INVALID', { field });
}

function malformedField(scheme: Scheme): keyof Scheme | null {
  const { certificationTypes, channels } = scheme;
  if (!/^[a-z][a-z0-9_]{1,39}$/.test(scheme.code)) return 'code';
  if (scheme.name.trim() === '' || scheme.name.length > 100) return 'name';
  if (!SCHEME_BASES.includes(scheme.basis)) return 'basis';
  if (!certificationTypes.every((type) => CERTIFICATION_TYPES.includes(type))) return 'certificationTypes';
  if (!channels.every((channel) => CHANNELS.includes(channel))) return 'channels';
  if (scheme.basis === 'channel') return channels.length === 0 ? 'channels' : null;
  return certificationTypes.length === 0 && scheme.code !== SOCIAL_ECONOMY ? 'certificationTypes' : null;
}
