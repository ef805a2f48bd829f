import { VersionConflict, type ConflictField } from '../../components/version-conflict';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { certificateMessages } from './certificate-messages';
import type { CertificateValues } from './certificate-values';

export interface Theirs {
  readonly values: CertificateValues;
  readonly version: number;
}

interface CertificateConflictProps {
  readonly mine: CertificateValues;
  readonly theirs: Theirs | null;
  readonly onClose: () => void;
  readonly onTake: (theirs: Theirs) => void;
  readonly onKeep: (theirs: Theirs) => void;
}

const SHOWN = ['number', 'issuer', 'issuedOn', 'issueRound', 'validFrom', 'validUntil'] as const;

/** Somebody changed the enterprise's entry meanwhile: both versions of this certificate. */
export function CertificateConflict({ mine, theirs, onClose, onTake, onKeep }: CertificateConflictProps) {
  const t = useMessages(certificateMessages);
  const { language } = useLanguage();
  if (theirs === null) return null;
  const textOf = (values: CertificateValues, field: (typeof SHOWN)[number]) => {
    if (field === 'validUntil' && values.hasNoLimit) return t('noLimit');
    const value = values[field] ?? '';
    const isDayField = field === 'issuedOn' || field === 'validFrom' || field === 'validUntil';
    return value === '' ? '–' : isDayField ? showDay(value, language) : value;
  };
  const fields: ConflictField[] = SHOWN.map((field) => {
    const [own, saved] = [textOf(mine, field), textOf(theirs.values, field)];
    return { label: t(field), mine: own, theirs: saved, differs: own !== saved };
  });
  return (
    <VersionConflict
      open
      fields={fields}
      onKeepMine={() => onKeep(theirs)}
      onTakeTheirs={() => onTake(theirs)}
      onClose={onClose}
    />
  );
}
