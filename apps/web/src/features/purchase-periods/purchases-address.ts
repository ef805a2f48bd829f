import type { DepartmentSubmission, PurchasePeriod } from './api';

/** The rows behind a figure of the table: what counts as handed in, or what is still unfinished. */
export function purchasesAddress(
  period: PurchasePeriod,
  one: DepartmentSubmission,
  which: 'entered' | 'unfinished',
): string {
  const query = new URLSearchParams({
    institutionId: period.institutionId,
    fiscalYear: String(period.fiscalYear),
    departmentId: one.departmentId,
    quarter: String(period.quarter),
  });
  const states = which === 'entered' ? ['submitted', 'accepted'] : ['draft', 'returned'];
  for (const state of states) query.append('state', state);
  return `/purchases?${query.toString()}`;
}
