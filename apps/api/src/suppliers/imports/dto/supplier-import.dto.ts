import {
  IMPORT_STATES,
  KEPT_REASONS,
  LIST_FIELDS,
  LIST_OUTCOMES,
  LIST_PROBLEMS,
  LIST_UNDO_OUTCOMES,
  LIST_VERDICTS,
  LISTED_FACTS,
  REVIEW_REASONS,
  type RefusalDetails,
} from '@ieum/domain';
import {
  BooleanField,
  DayField,
  DetailsField,
  EnumField,
  EnumListField,
  EnumListQuery,
  IdField,
  InstantField,
  IntField,
  ListField,
  ObjectField,
  PersonNameField,
  TextField,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';
import { JobDto } from '../../../jobs/dto/job.dto';
import { ListEntryDto, REPRESENTATIVE_AMONG_FACTS } from './list-entry.dto';

const MAX_ROW = 1_048_576;
const MAX_CHOICES = 500;
const MATCHED_BY = ['number', 'name', 'decision'] as const;

export class CreateSupplierImportDto {
  @IdField() fileId: string;
  @DayField({ description: 'The day that the list is of' }) asOf: string;
  @TextField({
    max: 100,
    example: '한국사회적기업진흥원 인증 사회적기업 목록',
    description: 'Whose list it is',
  })
  sourceName: string;
}

export class ChosenListRowDto {
  @IntField({ min: 1, max: MAX_ROW, example: 2 }) rowNumber: number;
  @BooleanField({ optional: true, description: 'false: leave this row out' }) included?: boolean;
  @EnumListField('ListedFact', LISTED_FACTS, {
    optional: true,
    description: 'Which of the facts that people entered or corrected the list replaces; all others stay',
  })
  takeFields?: string[];
}

export class ChangeSupplierImportDto {
  @ListField(() => ChosenListRowDto, { maxItems: MAX_CHOICES }) rows: ChosenListRowDto[];
}

export class ListSupplierImportRowsQuery extends PageQuery {
  @EnumListQuery('ListVerdict', LIST_VERDICTS, { optional: true }) verdict?: string[];
  @EnumListQuery('ListUndoOutcome', LIST_UNDO_OUTCOMES, { optional: true }) undoOutcome?: string[];
}

export class ListVerdictCountDto {
  @EnumField('ListVerdict', LIST_VERDICTS) verdict: string;
  @IntField({ example: 3806 }) count: number;
}

export class ListOutcomeCountDto {
  @EnumField('ListOutcome', LIST_OUTCOMES) outcome: string;
  @IntField({ example: 3806 }) count: number;
}

export class ListUndoCountDto {
  @EnumField('ListUndoOutcome', LIST_UNDO_OUTCOMES) outcome: string;
  @IntField({ example: 3806 }) count: number;
}

export class ListFailureDto {
  @TextField({ max: 60, example: 'IMPORT_MAPPING_INCOMPLETE' }) code: string;
  @DetailsField() details: RefusalDetails;
}

/** The manifest of a list: file, hash, day, rows and what became of them. */
export class SupplierImportDto {
  @IdField() id: string;
  @IdField() fileId: string;
  @TextField({ max: 255, example: '사회적기업 목록.xlsx' }) fileName: string;
  @TextField({ max: 64, example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  sha256: string;
  @TextField({ max: 100, example: '한국사회적기업진흥원 인증 사회적기업 목록' }) sourceName: string;
  @DayField() asOf: string;
  @EnumField('ImportState', IMPORT_STATES) state: string;
  @IntField({ description: 'Rows of the list, without headings and blank rows' }) rowsFound: number;
  @ListField(() => ListVerdictCountDto, { maxItems: LIST_VERDICTS.length }) counts: ListVerdictCountDto[];
  @ListField(() => ListOutcomeCountDto, {
    maxItems: LIST_OUTCOMES.length,
    description: 'What became of the rows when it was applied',
  })
  outcomes: ListOutcomeCountDto[];
  @ListField(() => ListUndoCountDto, {
    maxItems: LIST_UNDO_OUTCOMES.length,
    description: 'What became of them when it was taken back',
  })
  undoOutcomes: ListUndoCountDto[];
  @IntField({ description: 'Rows that an application would use' }) usableRows: number;
  @IntField({ description: 'Of these, the ones that enter or change an enterprise' }) writtenRows: number;
  @IdField({ nullable: true, description: 'The applied import of the very same file' })
  sameFileAppliedAs: string | null;
  @IntField({ description: 'Lists that were applied after this one' }) laterImports: number;
  @IdField({ nullable: true, description: 'The next applied list of the same source' })
  supersededById: string | null;
  @ObjectField(() => ListFailureDto, {
    nullable: true,
    description: 'Why the last check, application or undoing ended',
  })
  failure: ListFailureDto | null;
  @ObjectField(() => JobDto, {
    nullable: true,
    description: 'null also for a job that somebody else started',
  })
  job: JobDto | null;
  @IdField() createdBy: string;
  @PersonNameField({ of: 'createdBy' }) createdByName: string;
  @InstantField() createdAt: string;
  @IdField({ nullable: true }) appliedBy: string | null;
  @PersonNameField({ of: 'appliedBy', nullable: true }) appliedByName: string | null;
  @InstantField({ nullable: true }) appliedAt: string | null;
  @IdField({ nullable: true }) undoneBy: string | null;
  @PersonNameField({ of: 'undoneBy', nullable: true }) undoneByName: string | null;
  @InstantField({ nullable: true }) undoneAt: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class SupplierImportPageDto {
  @ListField(() => SupplierImportDto, { maxItems: 200 }) items: SupplierImportDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class ListProblemDto {
  @EnumField('ListField', LIST_FIELDS) field: string;
  @EnumField('ListProblem', LIST_PROBLEMS) code: string;
}

export class ListFactDifferenceDto {
  @EnumField('ListedFact', LISTED_FACTS) field: string;
  @TextField({
    max: 500,
    nullable: true,
    example: '서울특별시 강북구 도봉로 1',
    personal: REPRESENTATIVE_AMONG_FACTS,
  })
  before: string | null;
  @TextField({ max: 500, example: '서울특별시 노원구 동일로 1', personal: REPRESENTATIVE_AMONG_FACTS })
  after: string;
  @BooleanField({ description: 'What stands was entered, corrected or erased by a person' }) byHand: boolean;
  @BooleanField({ description: 'Is written when the list is applied' }) taken: boolean;
}

export class KeptPartDto {
  @EnumField('ListedFact', LISTED_FACTS, { nullable: true, description: 'null = the row as a whole' })
  field: string | null;
  @EnumField('KeptReason', KEPT_REASONS) reason: string;
}

export class SupplierImportRowDto {
  @IntField({ min: 1, max: MAX_ROW, example: 2 }) rowNumber: number;
  @EnumField('ListVerdict', LIST_VERDICTS) verdict: string;
  @BooleanField() included: boolean;
  @ObjectField(() => ListEntryDto, { nullable: true, description: 'null: the row cannot be used' })
  entry: ListEntryDto | null;
  @ListField(() => ListProblemDto, { maxItems: 40 }) problems: ListProblemDto[];
  @ListField(() => ListProblemDto, { maxItems: 40, description: 'Worth a look; hinder nothing' })
  notes: ListProblemDto[];
  @IdField({ nullable: true, description: 'Whom the row means, or who was entered by it' })
  supplierId: string | null;
  @TextField({ max: 100, nullable: true, example: '노란들판' }) supplierName: string | null;
  @EnumField('ListMatchedBy', MATCHED_BY, { nullable: true }) matchedBy: string | null;
  @IntField({
    max: 10_000,
    nullable: true,
    example: 10_000,
    description: 'Likeness of the names, 10000 = the same',
  })
  likenessBp: number | null;
  @EnumField('ReviewReason', REVIEW_REASONS, { nullable: true }) reviewReason: string | null;
  @ListField(() => ListFactDifferenceDto, { maxItems: LISTED_FACTS.length })
  differences: ListFactDifferenceDto[];
  @IntField({ min: 1, max: MAX_ROW, nullable: true, example: 2, description: 'The other row of this list' })
  duplicateOf: number | null;
  @EnumField('ListOutcome', LIST_OUTCOMES, { nullable: true }) outcome: string | null;
  @EnumField('ListUndoOutcome', LIST_UNDO_OUTCOMES, { nullable: true }) undoOutcome: string | null;
  @ListField(() => KeptPartDto, { maxItems: 40, description: 'What stayed when it was taken back, and why' })
  kept: KeptPartDto[];
}

export class SupplierImportRowPageDto {
  @ListField(() => SupplierImportRowDto, { maxItems: 200 }) items: SupplierImportRowDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}
