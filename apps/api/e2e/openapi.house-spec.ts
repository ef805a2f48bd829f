import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERMISSIONS, rolesWith } from '@ieum/domain';
import { Contract, type Schema } from './support/contract';
import { createWorld, type World } from './support/world';

let world: World;
let contract: Contract;

beforeAll(async () => {
  world = await createWorld();
  contract = new Contract(world.app);
});
afterAll(() => world.end());

/** Every schema in the document, with the way to it. */
function walk(schema: Schema, path: string, visit: (schema: Schema, path: string) => void): void {
  visit(schema, path);
  for (const [name, part] of Object.entries(schema.properties ?? {})) walk(part, `${path}.${name}`, visit);
  if (schema.items !== undefined) walk(schema.items, `${path}[]`, visit);
  for (const part of [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])])
    walk(part, path, visit);
}

function faults(schema: Schema, path: string): string[] {
  const found: string[] = [];
  walk(schema, path, (part, where) => {
    const types = [part.type ?? []].flat();
    if (types.includes('string') && part.enum === undefined && part.maxLength === undefined)
      found.push(`${where}: no maxLength`);
    if (
      (types.includes('integer') || types.includes('number')) &&
      (part.minimum === undefined || part.maximum === undefined)
    ) {
      found.push(`${where}: no minimum or maximum`);
    }
    if (types.includes('array') && part.maxItems === undefined) found.push(`${where}: no maxItems`);
    if (types.includes('object') && part.additionalProperties === undefined)
      found.push(`${where}: open object`);
  });
  return found;
}

describe('the contract', () => {
  it('names every operation once and says who may call it', () => {
    const ids = contract.operations.map((operation) => operation.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(60);
    for (const { id, permission, roles } of contract.operations) {
      const known =
        permission === 'public'
          ? ['anonymous']
          : rolesWith(PERMISSIONS.find((one) => one === permission) ?? 'account:own');
      expect({ id, permission, roles }).toEqual({ id, permission: expect.anything(), roles: known });
      expect(permission === 'public' || PERMISSIONS.some((one) => one === permission)).toBe(true);
    }
  });

  it('bounds every string, number and list, and closes every object', () => {
    const found = Object.entries(contract.schemas).flatMap(([name, schema]) => faults(schema, name));
    for (const operation of contract.operations) {
      for (const parameter of operation.parameters)
        found.push(...faults(parameter.schema ?? {}, `${operation.id}?${parameter.name}`));
    }
    expect(found).toEqual([]);
  });

  it('would notice an unbounded field (control)', () => {
    expect(
      faults(
        { type: 'object', additionalProperties: false, properties: { note: { type: 'string' } } },
        'Planted',
      ),
    ).toEqual(['Planted.note: no maxLength']);
  });

  it('takes an Idempotency-Key for every POST that creates', () => {
    const creating = contract.operations.filter(
      ({ id, method, isMultipart }) => method === 'POST' && /^(create|add|publish)/.test(id) && !isMultipart,
    );
    expect(creating.length).toBeGreaterThan(5);
    expect(creating.filter((operation) => !operation.isIdempotent).map((operation) => operation.id)).toEqual(
      [],
    );
  });

  it('serves the same document to readers', async () => {
    const answer = await world.anonymous.get('/api/openapi.json', { expect: 200 });
    expect(answer.body['openapi']).toBe('3.1.0');
  });
});
