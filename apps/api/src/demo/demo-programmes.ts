import type { INestApplicationContext } from '@nestjs/common';
import type { TeamMetric } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Transactions } from '../database/transactions';
import { B2bLinksService } from '../channels/b2b-links/b2b-links.service';
import { MarketDaysService } from '../channels/market-days/market-days.service';
import { ShopsService } from '../channels/shops/shops.service';
import { BudgetsService } from '../kpis/budgets.service';
import { KpisService } from '../kpis/kpis.service';
import { SupportTeamsService } from '../visits/teams/support-teams.service';
import { MATCHES_2017_AS_REPORTED } from './demo-matches';
import type { DemoPlaces } from './demo-places';
import { TEAM_DISTRICT } from './demo-support-places';

const YEAR = 2017;
/** Of the four metrics of 강동구's team; actuals come from the rows. */
const TEAM_TARGETS: readonly (readonly [TeamMetric, number])[] = [
  ['consultations', 50],
  ['visits', 150],
  ['enterprise_register', 50],
  ['institution_register', 50],
];
const ENTERPRISES_REGISTERED = 52;
const INSTITUTIONS_REGISTERED = 60;

/** 강동구's team, before it does anything: what its adviser writes down counts for it. */
export async function foundTeam(
  app: INestApplicationContext,
  places: DemoPlaces,
  admin: Actor,
  adviserId: string,
): Promise<void> {
  const teams = app.get(SupportTeamsService, { strict: false });
  const areaId = places.districtId(TEAM_DISTRICT);
  const team = await teams.create(admin, { areaId, name: `${TEAM_DISTRICT} 공공구매 영업지원단` });
  const joined = await teams.putMembers(admin, team.id, team.version, [adviserId]);
  const targets = TEAM_TARGETS.map(([metric, target]) => ({ metric, target }));
  await teams.putTargets(admin, team.id, joined.version, { year: YEAR, targets });
}

/** SE기업 DB구축 52, 공공기관 DB구축 60: the table says how many, not which; so these are any. */
export async function attributeRegister(
  app: INestApplicationContext,
  system: Actor,
  places: DemoPlaces,
  adviserId: string,
): Promise<void> {
  await app.get(Transactions, { strict: false }).run(system, async (tx) => {
    await tx.sql(
      `UPDATE suppliers SET registered_by = $1, registered_on = '${YEAR}-03-02'
       WHERE id IN (SELECT id FROM suppliers WHERE merged_into_id IS NULL ORDER BY id LIMIT ${ENTERPRISES_REGISTERED})`,
      [adviserId],
    );
    await tx.sql(
      `UPDATE institutions SET registered_by = $1, registered_on = '${YEAR}-03-02'
       WHERE id IN (SELECT id FROM institutions WHERE district_id = $2 ORDER BY id LIMIT ${INSTITUTIONS_REGISTERED})`,
      [adviserId, places.districtId(TEAM_DISTRICT)],
    );
  });
}

type NewKpi = Parameters<KpisService['create']>[1];

/** 「주요실적」 of the public-market programme, as printed, beside what the rows of the demo give. */
const KPIS: readonly Omit<NewKpi, 'year' | 'programme' | 'sortOrder'>[] = [
  {
    group: '공공구매정보서비스',
    item: '공공구매지원 콜센터 운영(상담)',
    unit: '건',
    basis: 'count',
    target: 300,
    source: 'consultations',
    official: 330,
  },
  {
    group: '매칭지원',
    item: '공공기관 방문영업',
    unit: '건',
    basis: 'count',
    target: 650,
    source: 'visits',
    official: 654,
  },
  {
    group: '매칭지원',
    item: '영업매칭 지원(건수)',
    unit: '건',
    basis: 'count',
    target: 20,
    source: 'matches',
    official: MATCHES_2017_AS_REPORTED.kpiCount,
    officialNote: '사업총괄표와 매칭 목록에는 27건',
    pairKey: '영업매칭',
    decimals: 1,
  },
  {
    group: '매칭지원',
    item: '영업매칭 지원(금액)',
    unit: '원',
    basis: 'amount',
    target: 5_000_000_000,
    source: 'match_contract_value',
    official: MATCHES_2017_AS_REPORTED.valueKrw,
    officialNote: '보고서의 65.6억원; 목록의 금액을 더하면 64.18억원',
    pairKey: '영업매칭',
    decimals: 1,
  },
  {
    group: '교육활동',
    item: '공공구매 교육지원',
    unit: '회',
    basis: 'count',
    target: 15,
    source: 'education_sessions',
    official: 38,
    officialNote: '이름이 남은 여섯 회만 등록되어 있습니다.',
  },
  {
    group: '공공시장DB구축',
    item: '사회적경제기업 DB정보구축',
    unit: '개',
    basis: 'count',
    target: 200,
    source: 'entered',
    enteredActual: 210,
  },
  {
    group: '공공조달박람회',
    item: '자치구 찾아가는 공공구매박람회 운영',
    unit: '회',
    basis: 'count',
    target: 10,
    source: 'entered',
    enteredActual: 10,
  },
  {
    group: '지역생태계',
    item: '사회적경제 공간 조성 (시범 자료)',
    unit: '개소',
    basis: 'quality',
    source: 'entered',
    qualityState: 'done',
    note: '조성 → 완료',
  },
  {
    group: '지역생태계',
    item: '상호거래 참여 자치구 (시범 자료)',
    unit: '개',
    basis: 'count',
    target: 7,
    source: 'entered',
  },
  {
    group: '지역생태계',
    item: '주민 상담 (시범 자료)',
    unit: '건',
    basis: 'count',
    target: 434,
    source: 'entered',
    enteredActual: 1_364,
    changedGoal: true,
    formerTarget: 300,
    note: '사업내용변경',
  },
];

/** The budgets are synthetic. */
const BUDGETS = [
  ['콜센터 운영', 60_000_000, 0, 58_400_000],
  ['방문영업·매칭지원', 120_000_000, 5_000_000, 124_100_000],
  ['교육활동', 30_000_000, -5_000_000, 23_750_000],
] as const;

/** The programme's board, the budgets, and what goes to private buyers. */
export async function openProgrammes(
  app: INestApplicationContext,
  places: DemoPlaces,
  admin: Actor,
): Promise<void> {
  const options = { strict: false };
  const kpis = app.get(KpisService, options);
  for (const [index, kpi] of KPIS.entries())
    await kpis.create(admin, { ...kpi, year: YEAR, programme: '공공시장 확대지원', sortOrder: index * 10 });
  const budgets = app.get(BudgetsService, options);
  for (const [index, [item, budgetKrw, movedKrw, spentKrw]] of BUDGETS.entries()) {
    await budgets.create(admin, {
      year: YEAR,
      programme: '공공시장 확대지원',
      item: `${item} (시범 자료)`,
      budgetKrw,
      movedKrw,
      spentKrw,
      sortOrder: index * 10,
    });
  }
  await openChannels(app, places, admin);
}

async function openChannels(app: INestApplicationContext, places: DemoPlaces, admin: Actor): Promise<void> {
  const options = { strict: false };
  const links = app.get(B2bLinksService, options);
  // The report has no days for these.
  for (const [supplierName, buyerName, amountKrw, item] of [
    ['소풍가는 고양이', '포스코에너지', 300_000, '돌잔치 케이터링'],
    ['EM실천', '나비프로젝트', 13_000_000, '경영공시 사례집 인쇄'],
    ['푸른환경코리아', '샘코파트너스', 18_700_000, '화강석세척'],
  ] as const) {
    const supplierId = places.suppliers.get(supplierName) ?? null;
    await links.create(admin, {
      linkedOn: `${YEAR}-06-30`,
      supplierId,
      supplierName,
      buyerName,
      amountKrw,
      item,
    });
  }
  const shops = app.get(ShopsService, options);
  const coop = await shops.create(admin, {
    name: '생협매장 입점지원(우리동네 협동가게)',
    kind: 'coop_store',
  });
  await shops.addSale(admin, coop.id, {
    period: `${YEAR}-12-01`,
    enterprises: 21,
    products: 100,
    salesKrw: 77_220_000,
  });
  await shops.create(admin, { name: '오마이컴퍼니', kind: 'online', place: 'ohmycompany.com' });
  await shops.create(admin, {
    name: '함께일하는세상(주) 공감마켓정',
    kind: 'offline',
    place: '도봉구 마들로11길 20',
  });
  const days = app.get(MarketDaysService, options);
  for (const heldOn of ['2016-04-23', '2016-05-28', '2016-06-25', '2016-09-24', '2016-10-22', '2016-11-12'])
    await days.create(admin, {
      name: '꿈의 장터',
      heldOn,
      opensAt: '11:00',
      closesAt: '16:00',
      place: '북서울 꿈의 숲 (강북구 월계로 173)',
    });
  await days.create(admin, {
    name: '서울국제핸드메이드페어 2017 서울시 사회적경제관',
    heldOn: '2017-05-01',
    lastOn: '2017-05-05',
    place: '동대문 디자인플라자 알림관',
    officialSalesKrw: 61_566_000,
  });
}
