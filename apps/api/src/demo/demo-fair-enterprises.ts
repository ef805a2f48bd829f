import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type CertificationType } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { SuppliersService } from '../suppliers/suppliers.service';
import { SEOUL_DISTRICTS } from './demo-districts';
import { inLanes } from './demo-lanes';
import type { DemoPlaces } from './demo-places';
import { syntheticBusinessNumber } from './demo-suppliers';

/** Numbers below are those of the register's own enterprises. */
const FIRST_NUMBER = 2_000;
const LANES = 6;

const FIRST_NAMES = [
  '가람',
  '나래',
  '다온',
  '라온',
  '마루',
  '바른',
  '새벽',
  '아람',
  '자람',
  '차오름',
  '큰솔',
  '토담',
  '푸름',
  '한울',
];

/** What a synthetic enterprise does, as its name and as its stand say it. */
const TRADES = [
  ['돌봄', '방문 돌봄, 어르신 말벗'],
  ['환경', '청사 청소, 방역'],
  ['살림', '친환경 세제, 종이 제품'],
  ['도시락', '행사 도시락, 다과'],
  ['공방', '나무 소품, 기념품'],
  ['교육', '디지털 교육, 안전 교육'],
  ['조경', '화단 가꾸기, 나무 관리'],
  ['집수리', '도배·장판, 소규모 보수'],
  ['출판', '자료집 편집, 점자 자료'],
  ['문화', '찾아가는 공연, 마을 축제'],
] as const;

const TYPES: readonly CertificationType[] = [
  'certified_social_enterprise',
  'cooperative',
  'social_cooperative',
  'village_enterprise',
  'self_reliance_enterprise',
  'prospective_local',
];

export interface FairEnterprise {
  readonly name: string;
  readonly offers: string;
}

/** Enterprises that there are not, marked so: the fair of 2019's size has more exhibitors than the reports name. */
export function syntheticEnterprises(count: number): FairEnterprise[] {
  const all = FIRST_NAMES.flatMap((first) =>
    TRADES.map(([trade, offers]) => ({ name: `${first}${trade} (예시)`, offers })),
  );
  if (count > all.length) throw new RangeError(`there are names for ${all.length} enterprises only`);
  return all.slice(0, count);
}

/** Enters them into the register, with one certificate each. */
export async function enterEnterprises(
  app: INestApplicationContext,
  system: Actor,
  places: DemoPlaces,
  enterprises: readonly FairEnterprise[],
): Promise<void> {
  const options = { strict: false };
  const suppliers = app.get(SuppliersService, options);
  const today = app.get(Clock, options).today();
  const ids = new Map(places.suppliers);
  await inLanes(enterprises, LANES, async ({ name }, index) => {
    const validFrom = addDays(today, -400 - index);
    const { id } = await suppliers.create(system, {
      name,
      businessNumber: syntheticBusinessNumber(FIRST_NUMBER + index),
      districtCode: SEOUL_DISTRICTS[index % SEOUL_DISTRICTS.length]?.[1] ?? null,
      certifications: [
        {
          type: TYPES[index % TYPES.length] ?? 'cooperative',
          number: `시범-박람회-${String(index + 1).padStart(4, '0')}`,
          issuer: '(시범 자료)',
          issuedOn: validFrom,
          validFrom,
          validUntil: addDays(validFrom, 3 * 365),
        },
      ],
    });
    ids.set(name, id);
  });
  places.suppliers = ids;
}
