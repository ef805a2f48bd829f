import { describe, expect, it } from '@jest/globals';
import { exportPath } from './export-menu';

describe('the export of the list', () => {
  it('asks for the same filters and order, repeating a key for several values', () => {
    const path = exportPath({ fiscalYear: 2016, state: ['draft', 'returned'], q: '현수막' }, 'amount', 'csv');
    const query = new URL(path, 'http://localhost').searchParams;
    expect(query.getAll('state')).toEqual(['draft', 'returned']);
    expect(Object.fromEntries(query)).toMatchObject({
      fiscalYear: '2016',
      q: '현수막',
      sort: 'amount',
      format: 'csv',
    });
  });
});
