import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  contractCancelRefusal,
  contractChangeRefusal,
  contractPurchaseRefusal,
  contractRefusal,
  otherPartyNames,
  type ContractInput,
  type ContractParty,
} from './contract.rules';

const party = (supplierName: string, more: Partial<ContractParty> = {}): ContractParty => ({
  supplierId: null,
  supplierName,
  shareKrw: null,
  isLead: false,
  ...more,
});
const lead = party('터치포굿', { isLead: true });
const signed: ContractInput = {
  source: 'direct',
  hasMatch: false,
  item: '17년 청년 일자리 민관협력사업',
  signedOn: '2017-05-02',
  valueKrw: 1_400_000_000,
  supplyValueKrw: null,
  suppliersUnknown: false,
  note: null,
  parties: [lead],
};
const faultOf = (change: Partial<ContractInput>) => {
  const refused = contractRefusal({ ...signed, ...change }, '2017-05-02');
  return refused === null
    ? null
    : `${String(refused.details?.['field'])}: ${String(refused.details?.['rule'])}`;
};

describe('a contract', () => {
  it('was signed today or before', () => {
    expect(faultOf({})).toBeNull();
    expect(faultOf({ signedOn: '2017-05-03' })).toBe('signedOn: future');
  });

  it('has a supply value of at most its value', () => {
    expect(faultOf({ supplyValueKrw: 1_400_000_000 })).toBeNull();
    expect(faultOf({ supplyValueKrw: 1_400_000_001 })).toBe('supplyValueKrw: too_much');
  });

  it('names its match exactly when one led to it; a fair leads with one or without', () => {
    expect(faultOf({ source: 'match' })).toBe('source: required');
    expect(faultOf({ source: 'direct', hasMatch: true })).toBe('source: unexpected');
    expect(faultOf({ source: 'match', hasMatch: true })).toBeNull();
    expect(faultOf({ source: 'fair', hasMatch: true })).toBeNull();
    expect(faultOf({ source: 'fair' })).toBeNull();
  });

  it('is an item that can be printed', () => {
    expect(faultOf({ item: '가\u202E나' })).toBe('item: text');
  });
});

describe('the parties of a contract', () => {
  const four = [lead, party('자리'), party('함께 일하는 세상'), party('한국의료복지사회적협동조합')];

  it('may be several, one of them the lead', () => {
    expect(faultOf({ parties: four })).toBeNull();
    expect(faultOf({ parties: [] })).toBe('parties: required');
    expect(faultOf({ parties: [party('자리')] })).toBe('parties: one_lead');
    expect(faultOf({ parties: [lead, { ...lead, supplierName: '자리' }] })).toBe('parties: one_lead');
  });

  it('are named once each, and by a name', () => {
    const twice = [party('갑', { isLead: true, supplierId: 'a' }), party('을', { supplierId: 'a' })];
    expect(faultOf({ parties: twice })).toBe('parties: twice');
    const sameName = [party('농협', { isLead: true }), party('(주) 농협')];
    expect(faultOf({ parties: sameName })).toBe('parties: twice');
    expect(faultOf({ parties: [party('  ', { isLead: true })] })).toBe('parties: required');
  });

  it('all have a share or none has, and the shares are the value', () => {
    const shared = (...shares: (number | null)[]) =>
      shares.map((shareKrw, index) => party(`기업 ${index}`, { shareKrw, isLead: index === 0 }));
    expect(faultOf({ parties: shared(1_000_000_000, 400_000_000) })).toBeNull();
    expect(faultOf({ parties: shared(1_000_000_000, null) })).toBe('parties: all_or_none');
    expect(faultOf({ parties: shared(1_000_000_000, 399_999_999) })).toBe('parties: sum');
  });

  it('with shares are refused exactly when the shares do not add up', () => {
    const share = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: -3, max: 3 }),
        (shares, off) => {
          const valueKrw = shares.reduce((sum, one) => sum + one, 0) + off;
          const parties = shares.map((shareKrw, index) =>
            party(`${index}`, { shareKrw, isLead: index === 0 }),
          );
          expect(faultOf({ valueKrw, parties })).toBe(off === 0 ? null : 'parties: sum');
        },
      ),
    );
  });

  it('may be unknown, and then a note says why and none is named', () => {
    const unknown = { suppliersUnknown: true, parties: [] };
    expect(faultOf({ ...unknown, note: '2017년 보고서에 금액만 있음' })).toBeNull();
    expect(faultOf({ ...unknown, note: ' ' })).toBe('note: required');
    expect(faultOf({ ...unknown, note: '보고서', parties: [lead] })).toBe('parties: unexpected');
  });

  it('beside the lead stand in the note of the purchase', () => {
    expect(otherPartyNames(four)).toEqual(['자리', '함께 일하는 세상', '한국의료복지사회적협동조합']);
  });
});

describe('what happens to a contract', () => {
  it('is changed and cancelled while no living purchase names it', () => {
    const free = { state: 'signed', purchaseId: null } as const;
    expect(contractChangeRefusal(free)).toBeNull();
    expect(contractCancelRefusal(free, '발주 취소')).toBeNull();
    expect(contractCancelRefusal(free, ' ')?.code).toBe('REASON_REQUIRED');
    expect(contractCancelRefusal({ ...free, purchaseId: 'p' }, '발주 취소')?.code).toBe('CONTRACT_STATE');
    expect(contractChangeRefusal({ state: 'cancelled', purchaseId: null })?.code).toBe('CONTRACT_STATE');
  });

  it('becomes one purchase of a known enterprise', () => {
    const free = { state: 'signed', purchaseId: null } as const;
    expect(contractPurchaseRefusal(free, false)).toBeNull();
    expect(contractPurchaseRefusal(free, true)?.details).toEqual({ field: 'parties', rule: 'required' });
    expect(contractPurchaseRefusal({ ...free, state: 'cancelled' }, false)?.code).toBe('CONTRACT_STATE');
    expect(contractPurchaseRefusal({ ...free, purchaseId: 'p' }, false)).toEqual({
      code: 'CONTRACT_ALREADY_PURCHASED',
      details: { purchaseId: 'p' },
    });
  });
});
