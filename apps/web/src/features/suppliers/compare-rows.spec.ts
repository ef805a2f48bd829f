import { describe, expect, it } from '@jest/globals';
import { differs, latestConfirmation, matchedItems, shortestLead, validCertificates } from './compare-rows';
import type { CatalogueItem, Certification, Supplier } from './supplier-api';

const item = (name: string, priceKrw: number | null, more: Partial<CatalogueItem> = {}): CatalogueItem => ({
  id: name,
  supplierId: 's',
  supplierName: 's',
  name,
  kind: 'goods',
  classificationCode: null,
  detailProductCode: null,
  categoryPath: [],
  description: null,
  unit: null,
  priceKrw,
  priceIncludesVat: true,
  leadTimeDays: null,
  minimumOrder: null,
  regions: [],
  directProduction: false,
  state: 'published',
  confirmedOn: null,
  isStale: false,
  missing: [],
  photos: [],
  publishedAt: null,
  updatedAt: '2026-01-01T00:00:00Z',
  version: 1,
  ...more,
});

describe('a comparison', () => {
  it('lays the items that were asked for beside each other, cheapest first', () => {
    const items = [
      item('대형 현수막', 90_000),
      item('명함', 20_000),
      item('현수막', 55_000),
      item('현수막 (맞춤)', null),
    ];
    expect(matchedItems(items, ['현수막']).shown.map(({ name }) => name)).toEqual([
      '현수막',
      '대형 현수막',
      '현수막 (맞춤)',
    ]);
    expect(matchedItems(items, ['현수막', '대형']).shown).toHaveLength(1);
    expect(matchedItems(items, []).shown).toHaveLength(4);
  });

  it('says how many more there are', () => {
    const items = Array.from({ length: 8 }, (_, index) => item(`현수막 ${index}`, index + 1));
    expect(matchedItems(items, ['현수막'])).toMatchObject({ rest: 3 });
  });

  it('finds an item by its category too', () => {
    const categoryPath = [{ code: '55121706', name: '현수막', nameEn: null }];
    expect(matchedItems([item('배너', 1, { categoryPath })], ['현수막']).shown).toHaveLength(1);
  });

  it('counts a certificate on its last day and not on the day after', () => {
    const certification = {
      id: 'c',
      type: 'certified_social_enterprise',
      validFrom: '2024-01-01',
      validUntil: '2026-11-20',
      revokedOn: null,
      verified: true,
    } as Certification;
    const supplier = { certifications: [certification] } as Pick<Supplier, 'certifications'> as Supplier;
    expect(validCertificates(supplier, '2026-11-20')).toHaveLength(1);
    expect(validCertificates(supplier, '2026-11-21')).toHaveLength(0);
  });

  it('marks what differs, and never what is not known yet', () => {
    expect(differs(['a', 'a'])).toBe(false);
    expect(differs(['a', 'b'])).toBe(true);
    expect(differs(['a', null])).toBe(false);
    expect(differs([])).toBe(false);
  });

  it('names the fastest delivery and the latest confirmation', () => {
    const items = [
      item('a', 1, { leadTimeDays: 7, confirmedOn: '2026-01-02' }),
      item('b', 1, { leadTimeDays: 3, confirmedOn: '2025-12-31' }),
    ];
    expect(shortestLead(items)).toBe(3);
    expect(latestConfirmation(items)).toBe('2026-01-02');
    expect(shortestLead([])).toBeNull();
    expect(latestConfirmation([])).toBeNull();
  });
});
