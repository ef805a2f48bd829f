import type { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { WaitingListService } from '../fairs/bookings/waiting-list.service';
import { FairWishesService } from '../fairs/parties/fair-wishes.service';
import { FairSchedulesService } from '../fairs/schedules/fair-schedules.service';
import { ScheduleApplicationService } from '../fairs/schedules/schedule-application.service';
import { FairHand, type DemoDesk, type DemoExhibitor, type TakenPlaces } from './demo-fair-hand';
import type { FairPeople, Participants } from './demo-fair-people';
import { untilJobsAreDone } from './demo-jobs';
import { inLanes } from './demo-lanes';
import type { DemoPlaces } from './demo-places';
import { DemoRandom } from './demo-random';

/** As many as at the city's fair of 2019. */
export const LARGE_FAIR = { desks: 54, exhibitors: 208, slots: 16 } as const;
const LANES = 6;
const SEED = 2019;
const OWN = '노란들판';
const CLERKS = '일자리지원과';
/** The desks that most enterprises want; they have fewer places than wishes. */
const SOUGHT = ['재무과', '행정지원과', '홍보담당관', '문화체육과', '복지정책과', '청소행정과'];
const OWN_WISHES = [
  [CLERKS, 5],
  ['홍보담당관', 5],
  ['문화체육과', 4],
  ['교육지원과', 3],
  ['삼양동', 3],
  ['보건행정과', 2],
] as const;

const LOOKS_FOR = [
  '현수막, 배너, 인쇄물',
  '청소 용역, 방역',
  '행사 도시락, 다과',
  '기념품, 판촉물',
  '교육 프로그램 운영',
  '소규모 보수, 안내판',
  '돌봄, 방문 서비스',
];

type Named = DemoDesk & { readonly name: string };

/** A synthetic fair at full size: wishes of both sides, the best schedule, booked and open for requests. */
export async function openLargeFair(
  app: INestApplicationContext,
  places: DemoPlaces,
  people: FairPeople,
  participants: readonly Participants[],
): Promise<void> {
  const today = app.get(Clock, { strict: false }).today();
  const [first, second] = [addDays(today, 7), addDays(today, 8)];
  const hand = await FairHand.plan(
    app,
    people.manager,
    {
      name: '서울 사회적경제 공공구매 박람회 (예시)',
      venue: '강북문화예술회관 대공연장 (예시)',
      description: '구매 부서 54곳과 사회적경제기업 208곳이 이틀 동안 일대일로 상담합니다. 모두 예시입니다.',
      firstDay: first,
      lastDay: second,
      applicationsCloseOn: addDays(today, 2),
      holdDays: 5,
    },
    {
      slotMinutes: 30,
      hours: [first, second].flatMap((day) => [
        { day, from: '10:00', to: '12:00' },
        { day, from: '13:00', to: '15:00' },
      ]),
    },
  );
  const random = new DemoRandom(SEED);
  await hand.moveTo('applications');
  const desks = await placeDesks(hand, places, people);
  const exhibitors = await enterExhibitors(hand, people, participants);
  await wish(hand, desks, exhibitors, random);
  await hand.moveTo('scheduling');
  await schedule(app, hand, people);
  await hand.moveTo('open');
  await askForMore(hand, people, desks, exhibitors);
}

/** All departments of 강북구, and one of eight other districts. */
async function placeDesks(hand: FairHand, places: DemoPlaces, people: FairPeople): Promise<Named[]> {
  const own = places.departments.map(({ id, name }) => ({
    institutionId: places.gangbukId,
    departmentId: id,
    name,
  }));
  const guests = [...places.districtDepartments]
    .slice(0, LARGE_FAIR.desks - own.length)
    .map(([district, departmentId]) => ({
      institutionId: places.districtId(district),
      departmentId,
      name: district,
    }));
  const desks = new Map<number, Named>();
  await inLanes([...own, ...guests], LANES, async ({ name, ...place }, index) => {
    const looksFor = LOOKS_FOR[index % LOOKS_FOR.length] ?? null;
    // Departments of other districts are the centre's to name.
    const actor = index < own.length ? hand.organiser : people.admin;
    // The clerk of the demo's account has a colleague: there is room for what is asked for later.
    const seats = name === CLERKS ? 2 : 1;
    desks.set(index, { ...(await hand.desk({ ...place, looksFor, seats }, actor)), name });
  });
  return inOrder(desks);
}

async function enterExhibitors(
  hand: FairHand,
  people: FairPeople,
  participants: readonly Participants[],
): Promise<DemoExhibitor[]> {
  const exhibitors = new Map<number, DemoExhibitor>();
  await inLanes(participants, LANES, async ({ supplierId, offers }, index) => {
    const isOwn = supplierId === people.enterprise.enterpriseId;
    exhibitors.set(
      index,
      await hand.exhibitor({
        supplierId,
        offers,
        person: isOwn ? { name: people.enterprise.name, email: 'company@supplier.example' } : null,
        booth: `${String.fromCodePoint(65 + Math.floor(index / 26))}-${String((index % 26) + 1).padStart(2, '0')}`,
        floor: 2,
      }),
    );
  });
  return inOrder(exhibitors);
}

/** Two to four wishes of an enterprise, a third of them for the desks that everybody wants; two to five of a desk. */
async function wish(
  hand: FairHand,
  desks: readonly Named[],
  exhibitors: readonly DemoExhibitor[],
  random: DemoRandom,
): Promise<void> {
  const wishes = hand.service(FairWishesService);
  const sought = desks.filter(({ name }) => SOUGHT.includes(name));
  const wanted = (count: number, pick: () => string) => {
    const ids = new Set<string>();
    while (ids.size < count) ids.add(pick());
    return [...ids].map((id) => ({ id, weight: random.between(1, 5) }));
  };
  const ofExhibitors = exhibitors.map((_, index) =>
    index === 0
      ? ownWishes(desks)
      : wanted(random.between(2, 4), () => random.pick(random.next() < 0.35 ? sought : desks).id),
  );
  const ofDesks = desks.map(() => wanted(random.between(2, 5), () => random.pick(exhibitors).id));
  await inLanes(exhibitors, LANES, ({ id }, index) =>
    wishes.putOfExhibitor(hand.organiser, hand.fairId, id, { wishes: ofExhibitors[index] ?? [] }),
  );
  await inLanes(desks, LANES, ({ id }, index) =>
    wishes.putOfDesk(hand.organiser, hand.fairId, id, { wishes: ofDesks[index] ?? [] }),
  );
}

const ownWishes = (desks: readonly Named[]) =>
  OWN_WISHES.flatMap(([name, weight]) =>
    desks.filter((desk) => desk.name === name).map(({ id }) => ({ id, weight })),
  );

/** Computed in the background like any other. The accounts of the demo are closed yet, so the system asks for it. */
async function schedule(app: INestApplicationContext, hand: FairHand, people: FairPeople): Promise<void> {
  const { schedule: computed } = await hand
    .service(FairSchedulesService)
    .compute(people.system, hand.fairId, { seed: SEED });
  await untilJobsAreDone(app);
  await hand.service(ScheduleApplicationService).apply(hand.organiser, hand.fairId, computed.id);
}

/** What the schedule left open: questions to each side that wait for an answer, and two that wait for a full desk. */
async function askForMore(
  hand: FairHand,
  people: FairPeople,
  desks: readonly Named[],
  exhibitors: readonly DemoExhibitor[],
): Promise<void> {
  const taken = await hand.takenPlaces(people.system);
  const own = exhibitors[0];
  const jobs = desks.find(({ name }) => name === CLERKS);
  if (own === undefined || jobs === undefined) throw new Error(`the fair has no ${OWN}`);
  const ofGangbuk = desks.filter(({ institutionId }) => institutionId === jobs.institutionId);
  const asking = ofGangbuk.filter((desk) => desk !== jobs && !taken.meet(desk, own));
  const [asks, isAsked] = asking.filter((desk) => freeSlots(hand, taken, desk, own).length > 1);
  if (asks === undefined || isAsked === undefined) throw new Error(`${OWN} has no time left`);
  await request(hand, taken, people.clerkOf(asks), asks, own);
  await request(hand, taken, people.enterprise, isAsked, own);
  const others = exhibitors.filter((one) => one !== own && !taken.meet(jobs, one)).slice(0, 2);
  for (const other of others) await request(hand, taken, people.memberOf(other.supplierId), jobs, other);
  const full = asking.find((desk) => hand.slots.every((slot) => taken.isFull(desk, slot)));
  if (full === undefined) throw new Error('no desk is full');
  const [waits] = exhibitors.filter((one) => one !== own && !taken.meet(full, one));
  const waiting = hand.service(WaitingListService);
  for (const [actor, exhibitor] of [
    [people.memberOf(waits?.supplierId ?? ''), waits],
    [people.enterprise, own],
  ] as const)
    await waiting.join(actor, hand.fairId, { deskId: full.id, exhibitorId: exhibitor?.id ?? '' });
}

const freeSlots = (hand: FairHand, taken: TakenPlaces, desk: DemoDesk, exhibitor: DemoExhibitor) =>
  hand.slots.filter((slot) => taken.isFree(desk, exhibitor, slot));

async function request(
  hand: FairHand,
  taken: TakenPlaces,
  actor: Actor,
  desk: DemoDesk,
  exhibitor: DemoExhibitor,
): Promise<void> {
  const slot = freeSlots(hand, taken, desk, exhibitor)[0];
  if (slot === undefined) throw new Error('there is no time for a request');
  await hand.book(actor, desk, exhibitor, slot);
  taken.add(desk, exhibitor, slot);
}

const inOrder = <Value>(byIndex: ReadonlyMap<number, Value>): Value[] =>
  [...byIndex].sort(([one], [other]) => one - other).map(([, value]) => value);
