import { DayField, IdField, IntField, TextField, YearField } from '../../common/fields';

/** The filters of GET /purchases that list exactly the rows a figure was computed from. */
export class PurchaseFilterDto {
  @IdField({ nullable: true }) institutionId: string | null;
  @YearField() fiscalYear: number;
  @TextField({ max: 40, example: 'social_economy' }) scheme: string;
  @IdField({ nullable: true }) departmentId: string | null;
  @IntField({ min: 1, max: 12, nullable: true, description: 'Month of the recognition date' })
  month: number | null;
  @DayField({ nullable: true, description: 'Recognised up to this day; null = all' })
  to: string | null;
}
