import { useMessages } from '../../lib/language';
import { registerMessages } from './messages';
import { SUPPLIER_FIELDS, type SupplierValues } from './supplier-values';

/** The label of every field, for the summary of faults. */
export function useSupplierLabels(): Record<keyof SupplierValues, string> {
  const t = useMessages(registerMessages);
  return Object.fromEntries(SUPPLIER_FIELDS.map((field) => [field, t(field)])) as Record<
    keyof SupplierValues,
    string
  >;
}
