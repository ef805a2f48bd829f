import { VersionConflict } from '../../components/version-conflict';
import { showDay } from '../../lib/date-format';
import { useLanguage } from '../../lib/language';
import { districtName } from '../../lib/seoul-tiles';
import type { Supplier } from './api';
import { SUPPLIER_FIELDS, valuesOf, type SupplierValues } from './supplier-values';
import { useSupplierLabels } from './use-supplier-labels';

interface SupplierConflictProps {
  readonly mine: SupplierValues;
  /** null = there is no conflict */
  readonly theirs: Supplier | null;
  readonly onKeepMine: (theirs: Supplier) => void;
  readonly onTakeTheirs: (theirs: Supplier) => void;
  readonly onClose: () => void;
}

/** Somebody else saved meanwhile: both versions of what differs, and a choice. */
export function SupplierConflict({ mine, theirs, onKeepMine, onTakeTheirs, onClose }: SupplierConflictProps) {
  const labels = useSupplierLabels();
  const { language } = useLanguage();
  if (theirs === null) return null;
  const saved = valuesOf(theirs);
  const shown = (field: keyof SupplierValues, values: SupplierValues) => {
    const value = values[field];
    if (value === null || value === '') return '–';
    if (field === 'districtCode') return districtName(value, language);
    return field === 'vulnerableEmploymentOn' || field === 'closedOn' ? showDay(value, language) : value;
  };
  return (
    <VersionConflict
      open
      fields={SUPPLIER_FIELDS.map((field) => ({
        label: labels[field],
        mine: shown(field, mine),
        theirs: shown(field, saved),
        differs: mine[field] !== saved[field],
      }))}
      onKeepMine={() => onKeepMine(theirs)}
      onTakeTheirs={() => onTakeTheirs(theirs)}
      onClose={onClose}
    />
  );
}
