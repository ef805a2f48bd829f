import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_MATCHES_2017, type DemoMatch } from '../src/demo/demo-matches';
import { listOf, type Body } from './support/api-client';
import { createContractWorld, type ContractWorld } from './support/contract-world';

/** The 27 matches of the report of 2017; a value makes a contract. The report says 21 contracts worth 65.6억. */
let world: ContractWorld;
const contracts = new Map<number, Body>();

beforeAll(async () => {
  world = await createContractWorld();
  const { database, institutionId: district, adviser } = world;
  const buyers = new Map<string, string>();
  for (const row of DEMO_MATCHES_2017) {
    const known = buyers.get(row.buyer);
    const institutionId = known ?? (await buyer(row.buyer));
    buyers.set(row.buyer, institutionId);
    const matchId = await world.selectedMatch(row.title, row.suppliers, {
      institution_id: institutionId,
      area_id: district,
      ...(row.lostReason === undefined
        ? { stage: stageOf(row) }
        : { stage: 'lost', lost_reason: row.lostReason }),
    });
    if (row.valueKrw === null) continue;
    const unknown = row.suppliers.length === 0;
    const made = await adviser.post(
      '/contracts',
      {
        matchId,
        item: row.title,
        kind: 'services',
        signedOn: '2017-06-01',
        valueKrw: row.valueKrw,
        ...(unknown ? { suppliersUnknown: true, note: '보고서에 금액만 있습니다.' } : {}),
      },
      { expect: 201 },
    );
    contracts.set(row.no, made.body);
  }
  async function buyer(name: string): Promise<string> {
    const [row] = await database.sql<{ id: string }>(
      `INSERT INTO institutions (name, kind, district_id) VALUES ($1, 'other', $2) RETURNING id`,
      [name, district],
    );
    return row?.id ?? '';
  }
}, 120_000);
afterAll(() => world.end());

/** Chosen when the report names somebody; otherwise supported, whatever came of it. */
function stageOf({ suppliers }: DemoMatch): string {
  return suppliers.length > 0 ? 'selected' : 'supported';
}

describe('the contracts of the 27 reported matches', () => {
  it('are 17 and come to 6,418,000,000 won, in the list, the conversion and the kept totals', async () => {
    const list = await world.adviser.get('/contracts?year=2017&limit=200', { expect: 200 });
    expect(list.body['totals']).toEqual({ contractCount: 17, valueKrw: 6_418_000_000 });
    expect(listOf(list.body['items'])).toHaveLength(17);
    for (const groupBy of ['adviser', 'team', 'year']) {
      const path = `/chains/conversion?year=2017&groupBy=${groupBy}`;
      const conversion = await world.adviser.get(path, { expect: 200 });
      expect(conversion.body['total']).toMatchObject({
        matchCount: 27,
        contractCount: 17,
        contractKrw: 6_418_000_000,
        purchaseCount: 0,
      });
    }
    const kept = await world.database.sql(
      `SELECT sum(row_count)::int AS n, sum(amount)::text AS krw FROM activity_totals WHERE measure = 'contract'`,
    );
    expect(kept).toEqual([{ n: 17, krw: '6418000000' }]);
  });

  it('name a value and no enterprise in rows 5 and 23', () => {
    for (const no of [5, 23]) {
      expect(contracts.get(no)).toMatchObject({ suppliersUnknown: true, parties: [] });
    }
  });

  it('have four parties in row 7, and its value once', () => {
    const seven = contracts.get(7);
    expect(listOf(seven?.['parties']).map((one) => one['supplierName'])).toEqual([
      '터치포굿',
      '자리',
      '함께 일하는 세상',
      '한국의료복지사회적협동조합',
    ]);
    expect(seven).toMatchObject({ valueKrw: 1_400_000_000 });
  });

  it('have none of row 11, whose consortium was chosen without a value, nor of row 1, which was lost', async () => {
    expect(contracts.has(11)).toBe(false);
    expect(contracts.has(1)).toBe(false);
    const row = await world.database.sql<{ id: string }>(
      `SELECT id FROM matches WHERE title LIKE '서울시 창동 중소기업제품%'`,
    );
    const chain = await world.adviser.get(`/chains?matchId=${String(row[0]?.id)}`, { expect: 200 });
    const steps = listOf(chain.body['steps']);
    expect(steps.map((step) => step['kind'])).toEqual(['match', 'selection']);
    expect(listOf(steps[1]?.['supplierNames'])).toHaveLength(3);
  });
});
