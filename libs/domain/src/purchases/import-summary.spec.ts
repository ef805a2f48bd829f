import { describe, expect, it } from '@jest/globals';
import { createImportSummary, SUMMARY_RANGES } from './import-summary';

describe('the summary of a dry run', () => {
  it('counts, sums and names the rows of each class', () => {
    const summary = createImportSummary();
    for (const [rowNumber, amount] of [
      [2, 100],
      [3, 50],
      [5, null],
    ] as const) {
      summary.add('purchase', rowNumber, amount);
    }
    summary.add('subtotal', 4, 150);
    expect(summary.classes()).toEqual([
      {
        class: 'purchase',
        count: 3,
        sumKrw: 150,
        ranges: [
          { from: 2, to: 3 },
          { from: 5, to: 5 },
        ],
        moreRows: 0,
      },
      { class: 'subtotal', count: 1, sumKrw: 150, ranges: [{ from: 4, to: 4 }], moreRows: 0 },
    ]);
  });

  it('shows a bounded number of ranges and how many rows it does not show', () => {
    const summary = createImportSummary();
    for (let index = 0; index < SUMMARY_RANGES + 5; index++) summary.add('sales', index * 2, 1);
    const [sales] = summary.classes();
    expect(sales?.ranges).toHaveLength(SUMMARY_RANGES);
    expect(sales).toMatchObject({ count: SUMMARY_RANGES + 5, moreRows: 5 });
  });
});
