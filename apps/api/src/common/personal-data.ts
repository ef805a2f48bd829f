import type { PersonalData, PersonKind } from '@ieum/domain';

/**
 * Which fields of an answer tell something of a person, and of whom. The decorators of fields.ts register them here; what
 * an answer shows is read off the answer itself, so that no service has to remember the access log.
 */

/** `of` and `when` name properties of the same object or, failing that, of the one that it lies in; a dot leads inside. */
export interface PersonalMark {
  readonly what: PersonalData;
  readonly kind: PersonKind;
  /** the property with the id of the person or of the enterprise */
  readonly of: string;
  /** Only where this property has one of these values is the field about a person. */
  readonly when?: { readonly property: string; readonly is: readonly string[] };
}

/** One person whom an answer shows. `id` is null of an enterprise that is not in the register yet. */
export interface ShownPerson {
  readonly kind: PersonKind;
  readonly id: string | null;
  readonly fields: readonly PersonalData[];
}

export type DtoClass = new () => object;

interface Shape {
  readonly marks: Map<string, readonly PersonalMark[]>;
  readonly parts: Map<string, () => DtoClass>;
}

const SHAPES = new Map<object, Shape>();

function shapeOf(prototype: object): Shape {
  const known = SHAPES.get(prototype) ?? { marks: new Map(), parts: new Map() };
  SHAPES.set(prototype, known);
  return known;
}

export function markPersonal(marks: readonly PersonalMark[]): PropertyDecorator {
  return (prototype, property) => shapeOf(prototype).marks.set(String(property), marks);
}

export function markPart(dto: () => DtoClass): PropertyDecorator {
  return (prototype, property) => shapeOf(prototype).parts.set(String(property), dto);
}

/** Its own shape and those that it inherits. */
function shapesOf(dto: DtoClass): Shape[] {
  const found: Shape[] = [];
  for (
    let at: unknown = dto.prototype;
    typeof at === 'object' && at !== null;
    at = Object.getPrototypeOf(at)
  ) {
    const shape = SHAPES.get(at);
    if (shape !== undefined) found.push(shape);
  }
  return found;
}

const TELLING = new Map<DtoClass, boolean>();

/** Can an answer of this class show a person at all? Most cannot, and cost nothing. */
export function tellsOfPersons(dto: DtoClass): boolean {
  const known = TELLING.get(dto);
  if (known !== undefined) return known;
  TELLING.set(dto, false);
  const tells = shapesOf(dto).some(
    ({ marks, parts }) => marks.size > 0 || [...parts.values()].some((part) => tellsOfPersons(part())),
  );
  TELLING.set(dto, tells);
  return tells;
}

type Fields = Readonly<Record<string, unknown>>;

/** Each person that the answer shows, once, with everything that it tells of that person. */
export function personsShown(dto: DtoClass, answer: unknown): ShownPerson[] {
  const found = new Map<string, { kind: PersonKind; id: string | null; fields: Set<PersonalData> }>();
  const visit = (part: DtoClass, value: unknown, within: readonly Fields[]): void => {
    if (Array.isArray(value)) return value.forEach((one) => visit(part, one, within));
    if (!isFields(value) || !tellsOfPersons(part)) return;
    const scope = [value, ...within];
    for (const { marks, parts } of shapesOf(part)) {
      for (const [property, all] of marks) {
        if (isEmpty(value[property])) continue;
        for (const mark of all.filter(({ when }) => when === undefined || holds(scope, when))) {
          const id = idIn(scope, mark.of);
          const key = `${mark.kind} ${id ?? ''}`;
          const person = found.get(key) ?? { kind: mark.kind, id, fields: new Set() };
          found.set(key, person);
          person.fields.add(mark.what);
        }
      }
      for (const [property, inner] of parts) visit(inner(), value[property], scope);
    }
  };
  visit(dto, answer, []);
  return [...found.values()].map(({ kind, id, fields }) => ({ kind, id, fields: [...fields].sort() }));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** The nearest object that has the property says it. */
function valueIn(scope: readonly Fields[], path: string): unknown {
  const [first = '', ...rest] = path.split('.');
  const owner = scope.find((fields) => first in fields);
  return rest.reduce<unknown>((value, name) => (isFields(value) ? value[name] : undefined), owner?.[first]);
}

function holds(scope: readonly Fields[], { property, is }: NonNullable<PersonalMark['when']>): boolean {
  return is.some((value) => value === valueIn(scope, property));
}

function idIn(scope: readonly Fields[], path: string): string | null {
  const id = valueIn(scope, path);
  return typeof id === 'string' && id !== '' ? id : null;
}
