import type { INestApplicationContext } from '@nestjs/common';
import type { FairOfficialFigure, PurchaseKind } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Transactions, type Tx } from '../database/transactions';
import { FairSummaryService } from '../fairs/after/fair-summary.service';
import { FairsService } from '../fairs/fairs.service';
import { ContractsService } from '../matches/contracts/contracts.service';
import type { DemoPlaces } from './demo-places';

const YEAR = 2017;
const REPORT = '서울특별시 사회적경제지원센터 2017 성과보고서';

/** 찾아가는 사회적경제 공공구매 박람회 10회: the three of ten that the report names, with what it counts of them. */
const HELD = [
  { host: '강북구', day: '2017-06-22', enterprises: 18, desks: 14, consultations: 32, visitors: 60 },
  { host: '노원구', day: '2017-07-03', enterprises: 18, desks: 39, consultations: 164, visitors: 210 },
  { host: '성북구', day: '2017-07-14', enterprises: 13, desks: 10, consultations: 10, visitors: 50 },
] as const;

interface FairContract {
  readonly buyer: string;
  /** where the report names one */
  readonly department: string | null;
  readonly supplier: string;
  readonly item: string;
  readonly kind: PurchaseKind;
  readonly valueKrw: number;
}

/** 박람회 계약 실적 현황. It does not say at which fair they began, so none is named. */
const CONTRACTS: readonly FairContract[] = [
  {
    buyer: '원당초등학교',
    department: null,
    supplier: '가온',
    item: '모래소독',
    kind: 'services',
    valueKrw: 700_000,
  },
  {
    buyer: '반포본동주민센터',
    department: null,
    supplier: '노란들판',
    item: '인쇄물 제작',
    kind: 'goods',
    valueKrw: 90_000,
  },
  {
    buyer: '강북구',
    department: '일자리지원과',
    supplier: '노란들판',
    item: '현수막/배너 제작',
    kind: 'goods',
    valueKrw: 160_000,
  },
  {
    buyer: '서울시 교육청',
    department: '참여협력과',
    supplier: '영화제작소 눈',
    item: '홍보영상 제작',
    kind: 'services',
    valueKrw: 19_855_000,
  },
];

/** The totals of that table as printed: it says four enterprises, its rows name three. */
const STATED: readonly (readonly [FairOfficialFigure, number])[] = [
  ['suppliers', 4],
  ['contracts', 4],
  ['amount_krw', 20_805_000],
];

/** The fairs of 2017 as the report counts them, and the contracts that came of them. */
export async function recordFairsOf2017(
  app: INestApplicationContext,
  places: DemoPlaces,
  people: { readonly admin: Actor; readonly system: Actor },
): Promise<void> {
  const fairs = app.get(FairsService, { strict: false });
  for (const { host, day, enterprises, desks, consultations, visitors } of HELD) {
    const planned = await fairs.create(people.admin, {
      hostInstitutionId: places.districtId(host),
      name: `찾아가는 사회적경제 공공구매 박람회 (${host}청)`,
      description: `${REPORT}에 적힌 수치입니다.`,
      firstDay: day,
      lastDay: day,
    });
    const recorded = await fairs.change(people.admin, planned.id, planned.version, {
      visitors,
      recordedEnterprises: enterprises,
      recordedDesks: desks,
      recordedConsultations: consultations,
    });
    const held = await fairs.move(people.admin, planned.id, recorded.version, { state: 'held' });
    await fairs.move(people.admin, planned.id, held.version, { state: 'followed_up' });
  }
  const transactions = app.get(Transactions, { strict: false });
  const buyers = await transactions.run(people.system, (tx) => createBuyers(tx, places));
  await signContracts(app, places, people.admin, buyers);
  const summary = app.get(FairSummaryService, { strict: false });
  for (const [figure, value] of STATED)
    await summary.putOfficial(people.admin, { year: YEAR, figure }, { value, source: REPORT });
}

async function signContracts(
  app: INestApplicationContext,
  places: DemoPlaces,
  admin: Actor,
  buyers: ReadonlyMap<string, string>,
): Promise<void> {
  const contracts = app.get(ContractsService, { strict: false });
  for (const { buyer, department, supplier, item, kind, valueKrw } of CONTRACTS) {
    await contracts.create(admin, {
      institutionId: buyers.get(buyer) ?? null,
      departmentId: department === null ? null : (buyers.get(department) ?? null),
      source: 'fair',
      item,
      kind,
      signedOn: `${YEAR}-12-29`,
      valueKrw,
      parties: [{ supplierId: places.supplierId(supplier), isLead: true }],
      note: '박람회 계약 실적입니다. 계약일은 보고서에 없어 임의로 적었습니다.',
    });
  }
}

/** Ids by name. Two of them are nowhere else in the report: a dong office of 서초구, a department of the education office. */
async function createBuyers(tx: Tx, places: DemoPlaces): Promise<Map<string, string>> {
  const [schools, offices] = await Promise.all([
    tx.sql<{ id: string }>(`SELECT id FROM institutions WHERE name = '원당초등학교'`),
    tx.sql<{ id: string }>(`SELECT id FROM institutions WHERE name = '서울시 교육청'`),
  ]);
  const office = offices[0]?.id ?? '';
  const [dongOffices, departments] = await Promise.all([
    tx.sql<{ id: string }>(
      `INSERT INTO institutions (name, kind, district_id) VALUES ('반포본동주민센터', 'other', $1) RETURNING id`,
      [places.districtId('서초구')],
    ),
    tx.sql<{ id: string }>(
      `INSERT INTO departments (institution_id, name, department_group, valid_from)
       VALUES ($1, '참여협력과', 'division', '2010-01-01') RETURNING id`,
      [office],
    ),
  ]);
  return new Map([
    ['원당초등학교', schools[0]?.id ?? ''],
    ['반포본동주민센터', dongOffices[0]?.id ?? ''],
    ['강북구', places.gangbukId],
    ['일자리지원과', places.departmentId('일자리지원과')],
    ['서울시 교육청', office],
    ['참여협력과', departments[0]?.id ?? ''],
  ]);
}
