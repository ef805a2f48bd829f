import { tidyLine } from '@ieum/domain';
import { PageQuery } from '../common/paging';
import { IdField, IntField, KrwField, TextField, YearQuery, type Presence } from '../common/fields';

export const SupplierNameField = (presence: Presence = {}) =>
  TextField({ ...presence, max: 100, example: '노란들판', description: 'As it is written' });
export const SupplierIdField = (presence: Presence = {}) =>
  IdField({ ...presence, nullable: true, description: 'When it is in the register' });
export const VoidedReasonField = (presence: Presence = {}) =>
  TextField({
    ...presence,
    max: 500,
    nullable: true,
    example: '중복 등록',
    description: 'Written down by mistake: it stays and counts nowhere',
  });

/** Of one year, or of all. */
export class ChannelYearQuery extends PageQuery {
  @YearQuery({ optional: true }) year?: number;
}

/** Over all rows of the year that count, not only those on the page. */
export class ChannelTotalsDto {
  @IntField({ example: 3 }) count: number;
  @KrwField({ example: 32_000_000 }) amountKrw: number;
}

/** Only what the change names, tidied: text without blanks around it. */
export function changesOf<Input extends object>(
  input: Input,
  columns: Readonly<Record<string, keyof Input>>,
): Record<string, unknown> {
  const given = Object.entries(columns).filter(([, field]) => input[field] !== undefined);
  return Object.fromEntries(given.map(([column, field]) => [column, tidied(input[field])]));
}

function tidied(value: unknown): unknown {
  return typeof value === 'string' ? tidyLine(value) : value;
}
