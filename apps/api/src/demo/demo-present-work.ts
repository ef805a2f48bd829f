import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type Day } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { ContractPurchaseService } from '../matches/contracts/contract-purchase.service';
import { ContractsService } from '../matches/contracts/contracts.service';
import { MatchCandidatesService } from '../matches/match-candidates.service';
import { MatchRequestsService } from '../matches/match-requests.service';
import { MatchesService } from '../matches/matches.service';
import { SupplierRequestsService } from '../suppliers/requests/supplier-requests.service';
import { ConsultationsService } from '../visits/consultations/consultations.service';
import { NeedsService } from '../visits/needs/needs.service';
import { VisitsService } from '../visits/visits.service';
import type { DemoPlaces } from './demo-places';

export interface PresentPeople {
  readonly adviser: Actor;
  readonly clerk: Actor;
  readonly enterprise: Actor;
}

/** What is under way today in 강북구: something at every stage, and one chain from a visit to its purchase. Synthetic. */
export async function beginPresentWork(
  app: INestApplicationContext,
  places: DemoPlaces,
  people: PresentPeople,
): Promise<void> {
  const today = app.get(Clock, { strict: false }).today();
  const work = new PresentWork(app, places, people, today);
  await work.visitsOfToday();
  await work.wholeChain();
  await work.everyStage();
}

/** The adviser's hand: short words for the steps that the examples repeat. */
class PresentWork {
  private readonly visits: VisitsService;
  private readonly needs: NeedsService;
  private readonly matches: MatchesService;
  private readonly candidates: MatchCandidatesService;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly places: DemoPlaces,
    private readonly people: PresentPeople,
    private readonly today: Day,
  ) {
    this.visits = this.service(VisitsService);
    this.needs = this.service(NeedsService);
    this.matches = this.service(MatchesService);
    this.candidates = this.service(MatchCandidatesService);
  }

  /** Two for today, one of next week, one whose next step is overdue, and a call of this morning. */
  async visitsOfToday(): Promise<void> {
    const { adviser } = this.people;
    const planned = (department: string, visitedOn: Day) =>
      this.visits.create(adviser, { ...this.at(department), state: 'planned', visitedOn, purpose: 'sales' });
    await planned('보건행정과', this.today);
    await planned('삼양동', this.today);
    await planned('재무과', addDays(this.today, 7));
    await this.visits.create(adviser, {
      ...this.at('번1동'),
      state: 'done',
      visitedOn: addDays(this.today, -21),
      purpose: 'sales',
      metRole: '물품 담당',
      result: '내년 주민센터 안내판을 바꿀 계획입니다.',
      nextStep: '안내판 제작 기업 두 곳 안내',
      nextStepOn: addDays(this.today, -3),
      needs: [{ title: '주민센터 안내판 교체', kind: 'goods', estimatedAmountKrw: 6_000_000 }],
    });
    await this.service(ConsultationsService).create(adviser, {
      ...this.at('재무과'),
      consultedOn: this.today,
      channel: 'phone',
      callerKind: 'public_body',
      topic: '청소 용역을 1인 견적으로 계약할 수 있는지 문의',
      answer: '금액 기준과 취약계층 고용비율을 안내했습니다.',
      needs: [{ title: '청사 외벽 청소', kind: 'services', estimatedAmountKrw: 18_000_000 }],
    });
  }

  /** A visit found it, the enterprise said yes, a contract was signed, the clerk entered the purchase. */
  async wholeChain(): Promise<void> {
    const { clerk, enterprise } = this.people;
    const match = await this.matchFound('구정 홍보 현수막', 3_300_000, '노란들판', -60);
    await this.ask(match, '현수막 20장 견적', '5m × 0.9m 현수막 20장, 설치를 포함한 견적을 부탁드립니다.');
    await this.answer(enterprise, 3_300_000);
    await this.select(match);
    const contract = await this.sign(match, '구정 홍보 현수막', 3_300_000, 'goods', -14, '2026-홍보-17');
    await this.service(ContractPurchaseService).toPurchase(clerk, contract, {});
    const next = await this.matchFound('연말 행사 배너', 1_650_000, '노란들판', -30);
    await this.select(next);
    await this.sign(next, '연말 행사 배너', 1_650_000, 'goods', -2, '2026-행사-08');
  }

  /** One at each stage of the board, one of them lost, one without a result; one request waits for its answer. */
  async everyStage(): Promise<void> {
    const waiting = await this.matchFound('직원 교육 교재 인쇄', 8_000_000, '노란들판', -9);
    await this.move(waiting, { stage: 'proposed' });
    await this.ask(waiting, '교재 500부 인쇄 견적', '200쪽, 무선 제본 500부의 견적과 납기를 알려 주십시오.');
    await this.matchFound('경로당 돌봄 위탁', 45_000_000, '사회적협동조합 도우누리', -20);
    const selected = await this.matchFound('청사 로비 안내 영상', 19_800_000, '영화제작소 눈', -40);
    await this.select(selected);
    const lost = await this.matchFound('사무용 의자 교체', 24_000_000, '동연디자인', -80);
    await this.move(lost, { stage: 'lost', lostReason: 'general_business', note: '최저가 입찰' });
    const none = await this.matchFound('체험 프로그램 운영', 12_000_000, '(주)나그네다문화센터', -90);
    await this.move(none, { stage: 'no_result', note: '사업이 내년으로 미뤄졌습니다.' });
    const { adviser } = this.people;
    const { id } = await this.needs.create(adviser, {
      ...this.at('보건행정과'),
      title: '예방접종 안내문 발송',
      kind: 'services',
      estimatedAmountKrw: 4_000_000,
    });
    await this.matches.create(adviser, { ...this.at('보건행정과'), needIds: [id] });
  }

  /** A visit that found a need, and the match that takes it up, supported and with its first candidate. */
  private async matchFound(title: string, valueKrw: number, supplier: string, days: number): Promise<string> {
    const { adviser } = this.people;
    const place = this.at('일자리지원과');
    const visit = await this.visits.create(adviser, {
      ...place,
      state: 'done',
      visitedOn: addDays(this.today, days),
      purpose: 'sales',
      metRole: '계약 담당',
      result: `${title} 수요를 확인했습니다.`,
      needs: [{ title, estimatedAmountKrw: valueKrw }],
    });
    const { items } = await this.needs.list(adviser, { visitId: visit.id });
    const match = await this.matches.create(adviser, {
      ...place,
      estimatedValueKrw: valueKrw,
      supportKinds: ['matching_support'],
      identifiedOn: addDays(this.today, days),
      needIds: items.map(({ id }) => id),
    });
    await this.candidates.add(adviser, match.id, { supplierIds: [this.places.supplierId(supplier)] });
    await this.move(match.id, { stage: 'supported' });
    return match.id;
  }

  private async ask(matchId: string, title: string, message: string): Promise<void> {
    const { adviser } = this.people;
    const { candidates } = await this.matches.get(adviser, matchId);
    await this.service(MatchRequestsService).ask(adviser, matchId, {
      candidateIds: candidates.map(({ id }) => id),
      title,
      message,
      answerBy: addDays(this.today, 7),
    });
  }

  /** The enterprise's newest request. */
  private async answer(enterprise: Actor, quotedAmountKrw: number): Promise<void> {
    const requests = this.service(SupplierRequestsService);
    const { items } = await requests.list(enterprise, { limit: 1 });
    const id = items[0]?.id ?? '';
    await requests.answer(enterprise, id, {
      answer: '가능합니다. 이레 안에 설치까지 마치겠습니다.',
      quotedAmountKrw,
      quotedIncludesVat: true,
    });
  }

  private async select(matchId: string): Promise<void> {
    const { stage, candidates } = await this.matches.get(this.people.adviser, matchId);
    if (stage === 'supported') await this.move(matchId, { stage: 'proposed' });
    const winnerIds = candidates.map(({ id }) => id);
    await this.move(matchId, { stage: 'selected', award: 'single', winnerIds });
  }

  private async sign(
    matchId: string,
    item: string,
    valueKrw: number,
    kind: 'goods' | 'services',
    days: number,
    contractNumber: string,
  ): Promise<string> {
    const { departmentId } = this.at('일자리지원과');
    const signedOn = addDays(this.today, days);
    const contract = { matchId, departmentId, item, kind, signedOn, valueKrw, contractNumber } as const;
    return (await this.service(ContractsService).create(this.people.adviser, contract)).id;
  }

  private async move(matchId: string, input: Parameters<MatchesService['move']>[3]): Promise<void> {
    const { adviser } = this.people;
    const { version } = await this.matches.get(adviser, matchId);
    await this.matches.move(adviser, matchId, version, input);
  }

  private at(department: string) {
    return {
      institutionId: this.places.gangbukId,
      departmentId: this.places.departmentId(department),
    };
  }

  private service<Service>(type: new (...needs: never[]) => Service): Service {
    return this.app.get<Service>(type, { strict: false });
  }
}
