import { describe, expect, it } from '@jest/globals';
import {
  bodyOf,
  emptyPurchase,
  faultsOf,
  fiscalYearOf,
  isPurchaseDraft,
  nextPurchase,
  supplyValueHelp,
  type PurchaseFormValues,
} from './purchase-form-values';

const BANNERS: PurchaseFormValues = {
  ...emptyPurchase('019aa5d0-7c1e-7000-8000-000000000001'),
  supplierName: '노란들판',
  businessNumber: '000-00-00001',
  item: ' 현수막/배너 제작 ',
  contractDate: '2016-03-15',
  amountKrw: 160_000,
};

describe('the form of a purchase', () => {
  it('names every fault at once, by the rule of entry', () => {
    const faults = faultsOf({ ...emptyPurchase(''), kind: '', businessNumber: '123' });
    expect(faults).toEqual([
      { field: 'supplierName', rule: 'required' },
      { field: 'item', rule: 'required' },
      { field: 'businessNumber', rule: 'business_number' },
      { field: 'kind', rule: 'unknown' },
      { field: 'contractDate', rule: 'required' },
      { field: 'amountKrw', rule: 'amount' },
    ]);
  });

  it('finds nothing wrong with supplier, item, amount and date', () => {
    expect(faultsOf(BANNERS)).toEqual([]);
  });

  it('sends an unregistered supplier with its ten digits, and texts without the spaces around them', () => {
    expect(bodyOf(BANNERS)).toMatchObject({
      supplierId: null,
      supplierName: '노란들판',
      businessNumber: '0000000001',
      item: '현수막/배너 제작',
      amountKrw: 160_000,
      supplyValueKrw: null,
      contractNumber: null,
    });
  });

  it('sends a registered supplier by its id alone', () => {
    const body = bodyOf({ ...BANNERS, supplierId: '019aa5d0-7c1e-7000-8000-000000000002' });
    expect(body?.supplierId).toBe('019aa5d0-7c1e-7000-8000-000000000002');
    expect(body).not.toHaveProperty('supplierName');
  });

  it('takes the year of the date unless another was chosen', () => {
    expect(fiscalYearOf(BANNERS)).toBe(2016);
    expect(fiscalYearOf({ ...BANNERS, fiscalYear: '2017' })).toBe(2017);
    expect(fiscalYearOf({ ...BANNERS, contractDate: null })).toBeNull();
  });

  it('starts the next one with how and when, never with whom and how much', () => {
    const next = nextPurchase({ ...BANNERS, channel: 'card', contractNumber: '2016-1' });
    expect(next).toMatchObject({ channel: 'card', contractDate: '2016-03-15' });
    expect(next).toMatchObject({ supplierName: '', item: '', amountKrw: null, contractNumber: '' });
  });

  it('takes back a kept draft, and nothing that only looks like one', () => {
    expect(isPurchaseDraft(JSON.parse(JSON.stringify(BANNERS)))).toBe(true);
    expect(isPurchaseDraft({ item: '현수막' })).toBe(false);
    expect(isPurchaseDraft({ ...BANNERS, item: 7 })).toBe(false);
    expect(isPurchaseDraft(null)).toBe(false);
  });

  it('helps with the supply value of 10 % VAT', () => {
    expect(supplyValueHelp(160_000)).toBe(145_455);
  });
});
