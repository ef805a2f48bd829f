import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isDay, MAX_AMOUNT_KRW } from '@ieum/domain';
import { markPart, markPersonal, type DtoClass, type PersonalMark } from './personal-data';

/**
 * One decorator per kind of field: it validates what comes in and describes both directions in the OpenAPI document,
 * so that the two cannot disagree. Every field says its limits.
 */

export interface Presence {
  /** May be left out. */
  optional?: boolean;
  /** May be null, which means "none", not "unchanged". */
  nullable?: boolean;
  description?: string;
  /** Of an answer: whom the field tells something of, for the access log. */
  personal?: PersonalMark | readonly PersonalMark[];
}

/** Won in one amount; the rules refuse more, too. */
export const MAX_KRW = MAX_AMOUNT_KRW;
const MAX_INT4 = 2_147_483_647;
/** Something that one sees: fillers and blank patterns are letters to a computer alone. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;

function field(
  presence: Presence,
  api: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const { optional = false, nullable = false, description, personal = [] } = presence;
  const skips = optional || nullable;
  const marks = [personal].flat();
  const extension = marks.length === 0 ? {} : { 'x-personal': marks };
  return applyDecorators(
    ApiProperty({ ...api, ...extension, required: !optional, nullable, description } as ApiPropertyOptions),
    ...(marks.length === 0 ? [] : [markPersonal(marks)]),
    ...(skips
      ? [ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null))]
      : []),
    ...rules,
  );
}

export function TextField(
  options: Presence & { max: number; min?: number; example: string; pattern?: RegExp },
) {
  const { max, min = 1, example, pattern } = options;
  return field(
    options,
    { type: String, maxLength: max, minLength: min, example, pattern: pattern?.source },
    IsString(),
    MinLength(min),
    MaxLength(max),
    ...(pattern ? [Matches(pattern)] : []),
    // Blank text is no text: "   " as a reason would satisfy the letter of every "reason required".
    ...(min > 0 ? [Matches(VISIBLE, { message: 'must not be blank' })] : []),
  );
}

/** The name of somebody with an account, in an answer; `of` is the property beside it with the account's id. */
export function PersonNameField(options: Presence & { of: string; when?: PersonalMark['when'] }) {
  const { of, when } = options;
  const personal = { what: 'name', kind: 'user', of, ...(when === undefined ? {} : { when }) } as const;
  return TextField({ ...options, max: 100, example: '김담당', personal });
}

/** An id is one thing in either case; ours are written small. */
const smallLetters = Transform(({ value }: { value: unknown }) =>
  Array.isArray(value) ? value.map(inSmallLetters) : inSmallLetters(value),
);
function inSmallLetters(id: unknown): unknown {
  return typeof id === 'string' ? id.toLowerCase() : id;
}

export function IdField(options: Presence = {}) {
  return field(
    options,
    { type: String, format: 'uuid', maxLength: 36, example: EXAMPLE_ID },
    IsUUID(),
    smallLetters,
  );
}
export const EXAMPLE_ID = '019aa5d0-7c1e-7000-8000-000000000001';

/** A real calendar day; 2026-02-30 and 2026-W01 are not. */
export function IsDay() {
  return ValidateBy({
    name: 'isDay',
    validator: { validate: isDayText, defaultMessage: () => 'must be a day, YYYY-MM-DD' },
  });
}
function isDayText(value: unknown): boolean {
  return typeof value === 'string' && isDay(value);
}

export function DayField(options: Presence = {}) {
  return field(options, { type: String, format: 'date', maxLength: 10, example: '2016-03-15' }, IsDay());
}

/** Output only. */
export function InstantField(options: Presence = {}) {
  return field(
    options,
    { type: String, format: 'date-time', maxLength: 35, example: '2016-03-15T09:30:00.000Z' },
    IsString(),
  );
}

export function IntField(options: Presence & { min?: number; max?: number; example?: number }) {
  const { min = 0, max = MAX_INT4, example = min } = options;
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max, example },
    IsInt(),
    Min(min),
    Max(max),
  );
}

export function YearField(options: Presence = {}) {
  return IntField({ ...options, min: 2000, max: 2100, example: 2016 });
}

/** Won, an integer. */
export function KrwField(options: Presence & { min?: number; example?: number } = {}) {
  const { min = 0, example = 160_000 } = options;
  return field(
    options,
    { type: 'integer', format: 'int64', minimum: min, maximum: MAX_KRW, example },
    IsInt(),
    Min(min),
    Max(MAX_KRW),
  );
}

export function BooleanField(options: Presence & { example?: boolean } = {}) {
  return field(options, { type: Boolean, example: options.example ?? false }, IsBoolean());
}

export function EnumField(name: string, values: readonly string[], options: Presence = {}) {
  return field(options, { enum: [...values], enumName: name, example: values[0] }, IsIn([...values]));
}

export function EnumListField(name: string, values: readonly string[], options: Presence = {}) {
  return field(
    options,
    { enum: [...values], enumName: name, isArray: true, maxItems: values.length, example: [values[0]] },
    IsArray(),
    ArrayMaxSize(values.length),
    IsIn([...values], { each: true }),
  );
}

/** @param options.blank false: none of them may be, as no text of a TextField may */
export function TextListField(
  options: Presence & { maxItems: number; max: number; example: string[]; blank?: false },
) {
  return field(
    options,
    {
      type: String,
      isArray: true,
      maxItems: options.maxItems,
      maxLength: options.max,
      example: options.example,
    },
    IsArray(),
    ArrayMaxSize(options.maxItems),
    IsString({ each: true }),
    MaxLength(options.max, { each: true }),
    ...(options.blank === false ? [Matches(VISIBLE, { each: true, message: 'must not be blank' })] : []),
  );
}

export function IntListField(
  options: Presence & { min: number; max: number; maxItems: number; example: number[] },
) {
  const { min, max, maxItems, example } = options;
  return field(
    options,
    { type: 'integer', isArray: true, minimum: min, maximum: max, maxItems, example },
    IsArray(),
    ArrayMaxSize(maxItems),
    IsInt({ each: true }),
    Min(min, { each: true }),
    Max(max, { each: true }),
  );
}

export function IdListField(options: Presence & { maxItems: number }) {
  return field(
    options,
    {
      type: 'array',
      items: { type: 'string', format: 'uuid', maxLength: 36 },
      maxItems: options.maxItems,
      example: [EXAMPLE_ID],
    },
    IsArray(),
    ArrayMaxSize(options.maxItems),
    IsUUID(undefined, { each: true }),
    smallLetters,
  );
}

export function ListField(dto: () => DtoClass, options: Presence & { maxItems: number }) {
  return field(
    options,
    { type: () => dto(), isArray: true, maxItems: options.maxItems },
    IsArray(),
    ArrayMaxSize(options.maxItems),
    // A list inside the list has no fields that could be wrong.
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(dto),
    markPart(dto),
  );
}

export function ObjectField(dto: () => DtoClass, options: Presence = {}) {
  return field(options, { type: () => dto() }, IsObject(), ValidateNested(), Type(dto), markPart(dto));
}

/** Output only: a bag whose keys are data (refusal details, notice parameters). */
export function DetailsField(options: Presence = {}) {
  return field(options, { type: 'object', additionalProperties: true, example: {} });
}

/** A percentage with at most 4 decimals; output only. */
export function PercentField(options: Presence = {}) {
  return field(options, { type: Number, example: 2.6667, minimum: -1e9, maximum: 1e9 });
}

// ── query parameters arrive as text ──

const asInteger = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
);

export function IntQuery(options: Presence & { min?: number; max?: number; example?: number }) {
  return applyDecorators(asInteger, IntField(options));
}

export function YearQuery(options: Presence = {}) {
  return applyDecorators(asInteger, YearField(options));
}

export function BooleanQuery(options: Presence = {}) {
  const asBoolean = Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );
  return applyDecorators(asBoolean, BooleanField(options));
}

/** Several values by repeating the key. */
export function EnumListQuery(name: string, values: readonly string[], options: Presence = {}) {
  const asList = Transform(({ value }: { value: unknown }) =>
    value === undefined || Array.isArray(value) ? value : [value],
  );
  return applyDecorators(asList, EnumListField(name, values, options));
}

/** Won, as text of an address. */
export function KrwQuery(options: Presence & { min?: number; example?: number } = {}) {
  return applyDecorators(asInteger, KrwField(options));
}

/** Several texts by repeating the key; each of them fits the pattern. */
export function TextListQuery(
  options: Presence & { maxItems: number; max: number; pattern: RegExp; example: string[] },
) {
  const { maxItems, max, pattern, example } = options;
  const items = { type: 'string', maxLength: max, pattern: pattern.source } as const;
  const asList = Transform(({ value }: { value: unknown }) =>
    value === undefined || Array.isArray(value) ? value : [value],
  );
  return applyDecorators(
    asList,
    field(
      options,
      { type: 'array', items, maxItems, example },
      IsArray(),
      ArrayMaxSize(maxItems),
      IsString({ each: true }),
      MaxLength(max, { each: true }),
      Matches(pattern, { each: true }),
    ),
  );
}
