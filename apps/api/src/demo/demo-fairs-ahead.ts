import type { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@ieum/domain';
import { Clock } from '../common/clock';
import { FairExhibitorsService } from '../fairs/parties/fair-exhibitors.service';
import { FairHand } from './demo-fair-hand';
import type { FairPeople } from './demo-fair-people';
import type { DemoPlaces } from './demo-places';

/** They have applied; 노란들판 has not. */
const APPLIED = ['터치포굿', '아름다운커피', '트래블러스맵', '오요리아시아'] as const;
const DESKS = ['일자리지원과', '어르신복지과', '환경과', '수유1동'] as const;

/** One that asks for applications, and one that only its organiser knows of. Synthetic. */
export async function announceFairs(
  app: INestApplicationContext,
  places: DemoPlaces,
  people: FairPeople,
): Promise<void> {
  const today = app.get(Clock, { strict: false }).today();
  const day = addDays(today, 35);
  const hand = await FairHand.plan(
    app,
    people.manager,
    {
      name: '강북구 돌봄·생활 박람회 (예시)',
      venue: '강북구민회관 (예시)',
      description: '돌봄과 생활 분야의 구매 부서가 참가 기업을 기다립니다. 예시입니다.',
      firstDay: day,
      lastDay: day,
      applicationsCloseOn: addDays(today, 21),
    },
    {
      slotMinutes: 20,
      hours: [
        { day, from: '10:00', to: '12:00' },
        { day, from: '13:00', to: '16:00' },
      ],
    },
  );
  await hand.moveTo('applications');
  for (const name of DESKS)
    await hand.desk({ institutionId: places.gangbukId, departmentId: places.departmentId(name) });
  const exhibitors = hand.service(FairExhibitorsService);
  for (const name of APPLIED) {
    const { name: representativeName, email: representativeEmail } = hand.somebody();
    await exhibitors.apply(people.memberOf(places.supplierId(name)), hand.fairId, {
      representativeName,
      representativeEmail,
      offers: '견본을 가지고 갑니다. (시범 자료)',
    });
  }
  const next = addDays(today, 90);
  await FairHand.plan(
    app,
    people.manager,
    { name: '내년 봄 찾아가는 박람회 (예시)', firstDay: next, lastDay: next },
    { slotMinutes: 30, hours: [{ day: next, from: '13:00', to: '17:00' }] },
  );
}
