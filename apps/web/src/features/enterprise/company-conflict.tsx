import { OWN_WORDS, VERIFIED_FACTS } from '@ieum/domain';
import { VersionConflict, type ConflictField } from '../../components/version-conflict';
import { useLanguage, useMessages } from '../../lib/language';
import { districtName } from '../../lib/seoul-tiles';
import type { Company } from './api';
import { companyMessages } from './company-messages';
import { valuesOf, type CompanyValues } from './company-values';

interface CompanyConflictProps {
  readonly mine: CompanyValues;
  /** what the form began with: a field that was not touched keeps what the other one saved */
  readonly began: CompanyValues;
  readonly theirs: Company | null;
  readonly onClose: () => void;
  readonly onTake: (theirs: Company) => void;
  readonly onKeep: (theirs: Company) => void;
}

/** A colleague, or whoever keeps the register, changed the enterprise meanwhile: both versions. */
export function CompanyConflict({ mine, began, theirs, onClose, onTake, onKeep }: CompanyConflictProps) {
  const t = useMessages(companyMessages);
  const { language } = useLanguage();
  if (theirs === null) return null;
  const saved = valuesOf(theirs);
  const shown = (
    values: CompanyValues,
    field: (typeof VERIFIED_FACTS)[number] | (typeof OWN_WORDS)[number],
  ) => {
    const value = field === 'districtCode' ? districtName(values[field] || null, language) : values[field];
    return value === null || value === '' ? '–' : value;
  };
  const fields: ConflictField[] = [
    ...VERIFIED_FACTS.map((fact) => ({ field: fact, label: t(`fact_${fact}`) })),
    ...OWN_WORDS.map((word) => ({ field: word, label: t(`own_${word}`) })),
  ].map(({ field, label }) => ({
    label,
    mine: shown(mine[field] === began[field] ? saved : mine, field),
    theirs: shown(saved, field),
    differs: mine[field] !== began[field] && mine[field] !== saved[field],
  }));
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
