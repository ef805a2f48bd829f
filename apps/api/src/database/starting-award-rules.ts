import type { AwardRuleFacts } from '@ieum/domain';

interface StartingAwardRule extends AwardRuleFacts {
  readonly verificationNote: string;
  readonly source: string;
}

const QUOTE_BASIS = '지방계약법 시행령 제30조 (조항 확인 필요)';
const NEGOTIATED_BASIS = '지방계약법 시행령 제25조 (조항 확인 필요)';

const EVERYTHING = [
  'goods',
  'services',
  'outsourcing',
  'works_general',
  'works_special',
  'works_other',
] as const;

const GENERAL = {
  enterpriseClass: 'general',
  certificationTypes: [],
  minVulnerableEmploymentBp: null,
} as const;
const WOMEN_OR_DISABLED = {
  enterpriseClass: 'women_or_disabled',
  certificationTypes: ['women_owned', 'disabled_owned'],
  minVulnerableEmploymentBp: null,
} as const;
const SOCIAL_TYPES = [
  'certified_social_enterprise',
  'social_cooperative',
  'self_reliance_enterprise',
  'village_enterprise',
] as const;

const HANKYUNG = '한국경제 202007146731Y (2020-07-14)';
const SILMU = 'silmu 실무 사이트 (2026, 2차 자료)';

/**
 * The thresholds that we know of at the start, each with how far it was checked. An administrator corrects, ends and adds
 * rows; nothing in the code knows a limit. What lies between and after these days is not known, and the hint says so.
 */
export const STARTING_AWARD_RULES: readonly StartingAwardRule[] = [
  {
    rule: 'single_quote',
    ...WOMEN_OR_DISABLED,
    contractKinds: EVERYTHING,
    limitKrw: 20_000_000,
    validFrom: null,
    validTo: '2014-11-23',
    legalBasis: QUOTE_BASIS,
    verification: 'verified',
    verificationNote: '금액과 날짜를 보도로 확인했습니다.',
    source: '대한뉴스 313935',
  },
  {
    rule: 'single_quote',
    ...WOMEN_OR_DISABLED,
    contractKinds: EVERYTHING,
    limitKrw: 50_000_000,
    validFrom: '2014-11-24',
    validTo: null,
    legalBasis: QUOTE_BASIS,
    verification: 'verified',
    verificationNote: '금액과 날짜를 보도로 확인했습니다.',
    source: '대한뉴스 313935',
  },
  {
    rule: 'single_quote',
    ...GENERAL,
    contractKinds: EVERYTHING,
    limitKrw: 20_000_000,
    validFrom: null,
    validTo: null,
    legalBasis: QUOTE_BASIS,
    verification: 'partly_verified',
    verificationNote:
      '2018년 금액을 보도로 확인했습니다. 2026년 실무 사이트에도 같은 금액입니다. 시작일은 모릅니다.',
    source: '연합뉴스 AKR20180716123400004',
  },
  {
    rule: 'single_quote',
    enterpriseClass: 'social_enterprise',
    certificationTypes: SOCIAL_TYPES,
    minVulnerableEmploymentBp: 3_000,
    contractKinds: EVERYTHING,
    limitKrw: 50_000_000,
    validFrom: '2018-07-24',
    validTo: null,
    legalBasis: QUOTE_BASIS,
    verification: 'partly_verified',
    verificationNote: '금액, 대상, 30%를 보도로 확인했습니다. 시행일 2018-07-24는 확인이 필요합니다.',
    source: '연합뉴스 AKR20180716123400004, 파이낸셜뉴스 2018-07-17',
  },
  {
    rule: 'small_value_negotiated',
    ...GENERAL,
    contractKinds: ['goods', 'services'],
    limitKrw: 50_000_000,
    validFrom: null,
    validTo: '2020-07-14',
    legalBasis: NEGOTIATED_BASIS,
    verification: 'partly_verified',
    verificationNote: '2020-07-15에 바뀌기 전의 금액입니다. 시작일은 모릅니다.',
    source: HANKYUNG,
  },
  {
    rule: 'small_value_negotiated',
    ...GENERAL,
    contractKinds: ['goods', 'services'],
    limitKrw: 100_000_000,
    validFrom: '2020-07-15',
    validTo: '2020-12-31',
    legalBasis: NEGOTIATED_BASIS,
    verification: 'verified',
    verificationNote: '금액과 기간을 보도로 확인했습니다. 그 뒤의 연장은 지방계약법에서 확인하지 못했습니다.',
    source: HANKYUNG,
  },
  {
    rule: 'small_value_negotiated',
    ...GENERAL,
    contractKinds: ['works_general'],
    limitKrw: 200_000_000,
    validFrom: null,
    validTo: '2020-07-14',
    legalBasis: NEGOTIATED_BASIS,
    verification: 'partly_verified',
    verificationNote: '2020-07-15에 바뀌기 전의 금액입니다. 시작일은 모릅니다.',
    source: HANKYUNG,
  },
  {
    rule: 'small_value_negotiated',
    ...GENERAL,
    contractKinds: ['works_general'],
    limitKrw: 400_000_000,
    validFrom: '2020-07-15',
    validTo: '2020-12-31',
    legalBasis: NEGOTIATED_BASIS,
    verification: 'verified',
    verificationNote: '금액과 기간을 보도로 확인했습니다.',
    source: HANKYUNG,
  },
  {
    rule: 'small_value_negotiated',
    ...GENERAL,
    contractKinds: ['works_general'],
    limitKrw: 400_000_000,
    validFrom: '2022-09-01',
    validTo: null,
    legalBasis: NEGOTIATED_BASIS,
    verification: 'unverified',
    verificationNote: '2차 자료만 있습니다. 법령 확인이 필요합니다.',
    source: SILMU,
  },
  {
    rule: 'small_value_negotiated',
    ...GENERAL,
    contractKinds: ['works_special'],
    limitKrw: 200_000_000,
    validFrom: '2022-09-01',
    validTo: null,
    legalBasis: NEGOTIATED_BASIS,
    verification: 'unverified',
    verificationNote: '2차 자료만 있습니다. 법령 확인이 필요합니다.',
    source: SILMU,
  },
  {
    rule: 'small_value_negotiated',
    ...GENERAL,
    contractKinds: ['works_other'],
    limitKrw: 160_000_000,
    validFrom: '2022-09-01',
    validTo: null,
    legalBasis: NEGOTIATED_BASIS,
    verification: 'unverified',
    verificationNote: '2차 자료만 있습니다. 법령 확인이 필요합니다.',
    source: SILMU,
  },
  {
    rule: 'small_value_negotiated_two_quotes',
    enterpriseClass: 'small_or_preferential',
    certificationTypes: ['sme', 'women_owned', 'disabled_owned', ...SOCIAL_TYPES],
    minVulnerableEmploymentBp: null,
    contractKinds: ['goods', 'services'],
    limitKrw: 100_000_000,
    validFrom: null,
    validTo: null,
    legalBasis: NEGOTIATED_BASIS,
    verification: 'unverified',
    verificationNote:
      '2차 자료만 있습니다. 같은 사이트의 다른 곳에는 2026-06-30까지의 한시 규정이라고 되어 있습니다. 시작일도 모릅니다.',
    source: SILMU,
  },
];
