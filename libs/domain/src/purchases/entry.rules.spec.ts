import { describe, expect, it } from '@jest/globals';
import { refusal } from '../refusal';
import {
  contractNumberKey,
  duplicateKey,
  purchaseEditRefusal,
  purchaseRefusal,
  type EntryFacts,
  type PurchaseInput,
} from './entry.rules';

const banner: PurchaseInput = {
  supplierName: '노란들판',
  businessNumber: '000-81-00009',
  item: '현수막/배너 제작',
  kind: 'goods',
  method: 'direct_single_quote',
  channel: 'contract',
  contractNumber: '2016-0510-01',
  contractDate: '2016-05-10',
  paymentDate: null,
  amountKrw: 160_000,
  supplyValueKrw: 145_455,
};
const facts: EntryFacts = {
  recognitionDate: 'contract',
  periodState: 'open',
  departmentValidFrom: '2015-01-01',
  departmentValidTo: null,
  contractNumberTaken: false,
  probableDuplicates: 0,
  duplicateConfirmed: false,
};

describe('entering a purchase', () => {
  it('of 160,000 won for banners is allowed', () => {
    expect(purchaseRefusal(banner, facts)).toBeNull();
  });

  it('with the contract number of another one is refused', () => {
    expect(purchaseRefusal(banner, { ...facts, contractNumberTaken: true })).toEqual(
      refusal('DUPLICATE_CONTRACT_NUMBER', { contractNumber: '2016-0510-01' }),
    );
    expect(
      purchaseRefusal({ ...banner, contractNumber: null }, { ...facts, contractNumberTaken: true }),
    ).toBeNull();
  });

  it('that looks like another one must be confirmed', () => {
    const twin = { ...facts, probableDuplicates: 1 };
    expect(purchaseRefusal(banner, twin)).toEqual(refusal('PURCHASE_PROBABLE_DUPLICATE', { count: 1 }));
    expect(purchaseRefusal(banner, { ...twin, duplicateConfirmed: true })).toBeNull();
  });

  it('needs an open quarter', () => {
    expect(purchaseRefusal(banner, { ...facts, periodState: 'closed' })).toEqual(refusal('PERIOD_CLOSED'));
    expect(purchaseRefusal(banner, { ...facts, periodState: 'submitted' })).toEqual(
      refusal('PERIOD_SUBMITTED'),
    );
  });

  it('needs a department that exists on its day', () => {
    const refused = refusal('DEPARTMENT_NOT_VALID', { day: '2016-05-10' });
    expect(purchaseRefusal(banner, { ...facts, departmentValidTo: '2016-05-09' })).toEqual(refused);
    expect(purchaseRefusal(banner, { ...facts, departmentValidFrom: '2016-05-11' })).toEqual(refused);
    expect(purchaseRefusal(banner, { ...facts, departmentValidTo: '2016-05-10' })).toBeNull();
  });

  it('may use the whole length of a text and the greatest amount', () => {
    const full = { supplierName: '가'.repeat(100), item: '나'.repeat(200), contractNumber: '1'.repeat(60) };
    expect(purchaseRefusal({ ...banner, ...full, amountKrw: 1_000_000_000_000 }, facts)).toBeNull();
  });

  it('may do without number, method, supply value and one of the two dates', () => {
    const sparse = {
      ...banner,
      businessNumber: null,
      method: null,
      supplyValueKrw: null,
      contractDate: null,
      paymentDate: '2016-06-01',
    };
    expect(purchaseRefusal(sparse, facts)).toBeNull();
  });

  it.each<[keyof PurchaseInput, string, unknown]>([
    ['supplierName', 'required', '  '],
    ['supplierName', 'too_long', '가'.repeat(101)],
    ['item', 'nul', '현수막\u0000'],
    ['item', 'required', ''],
    ['contractNumber', 'required', ' '],
    ['contractNumber', 'too_long', '1'.repeat(61)],
    ['businessNumber', 'business_number', '081000090'],
    ['kind', 'unknown', 'gifts'],
    ['method', 'unknown', 'lottery'],
    ['channel', 'unknown', 'bazaar'],
    ['contractDate', 'day', '2016-02-30'],
    ['paymentDate', 'day', '2016-W01'],
    ['contractDate', 'required', null],
    ['amountKrw', 'amount', 0],
    ['amountKrw', 'amount', -160_000],
    ['amountKrw', 'amount', 0.5],
    ['amountKrw', 'amount', 2 ** 63],
    ['supplyValueKrw', 'amount', 0],
  ])('with a wrong %s is refused by the rule %s (%p)', (field, rule, value) => {
    expect(purchaseRefusal({ ...banner, [field]: value }, facts)).toEqual(
      refusal('PURCHASE_INVALID', { field, rule }),
    );
  });
});

describe('saving an edit', () => {
  const answer = { state: 'returned', periodState: 'submitted', staysInQuarter: true } as const;
  const handedIn = { ...facts, periodState: 'submitted' } as const;

  it('answers a returned purchase in the quarter that was handed in, and moves it into no other such', () => {
    expect(purchaseEditRefusal(banner, handedIn, answer)).toBeNull();
    expect(purchaseEditRefusal(banner, handedIn, { ...answer, staysInQuarter: false })).toEqual(
      refusal('PERIOD_SUBMITTED'),
    );
    expect(purchaseEditRefusal(banner, facts, { ...answer, staysInQuarter: false })).toBeNull();
  });

  it('asks of an answer what is asked of every entry', () => {
    expect(purchaseEditRefusal(banner, { ...handedIn, contractNumberTaken: true }, answer)?.code).toBe(
      'DUPLICATE_CONTRACT_NUMBER',
    );
    expect(purchaseEditRefusal(banner, { ...handedIn, probableDuplicates: 1 }, answer)?.code).toBe(
      'PURCHASE_PROBABLE_DUPLICATE',
    );
    expect(purchaseEditRefusal({ ...banner, amountKrw: 0 }, handedIn, answer)?.code).toBe('PURCHASE_INVALID');
  });

  it('is refused where nothing may be edited, whatever is written', () => {
    expect(purchaseEditRefusal(banner, handedIn, { ...answer, state: 'submitted' })).toEqual(
      refusal('PERIOD_SUBMITTED'),
    );
    expect(
      purchaseEditRefusal(banner, facts, { state: 'accepted', periodState: 'open', staysInQuarter: true }),
    ).toEqual(refusal('PURCHASE_STATE', { state: 'accepted' }));
  });
});

describe('the keys by which purchases are compared', () => {
  it('ignore spaces, case and width of a contract number', () => {
    expect(contractNumberKey(' 제 a-１ 호')).toBe(contractNumberKey('제A-1호'));
  });

  it('are equal for the same supplier, date, amount and item, and for nothing less', () => {
    const unregistered = { ...banner, businessNumber: null };
    const key = duplicateKey(unregistered);
    expect(duplicateKey({ ...unregistered, supplierName: '(주) 노란들판', item: '현수막 / 배너 제작' })).toBe(
      key,
    );
    const changes = [
      { supplierName: '청롱' },
      { contractDate: '2016-05-11' },
      { amountKrw: 160_001 },
      { item: '배너' },
    ];
    for (const change of changes) expect(duplicateKey({ ...unregistered, ...change })).not.toBe(key);
    expect(duplicateKey({ ...banner, supplierName: '다른 이름' })).toBe(duplicateKey(banner));
    expect(duplicateKey({ ...banner, contractDate: null, paymentDate: '2016-05-10' })).toBe(
      duplicateKey(banner),
    );
    expect(duplicateKey({ ...banner, contractDate: null })).not.toBe(duplicateKey(banner));
  });
});
