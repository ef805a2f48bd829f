import type { InstitutionKind } from '@ieum/domain';
import type { Tx } from '../database/transactions';
import type { DemoPlaces } from './demo-places';
import {
  VISITED_AGENCIES,
  VISITED_AS_REPORTED,
  VISITED_EDUCATION_OFFICES,
  VISITED_ENTERPRISES,
  VISITED_SCHOOLS,
} from './demo-visited';

/** Institutions that buy for the whole city lie in its area. */
export const CITY = '서울시(본청)';
export const TEAM_DISTRICT = '강동구';
/** One name of the list is a slip. */
const PRINTED_AS: Readonly<Record<string, string>> = { 등작구: '동작구' };

/** The buyers of the 27 matches that are no department of the city and are not visited by that name. */
const CITY_BUYERS: readonly (readonly [name: string, kind: InstitutionKind])[] = [
  ['북부여성창업플라자', 'invested_agency'],
  ['SH공사', 'public_corporation'],
  ['SH서울주택도시공사', 'public_corporation'],
  ['서울디자인재단', 'invested_agency'],
  ['서울시청년활동지원센터', 'other'],
  ['이화여대 산학협력관', 'other'],
  ['행정자치부', 'national'],
  ['서울시설공단', 'public_corporation'],
  ['서울시교육청 연수원', 'education_office'],
  ['서울혁신팍크', 'other'],
];
/** Another table of the report writes this school's name in full. */
const SCHOOL_IN_FULL: Readonly<Record<string, string>> = { 원당: '원당초등학교' };
const CITY_DEPARTMENTS = ['일자리정책담당관', '경제정책과', '건축기획과'];

/** Somebody who was visited in 2017: a public body, a school, or an organisation by its name. */
export interface DemoVisitee {
  readonly kind: keyof typeof VISITED_AS_REPORTED;
  readonly areaId: string;
  readonly institutionId: string | null;
  readonly organisationName: string | null;
  /** of the district that has a team */
  readonly isOfTeam: boolean;
}

export interface SupportPlaces {
  readonly cityId: string;
  readonly institutionIds: ReadonlyMap<string, string>;
  readonly cityDepartmentIds: ReadonlyMap<string, string>;
  readonly visitees: readonly DemoVisitee[];
}

interface NewInstitution {
  readonly name: string;
  readonly kind: InstitutionKind;
  readonly districtId: string | null;
}

/** Everybody whom the report counts: by name as far as it names them, the others as what they are, without a name. */
export async function createSupportPlaces(tx: Tx, places: DemoPlaces): Promise<SupportPlaces> {
  const [city] = await insert(tx, [{ name: CITY, kind: 'city_hq', districtId: null }]);
  const cityId = city ?? '';
  const agencies = VISITED_AGENCIES.map((name) => PRINTED_AS[name] ?? name).filter(
    (name) => !places.districts.has(name) && name !== CITY,
  );
  const ofCity = [
    ...agencies.map((name) => ({ name, kind: 'other' as const })),
    ...VISITED_EDUCATION_OFFICES.map((name) => ({ name, kind: 'education_office' as const })),
    ...CITY_BUYERS.map(([name, kind]) => ({ name, kind })),
  ];
  const institutionIds = new Map<string, string>([...places.districts, [CITY, cityId]]);
  const inserted = await insert(
    tx,
    ofCity.map((one) => ({ ...one, districtId: cityId })),
  );
  ofCity.forEach(({ name }, index) => institutionIds.set(name, inserted[index] ?? ''));
  const cityDepartmentIds = new Map<string, string>();
  for (const name of CITY_DEPARTMENTS) cityDepartmentIds.set(name, await department(tx, cityId, name));
  return {
    cityId,
    institutionIds,
    cityDepartmentIds,
    visitees: await visiteesOf(tx, places, institutionIds),
  };
}

async function visiteesOf(
  tx: Tx,
  places: DemoPlaces,
  institutionIds: ReadonlyMap<string, string>,
): Promise<DemoVisitee[]> {
  const cityId = institutionIds.get(CITY) ?? '';
  const teamAreaId = places.districtId(TEAM_DISTRICT);
  const named = (name: string, kind: DemoVisitee['kind']): DemoVisitee => {
    const institutionId = institutionIds.get(PRINTED_AS[name] ?? name) ?? '';
    const areaId = places.districts.has(PRINTED_AS[name] ?? name) ? institutionId : cityId;
    return { kind, areaId, institutionId, organisationName: null, isOfTeam: false };
  };
  const schools = Object.entries(VISITED_SCHOOLS).flatMap(([district, names]) =>
    names.split(' ').map((name) => ({
      name: SCHOOL_IN_FULL[name] ?? (/\d$/.test(name) ? name : `${name}초`),
      kind: 'school' as const,
      districtId: places.districtId(district),
    })),
  );
  const schoolIds = await insert(tx, schools);
  const agencies = VISITED_AGENCIES.map((name) => named(name, 'public_agency'));
  const education = [
    ...VISITED_EDUCATION_OFFICES.map((name) => named(name, 'education')),
    ...schools.map(({ districtId }, index) => ({
      kind: 'education' as const,
      areaId: districtId ?? cityId,
      institutionId: schoolIds[index] ?? '',
      organisationName: null,
      isOfTeam: false,
    })),
  ];
  const unnamed = async (kind: 'public_agency' | 'education', title: string, count: number) => {
    const rows = Array.from({ length: count }, (_, index) => ({
      name: `${TEAM_DISTRICT} ${title} ${index + 1} (보고서에 이름 없음)`,
      kind: kind === 'education' ? ('school' as const) : ('other' as const),
      districtId: teamAreaId,
    }));
    const ids = await insert(tx, rows);
    return ids.map((institutionId) => ({
      kind,
      areaId: teamAreaId,
      institutionId,
      organisationName: null,
      isOfTeam: true,
    }));
  };
  const { public_agency, education: reported, enterprise_or_network } = VISITED_AS_REPORTED;
  const organisations = Array.from(
    { length: enterprise_or_network.institutions },
    (_, index) => VISITED_ENTERPRISES[index] ?? `기업·네트워크 ${index + 1} (보고서에 이름 없음)`,
  );
  return [
    ...agencies,
    ...(await unnamed('public_agency', '공공기관', public_agency.institutions - agencies.length)),
    ...education,
    ...(await unnamed('education', '학교', reported.institutions - education.length)),
    ...organisations.map((organisationName) => ({
      kind: 'enterprise_or_network' as const,
      areaId: cityId,
      institutionId: null,
      organisationName,
      isOfTeam: false,
    })),
  ];
}

async function insert(tx: Tx, rows: readonly NewInstitution[]): Promise<string[]> {
  const ids = await tx.sql<{ id: string }>(
    `INSERT INTO institutions (name, kind, district_id)
     SELECT name, kind, district_id
     FROM unnest($1::text[], $2::text[], $3::uuid[]) WITH ORDINALITY AS row(name, kind, district_id, no) ORDER BY no RETURNING id`,
    [rows.map(({ name }) => name), rows.map(({ kind }) => kind), rows.map(({ districtId }) => districtId)],
  );
  return ids.map(({ id }) => id);
}

async function department(tx: Tx, institutionId: string, name: string): Promise<string> {
  const rows = await tx.sql<{ id: string }>(
    `INSERT INTO departments (institution_id, name, department_group, valid_from)
     VALUES ($1, $2, 'division', '2010-01-01') RETURNING id`,
    [institutionId, name],
  );
  return rows[0]?.id ?? '';
}
