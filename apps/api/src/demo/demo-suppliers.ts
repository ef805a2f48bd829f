import type { CertificationType, PurchaseKind } from '@ieum/domain';

export interface DemoCertificate {
  readonly type: CertificationType;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

export interface DemoSupplier {
  readonly name: string;
  readonly certificates: readonly DemoCertificate[];
  readonly sells: readonly (readonly [item: string, kind: PurchaseKind])[];
}

const certified: DemoCertificate = {
  type: 'certified_social_enterprise',
  validFrom: '2012-03-01',
  validUntil: null,
};
const cooperative: DemoCertificate = { type: 'cooperative', validFrom: '2013-05-01', validUntil: null };
const socialCooperative: DemoCertificate = {
  type: 'social_cooperative',
  validFrom: '2013-07-01',
  validUntil: null,
};
const village: DemoCertificate = { type: 'village_enterprise', validFrom: '2014-04-01', validUntil: null };

/**
 * Names and items as the reports print them; certificates and dates are synthetic, but for 청롱 (designated 2015-06-08)
 * and 나그네다문화센터 (designated, then certified on 2015-09-22), which the 2016 plan of 강북구 names.
 */
export const DEMO_SUPPLIERS: readonly DemoSupplier[] = [
  {
    name: '노란들판',
    certificates: [certified],
    sells: [
      ['현수막/배너 제작', 'goods'],
      ['인쇄물 제작', 'goods'],
    ],
  },
  {
    name: '청롱 주식회사',
    certificates: [{ type: 'prospective_local', validFrom: '2015-06-08', validUntil: '2018-06-07' }],
    sells: [['청사 소독 용역', 'services']],
  },
  {
    name: '(주)나그네다문화센터',
    certificates: [
      { type: 'prospective_local', validFrom: '2013-05-01', validUntil: '2015-09-21' },
      { type: 'certified_social_enterprise', validFrom: '2015-09-22', validUntil: null },
    ],
    sells: [['다문화 이해 교육', 'services']],
  },
  {
    name: '푸른환경코리아',
    certificates: [certified],
    sells: [
      ['화강석세척', 'services'],
      ['외벽 청소', 'services'],
      ['입주청소', 'services'],
    ],
  },
  {
    name: '사회적협동조합 도우누리',
    certificates: [socialCooperative],
    sells: [['돌봄 위탁 용역', 'outsourcing']],
  },
  { name: '터치포굿', certificates: [certified], sells: [['업사이클 기념품', 'goods']] },
  { name: '함께 일하는 세상', certificates: [certified], sells: [['사무실 청소 용역', 'services']] },
  {
    name: 'EM실천',
    certificates: [certified],
    sells: [
      ['사례집 인쇄', 'goods'],
      ['친환경 세제', 'goods'],
    ],
  },
  {
    name: '한국장애인문화협회',
    certificates: [
      certified,
      { type: 'severe_disability_facility', validFrom: '2014-01-01', validUntil: '2016-12-31' },
    ],
    sells: [['자료집 인쇄', 'goods']],
  },
  {
    name: '소풍가는 고양이',
    certificates: [certified],
    sells: [
      ['행사 도시락', 'goods'],
      ['케이터링', 'services'],
    ],
  },
  { name: '행복도시락 서울서부점', certificates: [certified], sells: [['노인맞반찬', 'goods']] },
  { name: '영화제작소 눈', certificates: [certified], sells: [['홍보영상 제작', 'services']] },
  { name: '미디어공동체 가까이', certificates: [village], sells: [['영상물 제작', 'services']] },
  {
    name: '놀자엔터테인먼트협동조합',
    certificates: [cooperative],
    sells: [
      ['현수막 제작', 'goods'],
      ['행사 진행', 'services'],
    ],
  },
  { name: '잘되는광고시설물협동조합', certificates: [cooperative], sells: [['안내판 제작', 'goods']] },
  { name: '디스플레이옥외간판협동조합', certificates: [cooperative], sells: [['간판 교체', 'works']] },
  { name: '동연디자인', certificates: [certified], sells: [['사무용가구', 'goods']] },
  {
    name: '가온',
    certificates: [{ type: 'self_reliance_enterprise', validFrom: '2014-09-01', validUntil: null }],
    sells: [['모래소독', 'services']],
  },
  { name: '오엠인트랙티브', certificates: [certified], sells: [['홈페이지 제작', 'services']] },
  {
    name: '아름다운커피',
    certificates: [certified],
    sells: [
      ['공정무역 커피', 'goods'],
      ['다과', 'goods'],
    ],
  },
  { name: '페어트레이드코리아', certificates: [certified], sells: [['기념품', 'goods']] },
  {
    name: '(주)나눔하우징',
    certificates: [certified],
    sells: [
      ['집수리', 'works'],
      ['도배·장판', 'works'],
    ],
  },
  {
    name: '(주)새암',
    certificates: [{ type: 'prospective_ministry', validFrom: '2014-06-01', validUntil: '2017-05-31' }],
    sells: [['공개공지 관리 용역', 'services']],
  },
  {
    name: '광진아이누리애사회적협동조합',
    certificates: [socialCooperative],
    sells: [['청소년 직업체험', 'services']],
  },
  {
    name: '나무와열매사회적협동조합',
    certificates: [socialCooperative],
    sells: [['장애아동 돌봄', 'services']],
  },
  { name: '에코시티서울', certificates: [certified], sells: [['폐가전 수거', 'services']] },
  {
    name: '무엇이든협동조합',
    certificates: [{ type: 'prospective_village', validFrom: '2014-03-01', validUntil: '2016-02-29' }],
    sells: [['골목 축제 물품', 'goods']],
  },
  { name: '통인시장커뮤니티주식회사', certificates: [village], sells: [['전통시장 배송', 'services']] },
  { name: '농협', certificates: [], sells: [['쌀', 'goods']] },
  { name: '한국사회적기업중앙협의회', certificates: [], sells: [['컨설팅', 'services']] },
];

/** 000 is no tax office, so such a number cannot be a real one; the check digit fits. */
export function syntheticBusinessNumber(index: number): string {
  const digits = [...`00081${String(index).padStart(4, '0')}`].map(Number);
  const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
  const sum = digits.reduce((total, digit, at) => total + digit * (weights[at] ?? 0), 0);
  const last = digits.at(-1) ?? 0;
  return `${digits.join('')}${(10 - ((sum + Math.floor((last * 5) / 10)) % 10)) % 10}`;
}
