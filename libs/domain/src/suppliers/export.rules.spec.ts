import { describe, expect, it } from '@jest/globals';
import { supplierExportRefusal } from './export.rules';
import { MAX_EXPORTED_SUPPLIERS } from './search-vocabulary';

describe('an export of found suppliers', () => {
  it('holds up to 10,000, and is refused above with the limit', () => {
    expect([0, 1, MAX_EXPORTED_SUPPLIERS].map(supplierExportRefusal)).toEqual([null, null, null]);
    expect(supplierExportRefusal(10_001)).toEqual({ code: 'EXPORT_TOO_LARGE', details: { max: 10_000 } });
  });
});
