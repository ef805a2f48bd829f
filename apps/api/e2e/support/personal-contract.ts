import { randomUUID } from 'node:crypto';
import type { PersonalMark } from '../../src/common/personal-data';
import type { Contract, ContractOperation, Schema } from './contract';

/**
 * What the contract says of personal data, read off the document alone: the specs compare it with what the application
 * wrote into its log, so it shares no line with the application's own walk.
 */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

export function tellsOfPersons(contract: Contract, operation: ContractOperation): boolean {
  return operation.shows.length > 0 || markedFields(contract, operation.answer ?? {}).length > 0;
}

/** Every field below a schema that is marked. */
export function markedFields(
  contract: Contract,
  schema: Schema,
  seen: ReadonlySet<string> = new Set(),
): string[] {
  if (schema.$ref !== undefined && seen.has(schema.$ref)) return [];
  const known = schema.$ref === undefined ? seen : new Set([...seen, schema.$ref]);
  const { properties = {}, items } = contract.resolve(schema);
  const own = Object.entries(properties).flatMap(([name, part]) =>
    part['x-personal'] === undefined ? markedFields(contract, part, known) : [name],
  );
  return items === undefined ? own : [...own, ...markedFields(contract, items, known)];
}

/** Who is seen in an answer: "kind id what", each once. */
export function seenIn(contract: Contract, schema: Schema, answer: unknown): string[] {
  const seen = new Set<string>();
  const walk = (part: Schema, value: unknown, around: readonly Fields[]): void => {
    const { properties = {}, items } = contract.resolve(part);
    if (Array.isArray(value)) value.forEach((one) => walk(items ?? {}, one, around));
    if (!isFields(value) || Array.isArray(value)) return;
    for (const [name, inner] of Object.entries(properties)) {
      const told = value[name];
      for (const mark of told === null || told === undefined ? [] : (inner['x-personal'] ?? [])) {
        const { when } = mark;
        if (when === undefined || when.is.includes(String(look([value, ...around], when.property))))
          seen.add(`${mark.kind} ${String(look([value, ...around], mark.of) ?? null)} ${mark.what}`);
      }
      walk(inner, told, [value, ...around]);
    }
  };
  walk(schema, answer, []);
  return [...seen].sort();
}

function look(around: readonly Fields[], path: string): unknown {
  const [first = '', second] = path.split('.');
  const value = around.find((one) => first in one)?.[first];
  return second === undefined ? value : isFields(value) ? value[second] : null;
}

/** An answer in which every marked field tells something, of somebody of its own. */
export function answerWithPeople(contract: Contract, schema: Schema): unknown {
  const { properties, items, example, enum: values } = contract.resolve(schema);
  if (items !== undefined && properties === undefined && example === undefined)
    return [answerWithPeople(contract, items)];
  if (properties === undefined) return example ?? values?.[0] ?? null;
  const object: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(properties)) object[name] = answerWithPeople(contract, part);
  for (const mark of Object.values(properties).flatMap((part) => part['x-personal']?.[0] ?? []))
    nameSomebody(object, mark);
  return object;
}

function nameSomebody(object: Record<string, unknown>, { of, when }: PersonalMark): void {
  const [first = '', second] = of.split('.');
  if (second !== undefined) object[first] = { [second]: randomUUID() };
  else if (first in object) object[first] = randomUUID();
  if (when !== undefined && when.property in object) object[when.property] = when.is[0];
}
