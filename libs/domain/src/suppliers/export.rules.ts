import { refusal, type Refusal } from '../refusal';
import { MAX_EXPORTED_SUPPLIERS } from './search-vocabulary';

/**
 * May so many found suppliers be exported as one sheet?
 * @returns EXPORT_TOO_LARGE {max} or null
 */
export function supplierExportRefusal(found: number): Refusal | null {
  return found <= MAX_EXPORTED_SUPPLIERS
    ? null
    : refusal('EXPORT_TOO_LARGE', { max: MAX_EXPORTED_SUPPLIERS });
}
