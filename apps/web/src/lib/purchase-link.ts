/** The filters of GET /purchases that an answer names for each of its figures. */
export interface PurchaseFilterFacts {
  readonly institutionId: string | null;
  readonly fiscalYear: number;
  readonly scheme: string;
  readonly departmentId: string | null;
  readonly month: number | null;
  readonly to: string | null;
}

/** The address of the list that shows exactly the rows a figure was computed from. */
export function purchasesLink(filter: PurchaseFilterFacts): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== null && value !== '') params.set(name, String(value));
  }
  return `/purchases?${params.toString()}`;
}
