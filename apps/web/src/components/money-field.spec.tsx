import { beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { readDay } from '../lib/date-format';
import { MoneyField } from './money-field';

function Sample({ unit }: { readonly unit?: 'won' | 'thousand_won' }) {
  const [value, setValue] = useState<number | null>(null);
  return (
    <>
      <MoneyField label="Amount" value={value} onChange={setValue} unit={unit ?? 'won'} />
      <output>{String(value)}</output>
    </>
  );
}

function type(text: string) {
  fireEvent.change(screen.getByLabelText('Amount'), { target: { value: text } });
}

describe('money field', () => {
  beforeEach(cleanup);

  it.each([
    ['1200000', '1,200,000', '1200000'],
    ['1,2', '12', '12'],
    ['007', '7', '7'],
    ['-500000', '-500,000', '-500000'],
  ])('groups %s as %s while it is typed', (typed, shown, value) => {
    render(<Sample />);
    type(typed);
    expect(screen.getByDisplayValue(shown)).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe(value);
  });

  it('understands a pasted amount with its unit', () => {
    render(<Sample />);
    type('1,200,000천원');
    expect(screen.getByRole('status').textContent).toBe('1200000000');
    fireEvent.blur(screen.getByLabelText('Amount'));
    expect(screen.getByDisplayValue('1,200,000,000')).toBeTruthy();
  });

  it('takes another unit and keeps won', () => {
    render(<Sample unit="thousand_won" />);
    type('32000');
    expect(screen.getByRole('status').textContent).toBe('32000000');
  });

  it('says that it cannot read something, and keeps it', () => {
    render(<Sample />);
    type('about 5');
    fireEvent.blur(screen.getByLabelText('Amount'));
    expect(screen.getByDisplayValue('about 5').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('day as people type it', () => {
  it.each([
    ['20160305', '2016-03-05'],
    ['2016-03-05', '2016-03-05'],
    ['2016. 3. 5.', '2016-03-05'],
    ['２０１６/3/5', '2016-03-05'],
    ['2026-02-30', null],
    ['2026-W01', null],
    ['5', null],
  ])('%s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });
});
