export const INSTITUTION_KINDS = [
  'city_hq',
  'district',
  'invested_agency',
  'education_office',
  'school',
  'public_corporation',
  'national',
  'other',
] as const;
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number];

/** 과, 동, 보건소, 산하기관, 사업소: rankings compare within a group, because budgets differ between them. */
export const DEPARTMENT_GROUPS = ['division', 'dong', 'health_center', 'affiliate', 'agency'] as const;
export type DepartmentGroup = (typeof DEPARTMENT_GROUPS)[number];
