import { describe, expect, it } from '@jest/globals';
import { b2bLinkRefusal, marketDayRefusal, marketDaySales, shopSaleRefusal } from './channel.rules';

const today = '2017-12-31';
const at = (field: string) => ({ code: 'CHANNEL_INVALID', details: { field } });

describe('a B2B link', () => {
  const link = { today, linkedOn: '2017-05-01', amountKrw: 300_000 };
  it('is of a day that has come, and of an amount', () => {
    expect(b2bLinkRefusal(link)).toBeNull();
    expect(b2bLinkRefusal({ ...link, linkedOn: '2018-01-01' })).toMatchObject(at('linkedOn'));
    expect(b2bLinkRefusal({ ...link, amountKrw: 0 })).toMatchObject(at('amountKrw'));
  });
});

describe('the sales of a shop', () => {
  it('are of a month that has begun, once', () => {
    const sale = { today, period: '2017-12-01', periodTaken: false };
    expect(shopSaleRefusal(sale)).toBeNull();
    for (const wrong of [{ period: '2017-12-02' }, { period: '2018-01-01' }, { periodTaken: true }])
      expect(shopSaleRefusal({ ...sale, ...wrong })).toMatchObject(at('period'));
  });
});

describe('a market day', () => {
  const day = {
    today,
    heldOn: '2017-05-01',
    lastOn: '2017-05-05',
    opensAt: '11:00',
    closesAt: '16:00',
    officialSalesKrw: 61_560_000,
    participants: [],
  };
  it('ends after it begins, by day and by hour', () => {
    expect(marketDayRefusal(day)).toBeNull();
    expect(marketDayRefusal({ ...day, lastOn: '2017-04-30' })).toMatchObject(at('lastOn'));
    expect(marketDayRefusal({ ...day, closesAt: '11:00' })).toMatchObject(at('closesAt'));
    expect(marketDayRefusal({ ...day, opensAt: null })).toMatchObject(at('opensAt'));
  });

  it('may be planned, and has sold nothing by then', () => {
    const planned = { ...day, heldOn: '2018-05-01', lastOn: null, officialSalesKrw: null };
    expect(marketDayRefusal(planned)).toBeNull();
    expect(marketDayRefusal({ ...planned, officialSalesKrw: 1 })).toMatchObject(at('officialSalesKrw'));
    expect(
      marketDayRefusal({ ...planned, participants: [{ supplierName: '노란들판', salesKrw: 1 }] }),
    ).toMatchObject(at('participants'));
  });

  it('names each participant once', () => {
    const one = { supplierName: '노란들판', salesKrw: null };
    expect(
      marketDayRefusal({ ...day, participants: [one, { ...one, supplierName: '노란들판 ' }] }),
    ).toMatchObject(at('participants'));
  });

  it('shows the stated figure beside its rows: 61,560,000 in the text, 61,566,000 in the table', () => {
    expect(marketDaySales(61_560_000, [{ salesKrw: 61_000_000 }, { salesKrw: 566_000 }])).toEqual({
      participantsKrw: 61_566_000,
      countedKrw: 61_566_000,
      differenceKrw: -6_000,
    });
  });

  it('counts the stated figure while no row is known, and nothing at all without either', () => {
    expect(marketDaySales(61_560_000, [{ salesKrw: null }])).toEqual({
      participantsKrw: null,
      countedKrw: 61_560_000,
      differenceKrw: null,
    });
    expect(marketDaySales(null, []).countedKrw).toBeNull();
    expect(marketDaySales(5, [{ salesKrw: 5 }]).differenceKrw).toBeNull();
  });
});
