import type { CertificationType } from './certificate.rules';

/** What certificates are called where no screen is: in sheets and mails. The screens say the same (a spec compares). */
export const CERTIFICATE_NAMES: Readonly<
  Record<CertificationType, { readonly ko: string; readonly en: string }>
> = {
  certified_social_enterprise: { ko: '인증사회적기업', en: 'Certified social enterprise' },
  prospective_local: { ko: '예비사회적기업 (지역형)', en: 'Prospective social enterprise (local)' },
  prospective_ministry: { ko: '예비사회적기업 (부처형)', en: 'Prospective social enterprise (ministry)' },
  village_enterprise: { ko: '마을기업', en: 'Village enterprise' },
  prospective_village: { ko: '예비마을기업', en: 'Prospective village enterprise' },
  self_reliance_enterprise: { ko: '자활기업', en: 'Self-reliance enterprise' },
  cooperative: { ko: '협동조합', en: 'Cooperative' },
  social_cooperative: { ko: '사회적협동조합', en: 'Social cooperative' },
  social_venture: { ko: '소셜벤처', en: 'Social venture' },
  women_owned: { ko: '여성기업', en: 'Women-owned' },
  disabled_owned: { ko: '장애인기업', en: 'Disabled-owned' },
  disabled_standard_workplace: { ko: '장애인표준사업장', en: 'Standard workplace for the disabled' },
  severe_disability_facility: { ko: '중증장애인생산품 시설', en: 'Severe-disability facility' },
  green_product: { ko: '녹색제품', en: 'Green product' },
  startup: { ko: '창업기업', en: 'Start-up' },
  sme: { ko: '중소기업', en: 'Small or medium enterprise' },
};
