/** What the synthetic enterprises offer. The first words are the frequent ones, as in the reports; the rest is made. */
export const REAL_WORDS =
  `제작 인쇄 청소 용역 교육 행사 관리 서비스 디자인 홍보물 현수막 배너 도시락 케이터링 간식 사무용품 복사용지 토너 명함 책자
  자료집 리플릿 포스터 간판 안내판 조끼 단체복 기념품 에코백 텀블러 화환 화분 꽃다발 조경 방역 소독 세탁 배송 택배 돌봄 간병 가사 집수리 도배
  장판 인테리어 가구 책상 의자 파티션 블라인드 커튼 조명 태양광 컴퓨터 노트북 모니터 프린터 정수기 공기청정기 렌탈 수리 점검 유지보수
  소프트웨어 홈페이지 영상 촬영 편집 번역 통역 속기 점자 컨설팅 연구 조사 평가 캠프 체험 공연 음향 무대 천막 행사장 버스 차량 세차 주차
  자전거 재생 비누 세제 화장지 장갑 마스크 종량제 봉투 상자 포장 떡 빵 쿠키 커피 원두 차 음료 과일 채소 김치 반찬 쌀 잡곡 꿀 한과 선물세트`
    .split(/\s+/)
    .filter((word) => [...word].length > 1);

const SYLLABLES = [
  ...'가나다라마바사아자차카타파하고노도로모보소오조초코토포호기니디리미비시이지치키티피히구누두루무부수우주추쿠투푸후거너더러머버서어저처강남당랑망방상앙장창강산단한문선연현진인순운군북목석정명형경성청영동중통공송홍림심감담잠염봉풍흥',
];

/** Words that hardly anybody uses, each planted in the same number of suppliers whatever the size: selective ones. */
export const RARE_WORDS = [
  '옻칠공예',
  '쪽염색',
  '풀피리',
  '닥종이',
  '짚풀공예',
  '누룩빚기',
  '참빗',
  '갓일',
  '한산모시',
  '대금연주',
];
export const RARE_TWO = ['윷놀', '팽이', '왕골', '참숯', '옹기', '죽염', '뻥튀', '엿강', '갯벌', '쑥뜸'];

/** @param {{below: (n: number) => number, pick: <T>(list: readonly T[]) => T}} random */
export function madeWords(count, random) {
  const words = new Set(REAL_WORDS);
  while (words.size < count) {
    const length = 2 + random.below(3);
    words.add(Array.from({ length }, () => random.pick(SYLLABLES)).join(''));
  }
  return [...words];
}
