import type { CertificationType } from '@ieum/domain';
import type { DemoItem } from './demo-catalogue';

/** How a certificate stands on the day on which the demo is loaded. */
export type DemoStanding = 'active' | 'expiring' | 'expired' | 'revoked' | 'pending';

export interface DemoEnterprise {
  readonly name: string;
  /** null: the reports do not say */
  readonly district: string | null;
  readonly certificates: readonly (readonly [type: CertificationType, standing: DemoStanding])[];
  readonly items: readonly DemoItem[];
}

type Certificates = DemoEnterprise['certificates'];

const CERTIFIED: Certificates = [['certified_social_enterprise', 'active']];
const COOPERATIVE: Certificates = [['cooperative', 'active']];
const SOLAR: readonly DemoItem[] = [
  ['태양광 발전 설비 설치', 'works', null, '식', '26131507'],
  ['햇빛 발전 교육', 'services', 275_000, '회', '86101716'],
];

/**
 * The other enterprises that the reports of the centre (2017) name, with the field that stands beside the name there;
 * certificates, dates and prices are synthetic, chosen so that every state occurs.
 */
export const DEMO_ENTERPRISES: readonly DemoEnterprise[] = [
  enterprise(
    '자리',
    null,
    [['certified_social_enterprise', 'expired']],
    [['휴게시설 운영', 'outsourcing', null, '월', '93151507']],
  ),
  enterprise(
    '한국의료복지사회적협동조합',
    null,
    [['social_cooperative', 'active']],
    [['건강 교육', 'services', 330_000, '회', '86111602']],
  ),
  enterprise(
    '윤리적패션네트워크',
    null,
    [['prospective_local', 'expiring']],
    [['단체 근무복 제작', 'goods', 49_500, '벌', '53102710']],
  ),
  enterprise(
    '레디앤클럽',
    null,
    [['prospective_ministry', 'active']],
    [['청년 직무역량 강화 과정 운영', 'services', 19_800_000, '기', '80111504']],
  ),
  enterprise('티팟', null, CERTIFIED, [
    ['공간 구축 기획', 'services', null, '식', '80101501'],
    ['인쇄 홍보물 디자인', 'services', 1_980_000, '건', '82141502'],
  ]),
  enterprise(
    '올리브앤젯페토',
    null,
    [['prospective_local', 'expired']],
    [['목재 가구', 'goods', 385_000, '개', '56101519']],
  ),
  enterprise(
    '메자닌에코원',
    null,
    [['certified_social_enterprise', 'revoked']],
    [['친환경 블라인드', 'goods', 55_000, '㎡', '52131604']],
  ),
  enterprise('트래블러스맵', null, CERTIFIED, [
    ['공정여행 프로그램', 'services', 66_000, '명', '90121501'],
    ['마을 탐방 워크숍', 'services', 1_100_000, '회', '90121501'],
  ]),
  enterprise(
    '아시아공정무역네트워크',
    null,
    [['prospective_ministry', 'expired']],
    [['공정무역 견과', 'goods', 11_000, '봉', '50161509']],
  ),
  enterprise('더블베어스', null, CERTIFIED, [['기념품 인형', 'goods', 19_800, '개', '49101602']]),
  enterprise('한국사회적기업중앙협의회 서울지부', null, [], []),
  enterprise('메리우드협동조합', null, COOPERATIVE, [['재생 목재 벤치', 'goods', 440_000, '개', '56101502']]),
  enterprise('서울시민햇빛발전협동조합', null, COOPERATIVE, SOLAR),
  enterprise('노원햇빛과바람발전협동조합', '노원구', COOPERATIVE, SOLAR),
  enterprise('금천햇빛발전협동조합', '금천구', COOPERATIVE, SOLAR),
  enterprise('강서양천시민햇빛발전협동조합', '강서구', COOPERATIVE, SOLAR),
  enterprise(
    '녹색친구들',
    null,
    [
      ['certified_social_enterprise', 'active'],
      ['women_owned', 'expiring'],
    ],
    [['사회주택 관리', 'outsourcing', null, '월', '72101507']],
  ),
  enterprise(
    '공무점',
    null,
    [['self_reliance_enterprise', 'active']],
    [['집수리 (소규모 보수)', 'works', 330_000, '건', '72153604']],
  ),
  enterprise('아이부키', null, CERTIFIED, [['사회주택 공동체 운영', 'services', null, '월', '80101501']]),
  enterprise(
    '안테나',
    null,
    [['prospective_local', 'pending']],
    [['전시 공간 디자인', 'services', null, '식', '80141902']],
  ),
  enterprise('사회주택협회', null, [], []),
  enterprise(
    '오요리아시아',
    null,
    [
      ['certified_social_enterprise', 'active'],
      ['women_owned', 'active'],
    ],
    [['케이터링 (아시아 요리 30인)', 'services', 660_000, '회', '90101602']],
  ),
  enterprise('괜찮아요협동조합', null, COOPERATIVE, [['마을 여행', 'services', 22_000, '명', '90121501']]),
  enterprise('공동체경제네트워크모아', null, [], []),
  enterprise('성미산문화협동조합', '마포구', COOPERATIVE, [
    ['마을 여행 안내', 'services', 18_000, '명', '90121501'],
    ['마을 극장 대관·공연', 'services', 880_000, '회', '90131501'],
  ]),
  enterprise('브릿지협동조합', null, COOPERATIVE, [
    ['건강 돌봄 방문', 'services', 24_000, '시간', '85101605'],
  ]),
  enterprise('광진협동사회경제네트워크', '광진구', [], []),
  enterprise(
    '인제양구인프라개선사업단',
    null,
    [['self_reliance_enterprise', 'expired']],
    [['주거 복지 보수', 'works', null, '건', '72153604']],
  ),
  enterprise('칼풀라니사회경제연구소협동조합', null, COOPERATIVE, [
    ['사회적경제 정책 연구', 'services', null, '식', '80101509'],
  ]),
  enterprise('대안노동자협동조합연합회', null, COOPERATIVE, [
    ['협동조합 설립 상담', 'services', 110_000, '회', '80101501'],
  ]),
  enterprise(
    'SSST(㈜)',
    '성동구',
    [['village_enterprise', 'active']],
    [['성수 수제화', 'goods', 165_000, '켤레', '53102710']],
  ),
  ...prospectiveVillage('강동구', [
    ['사진협동조합 동행', ['행사 사진 촬영', 'services', 440_000, '회', '82131604']],
    ['통합노술협동조합', null],
    ['공동육아 협동조합', ['공동육아 과정 운영', 'services', null, '월', '85101605']],
    ['반푸미찬풀맘', ['반찬 꾸러미', 'goods', 15_000, '세트', '50171906']],
    ['마을극단 밥상', ['마을 연극 공연', 'services', 990_000, '회', '90131501']],
    ['천연미인', ['천연 비누', 'goods', 6_600, '개', '53131608']],
    ['마을연극학교', ['연극 교육', 'services', 220_000, '회', '86131502']],
    ['SANDWICH DAY', ['샌드위치 도시락', 'goods', 7_000, '개', '50192702']],
    ['강동냥이 협동조합 동행', null],
    ['하우징쿱 따라하기', ['집수리 교육', 'services', 275_000, '회', '86101716']],
  ]),
  ...prospectiveVillage('관악구', [
    ['메블리', ['손뜨개 기념품', 'goods', 11_000, '개', '49101602']],
    ['서울관악지역자활센터', ['청소 용역', 'services', 1_980_000, '월', '76111501']],
    ['찾사장', ['전통시장 장보기 배송', 'services', 3_500, '건', '78102205']],
    ['서로돌봄센터', ['방과 후 돌봄', 'services', null, '월', '86121503']],
    ['꿈시장기획단', ['장터 기획·운영', 'services', 2_200_000, '회', '80141607']],
  ]),
  ...prospectiveVillage('노원구', [
    ['14단지경로당협동조합', ['떡·한과', 'goods', 24_000, '상자', '50181909']],
    ['이야기발전소', ['마을 이야기책 인쇄', 'goods', 13_200, '부', '82121506']],
    ['공릉꿈마을협동조합', ['꿈마을 여행', 'services', 15_000, '명', '90121501']],
    ['문화희망협동조합', ['문화 행사 기획', 'services', 1_430_000, '회', '80141607']],
    ['극단즐거운 사람들', ['찾아가는 공연', 'services', 1_100_000, '회', '90131501']],
    ['촌장협동조합(준)', null],
    ['정담그린환경', ['건물 위생 관리', 'services', 1_760_000, '월', '76111501']],
    ['수락한옥어린이집', null],
    ['중계행복어린이집', null],
  ]),
];

function enterprise(
  name: string,
  district: string | null,
  certificates: Certificates,
  items: readonly DemoItem[],
): DemoEnterprise {
  return { name, district, certificates, items };
}

/** 예비마을기업 by district, in turns valid, soon ending and ended. */
function prospectiveVillage(
  district: string,
  rows: readonly (readonly [name: string, item: DemoItem | null])[],
): DemoEnterprise[] {
  const standings: readonly DemoStanding[] = ['active', 'expiring', 'expired'];
  return rows.map(([name, item], index) => ({
    name,
    district,
    certificates: [['prospective_village', standings[index % standings.length] ?? 'active']],
    items: item === null ? [] : [item],
  }));
}
