import { DetailsField, IntField, ListField, TextField } from './fields';

class FieldProblemDto {
  @TextField({ max: 200, example: 'amountKrw' }) path: string;
  @TextField({ max: 60, example: 'min' }) rule: string;
  @TextField({ max: 300, example: 'amountKrw must not be less than 1' }) message: string;
}

/** RFC 9457; `code` is one of the closed list of refusals. */
export class ProblemDto {
  @TextField({ max: 120, example: 'urn:ieum:problem:duplicate-contract-number' }) type: string;
  @TextField({ max: 120, example: 'Conflict' }) title: string;
  @IntField({ min: 400, max: 599, example: 409 }) status: number;
  @TextField({ max: 300, example: 'Conflict' }) detail: string;
  @TextField({ max: 60, example: 'DUPLICATE_CONTRACT_NUMBER' }) code: string;
  @ListField(() => FieldProblemDto, { maxItems: 200 }) errors: FieldProblemDto[];
  @DetailsField() details: object;
  @TextField({ max: 64, example: 'req-1' }) requestId: string;
}
