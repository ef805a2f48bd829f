import { describe, expect, it } from '@jest/globals';
import {
  newRequestRefusal,
  nextRequestState,
  REQUEST_ACTIONS,
  REQUEST_STATES,
  requestActionRefusal,
  requestAnswerRefusal,
  requestDeadlineRefusal,
  requestExtensionRefusal,
  type NewRequestFacts,
} from './request.rules';

const asked: NewRequestFacts = {
  today: '2026-11-20',
  neededOn: null,
  supplier: { isMerged: false, closedOn: null },
  item: null,
};
const fieldOf = (facts: NewRequestFacts) => newRequestRefusal(facts)?.details?.['field'];

describe('asking an enterprise', () => {
  it('is possible today for today and later, not for a day gone by', () => {
    expect(newRequestRefusal(asked)).toBeNull();
    expect(newRequestRefusal({ ...asked, neededOn: '2026-11-20' })).toBeNull();
    expect(fieldOf({ ...asked, neededOn: '2026-11-19' })).toBe('neededOn');
  });

  it('is for an enterprise that stands and is in business', () => {
    const of = (supplier: NewRequestFacts['supplier']) => ({ ...asked, supplier });
    expect(newRequestRefusal(of({ isMerged: true, closedOn: null }))?.code).toBe('SUPPLIER_MERGED');
    expect(fieldOf(of({ isMerged: false, closedOn: '2026-11-20' }))).toBe('supplierId');
    expect(newRequestRefusal(of({ isMerged: false, closedOn: '2026-11-21' }))).toBeNull();
  });

  it('names an item that this very enterprise offers', () => {
    const about = (item: NewRequestFacts['item']) => ({ ...asked, item });
    expect(newRequestRefusal(about({ isOfSupplier: true, isPublished: true }))).toBeNull();
    expect(fieldOf(about({ isOfSupplier: false, isPublished: true }))).toBe('catalogueItemId');
    expect(fieldOf(about({ isOfSupplier: true, isPublished: false }))).toBe('catalogueItemId');
  });
});

describe('the deadline', () => {
  it('is a day to come, and its own day still counts', () => {
    expect(fieldOf({ ...asked, answerBy: '2026-11-19' })).toBe('answerBy');
    expect(newRequestRefusal({ ...asked, answerBy: '2026-11-20' })).toBeNull();
    expect(requestDeadlineRefusal('2026-11-20', '2026-11-20')).toBeNull();
    expect(requestDeadlineRefusal('2026-11-20', '2026-11-21')?.code).toBe('REQUEST_DEADLINE_PASSED');
    expect(requestDeadlineRefusal(null, '2026-11-21')).toBeNull();
  });

  it('is extended to a later day, also when it has passed, while nobody answered', () => {
    const facts = { state: 'sent', answerBy: '2026-11-20', today: '2026-11-25' } as const;
    expect(requestExtensionRefusal(facts, '2026-11-25')).toBeNull();
    expect(requestExtensionRefusal(facts, '2026-11-24')?.code).toBe('REQUEST_INVALID');
    expect(requestExtensionRefusal({ ...facts, today: '2026-11-01' }, '2026-11-20')?.code).toBe(
      'REQUEST_INVALID',
    );
    expect(requestExtensionRefusal({ ...facts, answerBy: null }, '2026-11-30')?.code).toBe('REQUEST_INVALID');
    expect(requestExtensionRefusal({ ...facts, state: 'answered' }, '2026-11-30')?.code).toBe(
      'REQUEST_STATE',
    );
  });
});

describe('the way of a request', () => {
  it('has one step, and every end is final', () => {
    for (const state of REQUEST_STATES) {
      for (const action of REQUEST_ACTIONS) {
        const refused = requestActionRefusal(state, action, '물량이 맞지 않습니다');
        expect(refused?.code ?? null).toBe(state === 'sent' ? null : 'REQUEST_STATE');
      }
    }
    expect(REQUEST_ACTIONS.map(nextRequestState)).toEqual(['answered', 'declined', 'withdrawn']);
  });

  it('declines with a reason only', () => {
    expect(requestActionRefusal('sent', 'decline')?.code).toBe('REASON_REQUIRED');
    expect(requestActionRefusal('sent', 'decline', '  ')?.code).toBe('REASON_REQUIRED');
    expect(requestActionRefusal('sent', 'withdraw')).toBeNull();
  });

  it('says of an amount whether VAT is in it', () => {
    const answer = { answer: '가능합니다', quotedAmountKrw: 1_600_000, quotedIncludesVat: true };
    expect(requestAnswerRefusal(answer)).toBeNull();
    expect(requestAnswerRefusal({ ...answer, quotedIncludesVat: null })?.code).toBe('REQUEST_INVALID');
    expect(requestAnswerRefusal({ ...answer, quotedAmountKrw: null })?.code).toBe('REQUEST_INVALID');
    expect(requestAnswerRefusal({ ...answer, quotedAmountKrw: null, quotedIncludesVat: null })).toBeNull();
  });
});
