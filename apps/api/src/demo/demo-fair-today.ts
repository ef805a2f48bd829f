import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type MeetingInterest, type MeetingNextStep } from '@ieum/domain';
import { Clock } from '../common/clock';
import { FairFeedbackService } from '../fairs/after/fair-feedback.service';
import { CheckInsService } from '../fairs/day/check-ins.service';
import { FairMeetingsService } from '../fairs/day/fair-meetings.service';
import { MeetingResultsService } from '../fairs/day/meeting-results.service';
import { FairHand, TakenPlaces, type DemoDesk, type DemoExhibitor } from './demo-fair-hand';
import type { FairPeople, Participants } from './demo-fair-people';
import type { DemoPlaces } from './demo-places';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The clerk's desk has four people: somebody without a booking finds a place there at any time of the day. */
const DESKS: readonly (readonly [name: string, seats: number, looksFor: string])[] = [
  ['일자리지원과', 4, '현수막, 안내 인쇄물, 교육 프로그램'],
  ['재무과', 1, '청소 용역, 사무용 가구'],
  ['홍보담당관', 1, '홍보 영상, 현수막'],
  ['문화체육과', 1, '행사 진행, 공연'],
  ['삼양동', 1, '동네 축제 물품, 다과'],
];

const EXHIBITORS = [
  '노란들판',
  '터치포굿',
  'EM실천',
  '아름다운커피',
  '푸른환경코리아',
  '소풍가는 고양이',
  '동연디자인',
  '영화제작소 눈',
  '놀자엔터테인먼트협동조합',
  '행복도시락 서울서부점',
  '페어트레이드코리아',
  '트래블러스맵',
] as const;
type Exhibitor = (typeof EXHIBITORS)[number];

interface Result {
  readonly interest: MeetingInterest;
  readonly nextStep: MeetingNextStep;
  readonly expectedValueKrw?: number;
  readonly note?: string;
}

/** A meeting by its distance from the slot that runs; `came`: what is recorded of it, null = it is ahead or waited for. */
interface Meeting {
  readonly desk: string;
  readonly exhibitor: Exhibitor;
  readonly slots: number;
  readonly came: Result | 'no_show' | null;
}

const MEETINGS: readonly Meeting[] = [
  {
    desk: '일자리지원과',
    exhibitor: '터치포굿',
    slots: -2,
    came: {
      interest: 'strong',
      nextStep: 'offer',
      expectedValueKrw: 3_300_000,
      note: '직원 교육 기념품 300개, 견적을 다음 주까지 받기로 했습니다. (시범 자료)',
    },
  },
  {
    desk: '홍보담당관',
    exhibitor: '노란들판',
    slots: -2,
    came: { interest: 'some', nextStep: 'later', note: '내년 홍보 계획이 나오면 연락합니다. (시범 자료)' },
  },
  {
    desk: '문화체육과',
    exhibitor: '소풍가는 고양이',
    slots: -2,
    came: { interest: 'none', nextStep: 'nothing' },
  },
  { desk: '재무과', exhibitor: '푸른환경코리아', slots: -1, came: 'no_show' },
  // Nobody has said yet whether these came.
  { desk: '일자리지원과', exhibitor: 'EM실천', slots: -1, came: null },
  { desk: '일자리지원과', exhibitor: '아름다운커피', slots: 0, came: null },
  { desk: '홍보담당관', exhibitor: '영화제작소 눈', slots: 0, came: null },
  { desk: '일자리지원과', exhibitor: '노란들판', slots: 1, came: null },
  { desk: '문화체육과', exhibitor: '놀자엔터테인먼트협동조합', slots: 1, came: null },
  { desk: '일자리지원과', exhibitor: '행복도시락 서울서부점', slots: 2, came: null },
  { desk: '삼양동', exhibitor: '노란들판', slots: 2, came: null },
  { desk: '재무과', exhibitor: 'EM실천', slots: 2, came: null },
  { desk: '일자리지원과', exhibitor: '페어트레이드코리아', slots: 4, came: null },
  { desk: '삼양동', exhibitor: '아름다운커피', slots: 4, came: null },
  { desk: '문화체육과', exhibitor: '노란들판', slots: 6, came: null },
  { desk: '일자리지원과', exhibitor: '영화제작소 눈', slots: 9, came: null },
  { desk: '일자리지원과', exhibitor: '소풍가는 고양이', slots: 16, came: null },
  { desk: '재무과', exhibitor: '노란들판', slots: 20, came: null },
  { desk: '일자리지원과', exhibitor: '놀자엔터테인먼트협동조합', slots: 30, came: null },
];

/** Today and tomorrow, round the clock: whenever the demo is looked at, something is going on. Synthetic. */
export async function holdFairToday(
  app: INestApplicationContext,
  places: DemoPlaces,
  people: FairPeople,
  participants: readonly Participants[],
): Promise<void> {
  const clock = app.get(Clock, { strict: false });
  const realNow = clock.now;
  const now = clock.now();
  const today = clock.today();
  const [first, last] = [today, addDays(today, 1)];
  try {
    clock.now = () => new Date(now.getTime() - DAY);
    const hand = await FairHand.plan(
      app,
      people.manager,
      {
        name: '찾아가는 박람회 강북구청 (예시)',
        venue: '강북구청 4층 대강당 (예시)',
        description: '오늘과 내일 하루 종일 상담하는 예시 박람회입니다.',
        firstDay: first,
        lastDay: last,
        // Said as soon as it is known: the demo is looked at for minutes.
        noShowMinutes: 0,
      },
      { slotMinutes: 30, hours: [first, last].map((day) => ({ day, from: '00:00', to: '24:00' })) },
    );
    await hand.moveTo('applications');
    const desks = await placeDesks(hand, places);
    const exhibitors = await enterExhibitors(hand, places, people, participants);
    await hand.moveTo('scheduling', 'open');
    const running = hand.slots.findIndex(({ endsAt }) => endsAt > now);
    await meet(hand, people, { desks, exhibitors, running });
    clock.now = realNow;
    await giveFeedback(hand, people, desks, exhibitors);
  } finally {
    clock.now = realNow;
  }
}

async function placeDesks(hand: FairHand, places: DemoPlaces): Promise<Map<string, DemoDesk>> {
  const desks = new Map<string, DemoDesk>();
  for (const [name, seats, looksFor] of DESKS) {
    const departmentId = places.departmentId(name);
    desks.set(name, await hand.desk({ institutionId: places.gangbukId, departmentId, seats, looksFor }));
  }
  return desks;
}

async function enterExhibitors(
  hand: FairHand,
  places: DemoPlaces,
  people: FairPeople,
  participants: readonly Participants[],
): Promise<Map<string, DemoExhibitor>> {
  const offersOf = new Map(participants.map(({ supplierId, offers }) => [supplierId, offers]));
  const exhibitors = new Map<string, DemoExhibitor>();
  for (const [index, name] of EXHIBITORS.entries()) {
    const supplierId = places.supplierId(name);
    const isOwn = supplierId === people.enterprise.enterpriseId;
    const exhibitor = await hand.exhibitor({
      supplierId,
      offers: offersOf.get(supplierId) ?? null,
      person: isOwn ? { name: people.enterprise.name, email: 'company@supplier.example' } : null,
      booth: `A-${String(index + 1).padStart(2, '0')}`,
      floor: 0,
    });
    exhibitors.set(name, exhibitor);
  }
  return exhibitors;
}

interface Parties {
  readonly desks: ReadonlyMap<string, DemoDesk>;
  readonly exhibitors: ReadonlyMap<string, DemoExhibitor>;
  /** index of the slot that runs */
  readonly running: number;
}

/** All of it was booked the day before; then the day passes until now. */
async function meet(hand: FairHand, people: FairPeople, parties: Parties): Promise<void> {
  const taken = new TakenPlaces([]);
  const booked: { readonly id: string; readonly meeting: Meeting; readonly startsAt: Date }[] = [];
  for (const meeting of MEETINGS) {
    const desk = known(parties.desks.get(meeting.desk));
    const exhibitor = known(parties.exhibitors.get(meeting.exhibitor));
    const wanted = Math.max(0, parties.running + meeting.slots);
    const slot = hand.slots.slice(wanted).find((one) => taken.isFree(desk, exhibitor, one));
    if (slot === undefined) continue;
    taken.add(desk, exhibitor, slot);
    const id = await hand.book(hand.organiser, desk, exhibitor, slot);
    booked.push({ id, meeting, startsAt: slot.startsAt });
  }
  const meetings = hand.service(FairMeetingsService);
  for (const { id, meeting, startsAt } of booked) {
    const { came } = meeting;
    if (came === null) continue;
    hand.clock.now = () => new Date(startsAt.getTime() + 2 * MINUTE);
    if (came === 'no_show') {
      await meetings.noShow(hand.organiser, hand.fairId, id);
      continue;
    }
    const desk = known(parties.desks.get(meeting.desk));
    const { code } = known(parties.exhibitors.get(meeting.exhibitor));
    await hand.service(CheckInsService).checkIn(hand.organiser, hand.fairId, { code });
    const clerk = meeting.desk === '일자리지원과' ? people.clerk : people.clerkOf(desk);
    await meetings.attend(clerk, hand.fairId, id);
    await hand.service(MeetingResultsService).put(clerk, hand.fairId, id, came);
  }
}

async function giveFeedback(
  hand: FairHand,
  people: FairPeople,
  desks: ReadonlyMap<string, DemoDesk>,
  exhibitors: ReadonlyMap<string, DemoExhibitor>,
): Promise<void> {
  const feedback = hand.service(FairFeedbackService);
  const own = known(exhibitors.get('노란들판'));
  await feedback.giveOfExhibitor(people.enterprise, hand.fairId, own.id, {
    score: 4,
    comment: '상담 시간이 충분했습니다. (시범 자료)',
  });
  for (const [name, score] of [
    ['홍보담당관', 5],
    ['문화체육과', 3],
  ] as const) {
    const desk = known(desks.get(name));
    await feedback.giveOfDesk(people.clerkOf(desk), hand.fairId, desk.id, { score });
  }
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the fair of today has no such party');
  return value;
}
