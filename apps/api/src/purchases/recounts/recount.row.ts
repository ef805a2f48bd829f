import type { CertificationType, RecountFinding, RecountState } from '@ieum/domain';

/** A row of purchase_recounts. */
export interface RecountRecord extends RecountFinding {
  readonly institution_id: string;
  readonly id: string;
  readonly purchase_id: string;
  readonly supplier_id: string;
  readonly certification_id: string;
  readonly state: RecountState;
}

/** With what a list shows beside it. */
export interface RecountListRow extends RecountRecord {
  readonly institution_name: string;
  readonly department_id: string;
  readonly department_name: string;
  readonly fiscal_year: number;
  readonly item: string;
  readonly amount_krw: number;
  readonly recognition_date: string | null;
  readonly quarter_closed: boolean;
  readonly supplier_name: string;
  readonly certification_type: CertificationType;
  readonly valid_from: string;
  readonly valid_until: string | null;
  readonly revoked_on: string | null;
  readonly revocation_reason: string | null;
  readonly found_at: Date;
  readonly ended_at: Date | null;
  readonly decided_by: string | null;
  readonly decided_by_name: string | null;
  readonly reason: string | null;
}
