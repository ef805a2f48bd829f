import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ModulesContainer } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessRecorder } from '../src/common/access-recorder';
import { SHOWN_WITHOUT_MARK, THINGS, UNMARKED_NAME } from './support/personal-names';
import { answerWithPeople, seenIn, tellsOfPersons } from './support/personal-contract';
import { peopleToSee } from './support/people-to-see';
import { Contract, type ContractOperation, type Schema } from './support/contract';
import { requestOf } from './support/matrix-calls';
import { createMatrixWorld, type MatrixWorld } from './support/matrix-world';

/**
 * Every personal datum that is shown is in the access log. The contract says which fields are personal (x-personal); every
 * operation whose answer has one is asked over HTTP, and the log has to have grown by exactly the people in the answer.
 */
let matrix: MatrixWorld;
let contract: Contract;
let telling: ContractOperation[];

beforeAll(async () => {
  matrix = await createMatrixWorld();
  await peopleToSee(matrix);
  contract = new Contract(matrix.world.app);
  telling = contract.operations.filter((operation) => tellsOfPersons(contract, operation));
}, 120_000);
afterAll(() => matrix.world.end());

/** Lists on which nobody is when they are asked for everything at once: the question that finds somebody. */
const ASKED_FOR: Readonly<Record<string, string>> = {
  listPurchaseRecounts: 'state=kept',
  // a call is of an institution or of an enterprise
  listConsultations: '',
};

interface Looked {
  readonly status: number;
  readonly seen: string[];
  readonly logged: string[];
}

async function look(operation: ContractOperation, role: string): Promise<Looked> {
  const client = matrix.actors[role] ?? matrix.world.anonymous;
  const { url, body } = requestOf(contract, operation, matrix, 'own');
  const asked = ASKED_FOR[operation.id];
  const before = await lastEntry();
  const answer = await matrix.world.app.inject({
    method: operation.method,
    url: asked === undefined ? url : `${url.split('?')[0] ?? ''}?${asked}`,
    headers: {
      authorization: `Bearer ${client.token ?? ''}`,
      'if-match': '"v1"',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  const isAnswer = answer.statusCode < 300;
  const seen = isAnswer && operation.answer !== null ? seenIn(contract, operation.answer, answer.json()) : [];
  return {
    status: answer.statusCode,
    seen: seen.filter((one) => !one.startsWith(`user ${client.user.id} `)),
    logged: await entriesSince(before, client.user.id, operation.id),
  };
}

async function lastEntry(): Promise<number> {
  const [row] = await matrix.world.database.sql<{ id: number }>(
    'SELECT coalesce(max(id), 0)::int AS id FROM access_log',
  );
  return row?.id ?? 0;
}

async function entriesSince(id: number, actorId: string, operation: string): Promise<string[]> {
  const rows = await matrix.world.database.sql<{ entry: string }>(
    `SELECT concat_ws(' ', subject_kind, coalesce(subject_id::text, 'null'), field) AS entry
     FROM access_log, unnest(fields) AS field WHERE id > $1 AND actor_id = $2 AND operation = $3`,
    [id, actorId, operation],
  );
  return rows.map((row) => row.entry).sort();
}

const ROLES = ['admin', 'support', 'manager', 'clerk', 'enterprise'];
const roleOf = ({ roles }: ContractOperation) => ROLES.find((role) => roles.includes(role)) ?? 'admin';

describe('the access log', () => {
  it('knows of many operations that tell of persons', () => {
    expect(telling.length).toBeGreaterThan(45);
    expect(telling.map((operation) => operation.id)).toEqual(
      expect.arrayContaining(['listUsers', 'getSupplier', 'listAuditEvents', 'listAccessLog']),
    );
  });

  it('holds everybody whom the lists and pages of a living world show', async () => {
    const nobody: string[] = [];
    for (const operation of telling.filter((one) => one.method === 'GET' && one.answer !== null)) {
      const looks: Looked[] = [];
      for (const role of ROLES.filter((one) =>
        [one, 'anonymous'].some((who) => operation.roles.includes(who)),
      ))
        looks.push(await look(operation, role === 'support' ? 'supportAssigned' : role));
      for (const { seen, logged } of looks)
        expect({ id: operation.id, logged }).toEqual({ id: operation.id, logged: seen });
      if (!looks.some(({ seen }) => seen.length > 0)) nobody.push(operation.id);
    }
    // Whatever is here has a world in which nobody is to be seen: fill it in people-to-see.ts.
    expect(nobody).toEqual([]);
  }, 120_000);

  it('says nothing of what anybody may see without an account', async () => {
    const before = await lastEntry();
    await matrix.world.anonymous.get(`/suppliers/${matrix.id('suppliers', 'own')}`, { expect: 200 });
    expect(await lastEntry()).toBe(before);
  });
});

/**
 * Whatever a service does, its answer passes the interceptor: so each service answers here with somebody in every marked
 * field, and the rest of the way (guard, pipes, interceptor, log) is the real one.
 */
describe('the access log, whatever the services answer', () => {
  let answered: unknown;

  beforeAll(() => {
    const path = join(tmpdir(), `${randomUUID()}.txt`);
    writeFileSync(path, 'paper');
    const file = { path, name: 'paper.txt', mediaType: 'text/plain', sizeBytes: 5, supplierId: randomUUID() };
    const service = new Proxy({}, { get: () => () => Promise.resolve(answered ?? file) });
    for (const module of matrix.world.app.get(ModulesContainer).values()) {
      for (const { instance } of module.controllers.values()) {
        if (typeof instance !== 'object' || instance === null) continue;
        for (const name of Object.keys(instance)) Reflect.set(instance, name, service);
      }
    }
  });

  async function faults(): Promise<string[]> {
    const found: string[] = [];
    for (const operation of telling) {
      answered = operation.answer === null ? undefined : answerWithPeople(contract, operation.answer);
      const { status, seen, logged } = await look(operation, roleOf(operation));
      const isFile = operation.answer === null;
      const expected = isFile ? logged.filter((one) => one.startsWith('supplier ')) : seen;
      const isRight = logged.length > 0 && JSON.stringify(logged) === JSON.stringify(expected);
      if (status >= 300 || !isRight)
        found.push(`${operation.id} ${status}: ${seen.join(', ')} | ${logged.join(', ')}`);
    }
    return found;
  }

  it('grows with exactly the people in the answer of every operation', async () => {
    expect(await faults()).toEqual([]);
  }, 120_000);

  it('withholds an answer that it cannot write down', async () => {
    await matrix.world.database.sql(
      `ALTER TABLE access_log ADD CONSTRAINT chk_access_log_closed CHECK (operation <> 'listUsers') NOT VALID`,
    );
    const list = telling.find((operation) => operation.id === 'listUsers');
    answered = answerWithPeople(contract, list?.answer ?? {});
    const answer = await matrix.actors['admin']?.get('/users', { expect: 500 });
    expect(JSON.stringify(answer?.body)).not.toContain('@');
  });

  it('would be found empty without the recorder (control)', async () => {
    matrix.world.app.get(AccessRecorder).record = () => Promise.resolve();
    expect(await faults()).toHaveLength(telling.length);
  }, 120_000);
});

describe('the contract', () => {
  it('marks every field that is named like something of a person', () => {
    expect(Object.entries(contract.schemas).flatMap(([name, schema]) => unmarked(name, schema))).toEqual([]);
  });

  it('would notice a name without its mark (control)', () => {
    const planted = { properties: { adviserName: {}, institutionName: {}, email: {} } };
    expect(unmarked('PlantedDto', planted)).toEqual(['PlantedDto.adviserName', 'PlantedDto.email']);
  });
});

/** What only comes in is nobody's to see. */
const isInput = (name: string) => !answers().has(name);

let answersMemo: Set<string> | undefined;
function answers(): Set<string> {
  if (answersMemo !== undefined) return answersMemo;
  const found = new Set(['PlantedDto']);
  const walk = (schema: Schema): void => {
    const name = schema.$ref?.split('/').at(-1);
    if (name !== undefined && found.has(name)) return;
    if (name !== undefined) found.add(name);
    const { properties = {}, items } = contract.resolve(schema);
    for (const part of [...Object.values(properties), ...(items === undefined ? [] : [items])])
      for (const inner of [part, ...(part.allOf ?? []), ...(part.oneOf ?? []), ...(part.anyOf ?? [])])
        walk(inner);
  };
  for (const operation of contract.operations) if (operation.answer !== null) walk(operation.answer);
  return (answersMemo = found);
}

function unmarked(name: string, { properties = {} }: Schema): string[] {
  if (isInput(name)) return [];
  return Object.entries(properties)
    .filter(([field, part]) => part['x-personal'] === undefined && UNMARKED_NAME.test(field))
    .filter(([field]) => !THINGS.has(field) && !(`${name}.${field}` in SHOWN_WITHOUT_MARK))
    .map(([field]) => `${name}.${field}`)
    .filter((one) => !/\.name$/.test(one) || /^(User|Account|Person|Member|Adviser|Staff)/.test(one));
}
