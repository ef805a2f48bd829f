import type { RefusalDetails } from '@ieum/domain';
import { DetailsField, EnumField, IdField, IntField, TextField } from '../../common/fields';

export const JOB_STATES = ['queued', 'running', 'succeeded', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

export class JobDto {
  @IdField() id: string;
  @TextField({ max: 60, example: 'purchase-import.check' }) kind: string;
  @EnumField('JobState', JOB_STATES) state: JobState;
  @IntField({ example: 1200 }) done: number;
  @IntField({ nullable: true, example: 5000, description: 'null while nobody knows' }) total: number | null;
  @TextField({
    max: 60,
    nullable: true,
    example: 'reading',
    description: 'The step it is at; the code of the refusal when it failed',
  })
  message: string | null;
  @DetailsField({ description: 'Figures of the refusal' }) details: RefusalDetails;
  @TextField({ max: 300, nullable: true, example: '/purchase-imports/019aa5d0-7c1e-7000-8000-000000000001' })
  resultUrl: string | null;
}
