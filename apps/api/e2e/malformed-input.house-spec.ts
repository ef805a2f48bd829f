import { MAX_AMOUNT_KRW } from '@ieum/domain';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Contract, type ContractOperation, type Schema } from './support/contract';
import type { ApiClient } from './support/api-client';
import { createWorld, type World } from './support/world';

/**
 * The classes of malformed input that stock frameworks answer with 500 or store changed (quality.md, "Lessons already
 * paid for"), on every operation of the contract. `npm run bench -- malformed` repeats it at full count with random seeds.
 */
const LONE_SURROGATE = '\ud800';
const VALUES: Readonly<Record<string, unknown>> = {
  NUL: 'a\0b',
  control: 'a\u0007b',
  'lone surrogate': `a${LONE_SURROGATE}`,
  'too long': 'x'.repeat(70_000),
  blank: '   ',
  'Hangul as jamo': '강북구 현수막'.normalize('NFD'),
  '2^31': 2 ** 31,
  '2^63': '§9223372036854775808',
  '2^53+1': '§9007199254740993',
  '1e300': 1e300,
  'negative zero': '§-0',
  fraction: 1.5,
  'a day that is none': '2026-02-30',
  'a week': '2026-W01',
  'not an id': 'not-a-uuid',
  SQL: `'; DROP TABLE purchases; --`,
  object: { a: 1 },
  list: [[]],
  null: null,
  true: true,
  'empty text': '',
};

/** Every operation, with a hundred requests each. */
jest.setTimeout(300_000);

let world: World;
let contract: Contract;
let people: ApiClient[];
let institutionId: string;

beforeAll(async () => {
  world = await createWorld();
  contract = new Contract(world.app);
  institutionId = await world.given.institution();
  const departmentId = await world.given.department(institutionId, '일자리지원과');
  await world.given.year(institutionId, 2016);
  people = [
    await world.loginAs(await world.given.user('clerk', { institutionId, departmentId })),
    await world.loginAs(await world.given.user('manager', { institutionId })),
    await world.loginAs(await world.given.user('admin')),
    await world.loginAs(
      await world.given.user('enterprise', { enterpriseId: await world.given.supplier('노란들판') }),
    ),
  ];
});
afterAll(() => world.end());

/** JSON text; a text value that begins with § is a number that JavaScript could not hold. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value).replace(/"§(-?\d+)"/g, '$1');
}

async function send(who: ApiClient, operation: ContractOperation, url: string, payload: string | undefined) {
  return world.app.inject({
    method: operation.method,
    url,
    headers: {
      ...(who.token === null ? {} : { authorization: `Bearer ${who.token}` }),
      'if-match': '"v1"',
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(payload === undefined ? {} : { payload }),
  });
}

function pathOf(operation: ContractOperation, replace: (name: string) => string): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => replace(name));
}

const ANY_ID = '019aa5d0-7c1e-7000-8000-00000000dead';

/** The person who comes furthest into an operation: the first whose role may call it. */
function callerOf(operation: ContractOperation): ApiClient {
  const index = ['clerk', 'manager', 'admin', 'enterprise'].findIndex((role) =>
    operation.roles.includes(role),
  );
  return people[index < 0 ? 2 : index] ?? world.anonymous;
}

/** Ending the caller's own session or changing its password would blind the rest of the walk. */
const SKIPPED = new Set(['logout', 'changeOwnPassword']);

describe('malformed input on every operation', () => {
  it('in a cursor that somebody made by hand is never a 500', async () => {
    const bad: string[] = [];
    const lists = contract.operations.filter((operation) =>
      operation.parameters.some((parameter) => parameter.name === 'cursor'),
    );
    expect(lists.length).toBeGreaterThan(10);
    const large = Number.MAX_SAFE_INTEGER;
    const keys = [
      [large],
      [-large],
      [large, ANY_ID],
      [large, large, 'a', ANY_ID],
      [0, -large, 'a', ANY_ID],
      ['a\0', ANY_ID],
      ['9999-12-31', ANY_ID],
    ];
    for (const operation of lists) {
      for (const key of keys) {
        const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
        const url = `${pathOf(operation, () => ANY_ID)}?cursor=${cursor}`;
        const answer = await send(callerOf(operation), operation, url, undefined);
        if (answer.statusCode >= 500)
          bad.push(`${operation.id} ${JSON.stringify(key)}: ${answer.statusCode}`);
      }
    }
    expect(bad).toEqual([]);
  });

  it('in path and query is never a 500', async () => {
    const bad: string[] = [];
    for (const operation of contract.operations) {
      const who = callerOf(operation);
      const hostile = [
        '%00',
        '%ff',
        'a%ED%A0%80',
        '%2e%2e%2f',
        '1',
        'x'.repeat(300),
        encodeURIComponent(`' OR 1=1`),
      ];
      const urls = operation.path.includes('{') ? hostile.map((text) => pathOf(operation, () => text)) : [];
      const base = pathOf(operation, () => ANY_ID);
      const names = [
        ...operation.parameters
          .filter((parameter) => parameter.in === 'query')
          .map((parameter) => parameter.name),
        'unknown',
      ];
      for (const name of names) {
        for (const text of [
          '%00',
          '%ff',
          '%ED%A0%80',
          '-1',
          '9223372036854775808',
          '1e9',
          '',
          '2026-02-30',
          'NaN',
          '__proto__',
          'a&' + name + '=b',
          'x'.repeat(3000),
        ]) {
          urls.push(`${base}?${name}=${text}`);
        }
      }
      for (const url of urls) {
        const answer = await send(who, operation, url, undefined);
        if (answer.statusCode >= 500) bad.push(`${operation.id} ${url.slice(0, 120)} → ${answer.statusCode}`);
      }
    }
    expect(bad).toEqual([]);
  });

  it('in every body field is never a 500, and never stored as another value', async () => {
    const bad: string[] = [];
    for (const operation of contract.operations) {
      if (operation.body === null || SKIPPED.has(operation.id)) continue;
      const who = callerOf(operation);
      const url = pathOf(operation, () => ANY_ID);
      const schema: Schema = contract.resolve(operation.body);
      const example = contract.example(operation.body, true) as Record<string, unknown>;
      for (const field of [
        ...Object.keys(schema.properties ?? {}),
        '__proto__',
        'constructor',
        'unknownField',
      ]) {
        for (const [kind, value] of Object.entries(VALUES)) {
          const answer = await send(who, operation, url, jsonOf(withField(example, field, value)));
          if (answer.statusCode >= 500) bad.push(`${operation.id}.${field} = ${kind} → ${answer.statusCode}`);
          if (answer.statusCode < 300 && !Object.hasOwn(schema.properties ?? {}, field))
            bad.push(`${operation.id}.${field} was accepted`);
        }
      }
    }
    expect(bad).toEqual([]);
  });

  it('in the whole body is a 400 that says so', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const bodies: Readonly<Record<string, string | Buffer>> = {
      'deep lists': deep,
      'deep objects': `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
      'not JSON': '{"a":',
      text: '"text"',
      list: '[]',
      number: '1',
      'invalid UTF-8': Buffer.from([0x22, 0xff, 0xfe, 0x22]),
      proto: '{"__proto__":{"admin":true}}',
    };
    const bad: string[] = [];
    for (const operation of contract.operations) {
      if (operation.body === null || SKIPPED.has(operation.id)) continue;
      for (const [kind, payload] of Object.entries(bodies)) {
        const answer = await world.app.inject({
          method: operation.method,
          url: pathOf(operation, () => ANY_ID),
          headers: {
            authorization: `Bearer ${callerOf(operation).token}`,
            'content-type': 'application/json',
            'if-match': '"v1"',
          },
          payload,
        });
        const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
        if (answer.statusCode !== 400 || !isProblem)
          bad.push(`${operation.id} with ${kind} → ${answer.statusCode}`);
      }
    }
    expect(bad).toEqual([]);
  });

  it('that would keep the process busy for minutes is refused before it is worked on', async () => {
    const piled = 'a' + '\u0301\u0323'.repeat(20_000);
    const fields = Array.from({ length: 5_000 }, (_, index) => [`field${index}`, 1]);
    const refusals = {
      marks: { email: piled, password: 'x' },
      keys: Object.fromEntries(fields),
      size: { email: Array.from({ length: 30_000 }, () => 0) },
    };
    for (const [rule, body] of Object.entries(refusals)) {
      const answer = await world.anonymous.post('/auth/login', body, { expect: 400 });
      expect(answer.body['errors']).toMatchObject([{ rule }]);
    }
    const unknown = Object.fromEntries(fields.slice(0, 150));
    const many = await world.anonymous.post('/auth/login', unknown, { expect: 400 });
    expect(many.body['errors']).toHaveLength(100);
  });

  it('keeps what a form may hold exactly: NFC Hangul, line ends, the greatest amount', async () => {
    const [clerk] = people;
    const entry = {
      fiscalYear: 2016,
      supplierName: '노란들판'.normalize('NFD'),
      item: '현수막 '.normalize('NFD') + '똠방각하',
      kind: 'goods',
      channel: 'contract',
      contractDate: '2016-02-29',
      amountKrw: MAX_AMOUNT_KRW,
      note: '한 줄\n두 줄\t끝',
    };
    const created = await clerk?.post('/purchases', entry, { expect: 201 });
    expect(created?.body).toMatchObject({
      supplierName: '노란들판',
      item: '현수막 똠방각하',
      contractDate: '2016-02-29',
      amountKrw: MAX_AMOUNT_KRW,
      note: '한 줄\n두 줄\t끝',
    });
  });
});

function withField(example: Readonly<Record<string, unknown>>, field: string, value: unknown): unknown {
  if (field !== '__proto__') return { ...example, [field]: value };
  return JSON.parse(
    `${JSON.stringify(example).slice(0, -1)}${Object.keys(example).length > 0 ? ',' : ''}"__proto__":${JSON.stringify(value)}}`,
  );
}
