import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Contract, type ContractOperation } from './support/contract';
import { requestOf } from './support/matrix-calls';
import {
  CANARY,
  createMatrixWorld,
  ENTERPRISE_CANARY,
  TARGETS,
  type MatrixWorld,
  type Target,
} from './support/matrix-world';

/**
 * Every operation of the contract × every kind of caller × whose thing it is. The expectation is committed
 * (permission-matrix.json: one word a target, own/same/other/unknown); an operation or caller without a row fails.
 * After a deliberate change: UPDATE_MATRIX=1, then read the difference line by line before committing it.
 *   in   past the access decision (done, or refused by a rule)      401 / 403 / 404   refused, or not told that it exists
 */
const FILE = resolve(import.meta.dirname, 'permission-matrix.json');
type Matrix = Record<string, Record<string, string>>;

/** What a publication says is public, also of another institution; its rows (listPublicationPurchases) are not. */
const PUBLISHED = new Set(['getRanking', 'listPublications', 'getPublication']);

/** The register is one for all institutions. */
function ofTheRegister(permission: string | undefined): boolean {
  return [
    'supplier:write',
    'supplier-import:write',
    'supplier:verify',
    'certification:write',
    'catalogue:write',
  ].includes(permission ?? '');
}

/** They keep the register: what an enterprise hands in for verification is theirs to read. */
const REGISTER_KEEPERS = ['support', 'supportAssigned', 'manager', 'admin'];

let matrix: MatrixWorld;
let contract: Contract;
let found: Matrix = {};
const unfit: string[] = [];
const leaks: string[] = [];

beforeAll(async () => {
  matrix = await createMatrixWorld();
  contract = new Contract(matrix.world.app);
  found = await walk();
}, 240_000);
afterAll(() => matrix.world.end());

async function walk(): Promise<Matrix> {
  const rows: Matrix = {};
  // Logging in is not a matter of whose thing it is; auth.e2e-spec looks at it.
  for (const operation of contract.operations.filter((one) => one.id !== 'login')) {
    const row: Record<string, string> = {};
    for (const [name, actor] of Object.entries(matrix.actors)) {
      const cells: string[] = [];
      for (const target of TARGETS) cells.push(await cell(operation, name, actor.token, target));
      row[name] = cells.join('/');
    }
    rows[operation.id] = row;
  }
  return rows;
}

async function cell(
  operation: ContractOperation,
  name: string,
  token: string | null,
  target: Target,
): Promise<string> {
  const { url, body } = requestOf(contract, operation, matrix, target);
  const multipart = operation.isMultipart ? uploadOf(matrix.id('institutions', target)) : undefined;
  const answer = await matrix.world.app.inject({
    method: operation.method,
    url,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      'if-match': '"v1"',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(multipart === undefined ? {} : { 'content-type': 'multipart/form-data; boundary=ieum' }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    ...(multipart === undefined ? {} : { payload: multipart }),
  });
  const where = `${operation.id} by ${name} at ${target}`;
  if (answer.statusCode === 400 || answer.statusCode >= 500)
    unfit.push(`${where} → ${answer.statusCode} ${answer.body.slice(0, 200)}`);
  if (name !== 'admin' && !PUBLISHED.has(operation.id) && answer.body.includes(CANARY)) leaks.push(where);
  if (!REGISTER_KEEPERS.includes(name) && answer.body.includes(ENTERPRISE_CANARY)) leaks.push(where);
  return [401, 403, 404].includes(answer.statusCode) ? String(answer.statusCode) : 'in';
}

function uploadOf(institutionId: string): string {
  return [
    '--ieum',
    'Content-Disposition: form-data; name="institutionId"',
    '',
    institutionId,
    '--ieum',
    'Content-Disposition: form-data; name="file"; filename="a.csv"',
    'Content-Type: text/csv',
    '',
    'a,b',
    '--ieum--',
    '',
  ].join('\r\n');
}

describe('the permission matrix', () => {
  it('is what was agreed, cell by cell', () => {
    if (process.env['UPDATE_MATRIX'] === '1') writeFileSync(FILE, `${JSON.stringify(found, null, 2)}\n`);
    const expected: unknown = JSON.parse(readFileSync(FILE, 'utf8'));
    expect(found).toEqual(expected);
  });

  it('was asked with requests that fit the contract, so that access decided', () => {
    expect(unfit).toEqual([]);
  });

  it('shows no word of another institution to anybody but the administrator, and of another enterprise to its keepers alone', () => {
    expect(leaks).toEqual([]);
  });

  it('can see the canary at all (control)', async () => {
    const list = await matrix.actors['admin']?.get(
      `/purchases?institutionId=${matrix.id('institutions', 'other')}`,
      { expect: 200 },
    );
    expect(JSON.stringify(list?.body)).toContain(CANARY);
  });

  it('lets nobody without a session past, except where the route says public', () => {
    for (const operation of contract.operations) {
      for (const actor of ['anonymous', 'expired', 'disabled']) {
        const row = found[operation.id]?.[actor] ?? '';
        const isOpen = operation.permission === 'public' && actor === 'anonymous';
        if (!isOpen)
          expect({
            id: operation.id,
            actor,
            row: row.includes('in') && operation.permission !== 'public',
          }).toEqual({ id: operation.id, actor, row: false });
      }
    }
  });

  it('refuses a role that does not hold the permission before anything else', () => {
    const roleOf: Readonly<Record<string, string>> = {
      supportAssigned: 'support',
      enterpriseWithout: 'enterprise',
    };
    for (const operation of contract.operations.filter((one) => one.permission !== 'public')) {
      for (const actor of ['clerk', 'support', 'supportAssigned', 'enterprise', 'manager', 'admin']) {
        if (operation.roles.includes(roleOf[actor] ?? actor)) continue;
        expect({ id: operation.id, actor, row: found[operation.id]?.[actor] }).toEqual({
          id: operation.id,
          actor,
          row: '403/403/403/403',
        });
      }
    }
  });

  it('never lets a clerk or manager in at another institution, except to look up who buys', () => {
    const shared = contract.operations.filter(
      ({ permission }) =>
        permission === 'institution:read' ||
        permission === 'public' ||
        permission === 'account:own' ||
        ofTheRegister(permission),
    );
    const sharedIds = new Set(shared.map((operation) => operation.id));
    const writes = contract.operations.filter(
      (operation) => operation.method !== 'GET' && !sharedIds.has(operation.id),
    );
    for (const operation of writes) {
      for (const actor of ['clerk', 'manager']) {
        const cells = (found[operation.id]?.[actor] ?? '').split('/');
        const ignoresPlace = cells[2] === 'in' && cells[3] === 'in';
        expect({ id: operation.id, actor, in: cells[2] === 'in' && !ignoresPlace }).toEqual({
          id: operation.id,
          actor,
          in: false,
        });
      }
    }
  });
});
