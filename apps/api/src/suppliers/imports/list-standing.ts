import {
  listDifferences,
  type FactDifference,
  type ListEntry,
  type ListProblem,
  type RegisteredFacts,
} from '@ieum/domain';
import type { StandingCertificate, StandingSupplier } from './list-register.queries';

/** The certificate that a row speaks of: the one of this number, else the only one there is. */
export function certificateOf(standing: StandingSupplier, entry: ListEntry): StandingCertificate | null {
  const { certificates } = standing;
  const same = certificates.find(({ number }) => number === entry.certificateNumber);
  return same ?? (certificates.length === 1 ? (certificates[0] ?? null) : null);
}

export function registeredFactsOf(standing: StandingSupplier, entry: ListEntry): RegisteredFacts {
  const certificate = certificateOf(standing, entry);
  return {
    ...standing.columns,
    certificateNumber: certificate?.number ?? null,
    certifiedOn: certificate?.validFrom ?? null,
    issueRound: certificate?.issueRound ?? null,
  };
}

/** What the row would change here, and what deserves a look beside that. */
export function differencesOf(
  standing: StandingSupplier,
  entry: ListEntry,
): { readonly differences: FactDifference[]; readonly notes: ListProblem[] } {
  const certificate = certificateOf(standing, entry);
  const found = listDifferences(registeredFactsOf(standing, entry), entry, standing.listed?.entry ?? null);
  const notes: ListProblem[] = [];
  if (certificate !== null && certificate.revokedOn !== null)
    notes.push({ field: 'certificateNumber', code: 'certificate_revoked' });
  const end = certificate?.revokedOn ?? certificate?.validUntil ?? null;
  const conflicts = end !== null && entry.certifiedOn > end;
  if (conflicts) notes.push({ field: 'certifiedOn', code: 'day_conflict' });
  return { differences: conflicts ? found.filter(({ field }) => field !== 'certifiedOn') : found, notes };
}
