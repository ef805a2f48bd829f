import type { INestApplicationContext } from '@nestjs/common';
import { addDays, normaliseCompanyName } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { ContractsService } from '../matches/contracts/contracts.service';
import { MatchCandidatesService } from '../matches/match-candidates.service';
import { MatchesService } from '../matches/matches.service';
import { ConsultationsService } from '../visits/consultations/consultations.service';
import { EducationSessionsService } from '../visits/education-sessions/education-sessions.service';
import { VisitsService } from '../visits/visits.service';
import { DEMO_MATCHES_2017, type DemoMatch } from './demo-matches';
import type { DemoPlaces } from './demo-places';
import { CITY, type DemoVisitee, type SupportPlaces } from './demo-support-places';
import { VISITED_AS_REPORTED } from './demo-visited';

/** Who did it: the report names nobody, so three advisers share the work. */
export interface PastAdvisers {
  /** for 강북구, 성북구 and 강동구: the demo's account */
  readonly ofDistricts: Actor;
  /** 강동구's team */
  readonly ofTeam: Actor;
  /** everybody else's */
  readonly ofCity: Actor;
}

/** Visits of the team in 강동구, and calls that it took, as its own table says (144 of 150, 50 of 50). */
const TEAM_VISITS = 144;
const TEAM_CALLS = 50;
const CALLS = 330;
const WORK_DAYS = 330;
/** 교육설명회: six of the sessions, as the report prints them. */
const SESSIONS = [
  ['2017-02-23', '도봉구청', '공공기관 교육', 45, '도봉구'],
  ['2017-03-21', '강북구청', '공공기관 교육', 40, '강북구'],
  ['2017-04-11', '교육청', '공공기관 교육', 150, '서울시 교육청'],
  ['2017-05-31', '강서양천교육지원청', '공공기관 교육', 77, '강서양천교육지원청'],
  ['2017-07-11', '동작구협동경제네트워크', '공공시장 진입 교육', 16, '동작구'],
  ['2017-09-21', '강북구청', '사회적경제 공공구매 교육', 30, '강북구'],
] as const;

const dayOf = (n: number) => addDays('2017-01-09', n % WORK_DAYS);

/**
 * The centre's year 2017 as its report counts it: 654 visits to 477 institutions, 330 calls, the six sessions that it
 * names, 27 matches. Days and advisers are synthetic. The report counts the three district teams beside these figures;
 * the demo has one team, whose work lies within them, so that both tables open the same rows.
 */
export async function fillPastYear(
  app: INestApplicationContext,
  places: DemoPlaces,
  support: SupportPlaces,
  advisers: PastAdvisers,
): Promise<void> {
  await visit(app, support, advisers);
  await consult(app, support, places, advisers);
  const sessions = app.get(EducationSessionsService, { strict: false });
  for (const [heldOn, audience, content, attendees, place] of SESSIONS) {
    const institutionId = support.institutionIds.get(place) ?? null;
    const session = await sessions.create(advisers.ofCity, { heldOn, audience, content, institutionId });
    await sessions.hold(advisers.ofCity, session.id, session.version, { attendees });
  }
  for (const row of DEMO_MATCHES_2017) await match(app, places, support, advisers.ofCity, row);
}

async function visit(
  app: INestApplicationContext,
  support: SupportPlaces,
  advisers: PastAdvisers,
): Promise<void> {
  const visits = app.get(VisitsService, { strict: false });
  const own = new Set(advisers.ofDistricts.assignedInstitutionIds);
  const rows = roundsOf(support.visitees);
  for (const [n, visitee] of rows.entries()) {
    const adviser = visitee.isOfTeam
      ? advisers.ofTeam
      : own.has(visitee.areaId)
        ? advisers.ofDistricts
        : advisers.ofCity;
    await visits.create(adviser, {
      state: 'done',
      visitedOn: dayOf(n),
      institutionId: visitee.institutionId,
      organisationName: visitee.organisationName,
      areaId: visitee.institutionId === null ? visitee.areaId : null,
      purpose: n < support.visitees.length ? 'sales' : 'follow_up',
    });
  }
}

/** Each once, then again by turns until every kind has as many visits as the report says, 144 of them the team's. */
function roundsOf(visitees: readonly DemoVisitee[]): DemoVisitee[] {
  const rows = [...visitees];
  const again = (of: readonly DemoVisitee[], count: number) => {
    for (let n = 0; n < count; n++) {
      const next = of[n % of.length];
      if (next !== undefined) rows.push(next);
    }
  };
  const team = visitees.filter(({ isOfTeam }) => isOfTeam);
  const teamSchools = team.filter(({ kind }) => kind === 'education');
  const schoolRounds = Math.min(60, TEAM_VISITS - team.length);
  again(teamSchools, schoolRounds);
  again(
    team.filter(({ kind }) => kind === 'public_agency'),
    TEAM_VISITS - team.length - schoolRounds,
  );
  for (const [kind, { visits }] of Object.entries(VISITED_AS_REPORTED)) {
    const done = rows.filter((row) => row.kind === kind).length;
    again(
      visitees.filter((row) => row.kind === kind && !row.isOfTeam),
      visits - done,
    );
  }
  return rows;
}

async function consult(
  app: INestApplicationContext,
  support: SupportPlaces,
  places: DemoPlaces,
  advisers: PastAdvisers,
): Promise<void> {
  const consultations = app.get(ConsultationsService, { strict: false });
  const topics = [
    '수의계약 가능 금액 문의',
    '인증 유효기간 확인',
    '현수막·인쇄 기업 추천',
    '청소 용역 기업 문의',
  ];
  for (let n = 0; n < CALLS; n++) {
    const isTeam = n < TEAM_CALLS;
    // 2016 had 193 calls of public bodies and 47 of enterprises; the split of 2017 is lost.
    const callerKind = n % 5 === 4 ? 'enterprise' : n % 11 === 10 ? 'other' : 'public_body';
    const areaId = isTeam ? places.districtId('강동구') : n % 3 === 0 ? places.gangbukId : support.cityId;
    const adviser = isTeam ? advisers.ofTeam : n % 3 === 0 ? advisers.ofDistricts : advisers.ofCity;
    await consultations.create(adviser, {
      consultedOn: dayOf(n),
      channel: n % 6 === 0 ? 'email' : 'phone',
      callerKind,
      institutionId: callerKind === 'public_body' ? areaId : null,
      areaId: callerKind === 'public_body' ? null : areaId,
      topic: topics[n % topics.length] ?? '',
      answer: '안내했습니다. (시범 자료)',
    });
  }
}

/** One of the 27 rows, from its beginning to what came of it; the report has no days. */
async function match(
  app: INestApplicationContext,
  places: DemoPlaces,
  support: SupportPlaces,
  adviser: Actor,
  row: DemoMatch,
): Promise<void> {
  const options = { strict: false };
  const matches = app.get(MatchesService, options);
  const [institutionId, departmentId] = buyerOf(support, row.buyer);
  const made = await matches.create(adviser, {
    institutionId,
    departmentId,
    title: row.title,
    supportKinds: [...row.supportKinds],
    identifiedOn: addDays('2017-02-01', row.no * 9),
    note: `성과보고서 ${row.no}번 행. 날짜는 보고서에 없어 임의로 적었습니다.`,
  });
  const move = async (input: Parameters<MatchesService['move']>[3]) => {
    const { version } = await matches.get(adviser, made.id);
    await matches.move(adviser, made.id, version, input);
  };
  await move({ stage: 'supported' });
  if (row.lostReason !== undefined) return move({ stage: 'lost', lostReason: row.lostReason });
  if (row.valueKrw === null && row.award === null)
    return move({ stage: 'no_result', note: '보고서에 결과가 없습니다.' });
  if (row.award !== null) await select(app, places, adviser, made.id, row, move);
  if (row.valueKrw === null) return;
  await app.get(ContractsService, options).create(adviser, {
    matchId: made.id,
    item: row.title,
    kind: 'services',
    signedOn: '2017-12-29',
    valueKrw: row.valueKrw,
    suppliersUnknown: row.award === null,
    note: '계약일은 보고서에 없어 임의로 적었습니다.',
  });
}

async function select(
  app: INestApplicationContext,
  places: DemoPlaces,
  adviser: Actor,
  matchId: string,
  row: DemoMatch,
  move: (input: Parameters<MatchesService['move']>[3]) => Promise<void>,
): Promise<void> {
  const byName = new Map(
    [...places.suppliers].map(([name, id]) => [normaliseCompanyName(name), id] as const),
  );
  const registered = row.suppliers.map((name) => byName.get(normaliseCompanyName(name)));
  const supplierIds = registered.filter((id) => id !== undefined);
  const names = row.suppliers.filter((_, index) => registered[index] === undefined);
  const { candidates } = await app
    .get(MatchCandidatesService, { strict: false })
    .add(adviser, matchId, { supplierIds, names });
  await move({ stage: 'proposed' });
  const winnerIds = candidates.map(({ id }) => id);
  await move({
    stage: 'selected',
    award: row.award,
    winnerIds,
    leadId: winnerIds[0] ?? null,
  });
}

/** "서울시 경제정책과" is a department of the city, "성북구청" the district. */
function buyerOf(support: SupportPlaces, buyer: string): readonly [string, string | null] {
  const departmentName = buyer.replace(/^서울시 /, '');
  const departmentId = support.cityDepartmentIds.get(departmentName);
  if (departmentId !== undefined) return [support.cityId, departmentId];
  const id = support.institutionIds.get(buyer) ?? support.institutionIds.get(buyer.replace(/구청$/, '구'));
  if (id === undefined) throw new Error(`the demo has no ${buyer}, not even in ${CITY}`);
  return [id, null];
}
