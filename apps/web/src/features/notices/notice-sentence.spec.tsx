import { describe, expect, it } from '@jest/globals';
import { NOTICE_KINDS } from '@ieum/domain';
import { render } from '@testing-library/react';
import type { NoticeRow } from './api';
import { useNoticeSentence } from './notice-sentence';

function Sentence({ notice }: { readonly notice: Pick<NoticeRow, 'kind' | 'params'> }) {
  return <p>{useNoticeSentence()(notice)}</p>;
}

function sentenceOf(kind: NoticeRow['kind'], params: NoticeRow['params']): string {
  const { container, unmount } = render(<Sentence notice={{ kind, params }} />);
  const text = container.textContent ?? '';
  unmount();
  return text;
}

describe('the sentence of a notice', () => {
  it('exists for every kind, and leaves no gap open', () => {
    for (const kind of NOTICE_KINDS) {
      const text = sentenceOf(kind, { fiscalYear: 2016 });
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  it('names amounts, and no target in words', () => {
    const text = sentenceOf('targets_notified', {
      fiscalYear: 2016,
      targetKrw: 20_000_000,
      mallTargetKrw: null,
    });
    expect(text).toContain('2016');
    expect(text).not.toContain('2,016');
    expect(text).toContain('20,000,000');
    expect(text).toContain('목표 없음');
  });

  it('says once that a quarter can be closed', () => {
    const text = sentenceOf('period_all_submitted', { fiscalYear: 2016, quarter: 1 });
    expect(text).toContain('2016');
    expect(text).toContain('1분기');
  });

  it('names who meets at a fair, and when in Korea', () => {
    const meeting = {
      fairName: '공공구매 박람회',
      deskName: '강북구청 일자리지원과',
      supplierName: '노란들판',
      startsAt: '2026-06-16T01:00:00.000Z',
    };
    const offered = sentenceOf('fair_place_offered', { ...meeting, heldUntil: '2026-06-01T05:00:00.000Z' });
    expect(offered).toContain('강북구청 일자리지원과');
    expect(offered).toContain('10:00');
    expect(offered).toContain('14:00');
    const cancelled = sentenceOf('fair_booking_changed', { ...meeting, change: 'cancelled', reason: '납품' });
    expect(cancelled).toContain('취소');
    expect(cancelled).toContain('사유: 납품');
  });
});
