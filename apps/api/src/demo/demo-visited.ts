/**
 * 방문기관 목록 of the centre's performance report 2017: names as printed, slips included (등작구, 길산초14, a foundation
 * whose name is cut). Which district a school lies in is our guess, made from the order of the list; a name that is
 * printed twice in one district stands once.
 */
export const VISITED_AGENCIES: readonly string[] = [
  '강동구',
  '강북구',
  '강서구',
  '관악구',
  '광진구',
  '구로구',
  '금천구',
  '노원구',
  '도봉구',
  '동대문구',
  '등작구',
  '마포구',
  '성동구',
  '성북구',
  '양천구',
  '영등포구',
  '용산구',
  '종로구',
  '중구',
  '파주시 지역경제과',
  '서대문구',
  '은평구',
  '서울시(본청)',
  '여성가족재단',
  '서울산업진흥원',
  '주거복지센터',
];

/** 교육청, 지원청, 도서관, 연수원: for the whole city or several districts. */
export const VISITED_EDUCATION_OFFICES: readonly string[] = [
  '서울시 교육청',
  '강서양천교육지원청',
  '중부교육지원청',
  '정독도서관',
  '서부교육지원청',
  '서울창의인성교육센터',
  '북부교육지원청',
  '성동광진교육지원청',
];

/** Primary schools (…초) by district. */
export const VISITED_SCHOOLS: Readonly<Record<string, string>> = {
  성북구:
    '개운 김원 길음 돈암 등신 삼선 석계 석관 성복 송곡 송덕 송례 송인 안암 월곡 일신 장곡 장월 장위 정덕 정릉 정수 청덕',
  강북구: '미아 미암 번동 삼각산 삼양 송종 송천 수송 수유 오현 우이 유현 인수 회계',
  성동구: '경동 경수 경일 금북 금옥 금호 동명 동호 마장 무학 성수 송원 옥수 옥정 응곡 응답 응평',
  광진구: '광남 광진 구남 구의 동의 동자 성자 신양 신자 양남 양진',
  은평구: '불광 녹번 신사 서신 삼신 갈현 선일 은연 응암 대조 연천 연광 대은 수리 인신 구현 구산 수색',
  서대문구: '미동 대신 창서 흥제 안산 인왕 흥은 고은 연가 흥연 북가좌 금화 연희 북성',
  강서구:
    '가곡 가양 강신 개화 공진 공항 내발산 등마 등명 등서 등양 등원 등촌 등현 밤산 방화 백석 삼정 송정 송화 수명 신곡 신월 양천 염강 염경 염동 염창 우장 월정 ' +
    '정곡 치현 탑산 화곡 화일',
  양천구:
    '길산초14 강서 강월 경인 계남 남명 목동 목원 서정 신강 신기 신남 신목 신서 신원 신온 양강 양동 양명 양목 양원 양화 영도 월촌 은정 정수 정목 지향',
  구로구:
    '신구로 개운 개화 고원 오류 덕의 배봉 세곡 운중 우신 구일 영일 온수 미래 동구로 구로 대중 안산 대동 오류남 신도림 신미림 영서 고산 천왕 신용 영남 염리 신홍 ' +
    '영님 구로남',
  영등포구: '당산 선유 영동 영등포 당시 여의도 도림 도신 신영 영원 신대림 영립 영문 대길 대방 문래',
  금천구: '정심 가산 문성 탑동 금천 문교 독산 두산 시흥 백산 금동 금산 문백',
  동작구: '강남 노량진 본동 신길 영본 영화 인현 대림 상현 신상도 은로 흑석 남성 동작 문창 보라매 상일 신남성',
  관악구: '봉천 관악 구암 봉현 신봉 원당 은천 난곡 난우 남부 미성 신림 조원 난향 삼성 신경 신우 원신',
  도봉구: '방학 신학 창경 초당 가인 자운 창동 승미 쌍문 월천 창일 창림 누원 도봉 신창 신화 오봉 창도 창원',
  노원구:
    '공연 녹천 신계 연촌 응원 월계 곤릉 수암 태랑 한천 중계 당현 삼수 원광 을지 중원 중평 청계 불암 상계 연지 용동 종현 계상 동일 삼곡 상원 삼월 온곡 노원 덕암 ' +
    '상경 상천 수락 동원 새솔',
  동대문구: '이문 종화 청량 휘경 군자 담십리 신답 응우 전농 종암 동답 장평 전곡 전동 흥룡 흥파 목현 배봉',
};

export const VISITED_ENTERPRISES: readonly string[] = [
  '노원구사회적경제지원센터',
  '민들레워커협동조합',
  '성동구사회적경제지원센터',
  '청소년진로교육협동조합',
  '아이쿱금천한우물생협',
  '이호태쉬푸드',
  '해오름사회적협동조합',
  '행복ICT',
  '한국패션사회적협동조합',
  '(재)아름다운커피',
  '(주)오피스타운배재문화',
  '(사)함께하는아버지들',
  '(주)심원테크',
  '(사)하늘에',
];

/** 방문영업 477개 기관, 654회: how many of each kind the report counts; the list names fewer. */
export const VISITED_AS_REPORTED = {
  public_agency: { institutions: 28, visits: 85 },
  education: { institutions: 404, visits: 485 },
  enterprise_or_network: { institutions: 45, visits: 84 },
} as const;
