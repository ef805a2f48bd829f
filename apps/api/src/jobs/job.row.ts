import type { RefusalDetails } from '@ieum/domain';
import type { JobDto, JobState } from './dto/job.dto';

/** A row of jobs. */
export interface JobRow {
  /** null = the support centre's */
  institution_id: string | null;
  id: string;
  kind: string;
  payload: Record<string, string>;
  state: JobState;
  done: number;
  total: number | null;
  message: string | null;
  details: RefusalDetails;
  result_url: string | null;
  owner_id: string;
}

export function toJobDto(row: JobRow): JobDto {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    done: row.done,
    total: row.total,
    message: row.message,
    details: row.details,
    resultUrl: row.result_url,
  };
}
