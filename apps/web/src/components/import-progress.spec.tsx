import { beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { importWords } from '../lib/import-messages';
import { isBusy, type SheetImport } from '../lib/sheet-import';
import { ImportProgress } from './import-progress';

const t = importWords.ko;

/** An import of three rows, two of which its job has written. */
function show(state: SheetImport['state'], job: SheetImport['job'] = { done: 2, total: 3 }): void {
  const one: SheetImport = { id: 'i1', fileName: '8월 지출.xlsx', state, version: 1, job, failure: null };
  const steps = {
    working: isBusy(one),
    sending: false,
    failure: null,
    headersFor: () => ({ 'Idempotency-Key': 'k' }),
    send: () => undefined,
  };
  render(<ImportProgress one={one} steps={steps} failedTitle="" />);
}

describe('the progress of an import', () => {
  beforeEach(cleanup);

  it('is a bar with counts while its job runs, under the name of the step', () => {
    show('applying');
    const bar = screen.getByRole('progressbar', { name: t.state_applying });
    expect(bar.getAttribute('aria-valuenow')).toBe('2');
    expect(bar.getAttribute('aria-valuemax')).toBe('3');
  });

  it('has no end while the rows are not counted', () => {
    show('checking', null);
    expect(screen.getByRole('progressbar').getAttribute('aria-valuemax')).toBeNull();
  });

  it('is gone when the job is done', () => {
    show('applied');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});
