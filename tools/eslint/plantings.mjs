/** One violation and one clean twin for each wall; `walls.spec.mjs` plants them. Paths need not exist. */
const API = 'apps/api/src';
const WEB = 'apps/web/src';
const DOMAIN = 'libs/domain/src';
const BOUNDARIES = '@nx/enforce-module-boundaries';
const SYNTAX = 'no-restricted-syntax';

const use = (from) => `import { x } from '${from}';\nexport const y = x;\n`;

const projects = [
  {
    wall: 'web → api',
    file: `${WEB}/lib/planted.ts`,
    bad: use('../../../api/src/config/config'),
    good: use('@ieum/domain'),
  },
  {
    wall: 'api → api-client',
    file: `${API}/common/planted.ts`,
    bad: use('@ieum/api-client'),
    good: use('@ieum/domain'),
  },
  {
    wall: 'domain → api-client',
    file: `${DOMAIN}/planted.ts`,
    bad: use('@ieum/api-client'),
    good: use('./refusal'),
  },
  { wall: 'domain → package', file: `${DOMAIN}/planted.ts`, bad: use('rxjs'), good: use('./refusal') },
  {
    wall: 'api-client → other package',
    file: 'libs/api-client/src/planted.ts',
    bad: use('rxjs'),
    good: use('openapi-fetch'),
  },
  {
    wall: 'api-client → domain',
    file: 'libs/api-client/src/planted.ts',
    bad: use('@ieum/domain'),
    good: use('openapi-fetch'),
  },
].map((planting) => ({ rule: BOUNDARIES, ...planting }));

const domain = [
  { wall: 'domain → Node', rule: 'no-restricted-imports', bad: use('node:fs'), good: use('./refusal') },
  {
    wall: 'rules have no clock (now)',
    bad: 'export const y = Date.now();',
    good: 'export const y = Date.parse("2016-01-01");',
  },
  {
    wall: 'rules have no clock (new Date)',
    bad: 'export const y = new Date();',
    good: 'export const y = new Date(0);',
  },
  { wall: 'no default export', bad: 'export default 1;', good: 'export const one = 1;' },
  {
    wall: 'no type forced through unknown',
    bad: 'export const y = 1 as unknown as string;',
    good: 'export const y = 1 as number;',
  },
].map((planting) => ({ rule: SYNTAX, file: `${DOMAIN}/planted.ts`, ...planting }));

const api = [
  {
    wall: 'common knows no feature',
    file: 'common/planted.ts',
    bad: use('../purchases/purchases.service'),
    good: use('../config/config'),
  },
  {
    wall: 'config knows no feature',
    file: 'config/planted.ts',
    bad: use('../users/users.service'),
    good: use('./config'),
  },
  {
    wall: 'database knows no feature',
    file: 'database/planted.ts',
    bad: use('../suppliers/suppliers.service'),
    good: use('../common/clock'),
  },
  {
    wall: 'only database/entities.ts lists the entities',
    file: 'database/planted.ts',
    bad: use('../suppliers/supplier.entity'),
    goodFile: 'database/entities.ts',
    good: use('../suppliers/supplier.entity'),
  },
  ...['audit', 'access-log', 'jobs', 'files', 'notices'].map((room) => ({
    wall: `${room} knows no feature`,
    file: `${room}/planted.ts`,
    bad: use('../purchases/purchases.service'),
    good: use('../database/transactions'),
  })),
  {
    wall: 'a way that is not drawn',
    file: 'suppliers/planted.ts',
    bad: use('../purchases/purchases.service'),
    goodFile: 'purchases/planted.ts',
    good: use('../suppliers/suppliers.service'),
  },
  {
    wall: 'a new feature is closed by default',
    file: 'some-new-feature/planted.ts',
    bad: use('../institutions/institutions.service'),
    good: use('../auth/requires'),
  },
  {
    wall: 'nobody enters a new feature',
    file: 'purchases/planted.ts',
    bad: use('../some-new-feature/some-new-feature.service'),
    good: use('./purchase-numbers'),
  },
  {
    wall: "another feature's table",
    file: 'purchases/planted.ts',
    bad: use('../suppliers/supplier.entity'),
    good: use('./purchase.entity'),
  },
  {
    wall: 'only through the service',
    file: 'purchases/planted.ts',
    bad: use('../suppliers/suppliers.queries'),
    good: use('../suppliers/suppliers.module'),
  },
  {
    wall: 'rankings import no feature',
    file: 'rankings/planted.ts',
    bad: use('../purchases/purchases.service'),
    good: use('../audit/audit.service'),
  },
  {
    wall: 'auth uses no feature, not even the accounts that use it',
    file: 'auth/planted.ts',
    bad: use('../users/users.service'),
    good: use('../database/transactions'),
  },
  {
    wall: 'no room imports the programs',
    file: 'common/planted.ts',
    bad: use('../create-app'),
    goodFile: 'main.ts',
    good: use('./create-app'),
  },
].map(({ file, goodFile = file, ...rest }) => ({
  rule: 'ieum/api-rooms',
  file: `${API}/${file}`,
  goodFile: `${API}/${goodFile}`,
  ...rest,
}));

const apiWriting = [
  {
    wall: 'process.env only in config',
    file: `${API}/purchases/planted.ts`,
    bad: 'export const y = process.env.PORT;',
    goodFile: `${API}/config/planted.ts`,
    good: 'export const y = process.env.PORT;',
  },
  {
    wall: 'process.env taken apart',
    file: `${API}/purchases/planted.ts`,
    bad: 'const { env } = process;\nexport const y = env.PORT;',
    good: 'export const y = process.pid;',
  },
  {
    wall: 'no forwardRef',
    file: `${API}/purchases/planted.ts`,
    bad: "import { forwardRef } from '@nestjs/common';\nexport const y = forwardRef(() => Object);",
    good: "import { Inject } from '@nestjs/common';\nexport const y = Inject;",
  },
  {
    wall: 'no skipped test',
    file: 'apps/api/e2e/planted.e2e-spec.ts',
    bad: "it.skip('x', () => undefined);",
    good: "it('x', () => undefined);",
  },
].map((planting) => ({ rule: SYNTAX, ...planting }));

const web = [
  {
    wall: 'features do not import each other',
    file: 'features/purchases/planted.ts',
    bad: use('../login/login-page'),
    good: use('./api'),
  },
  {
    wall: 'components know no feature',
    file: 'components/planted.ts',
    bad: use('../features/login/login-page'),
    good: use('../lib/api'),
  },
  {
    wall: 'lib knows no feature',
    file: 'lib/planted.ts',
    bad: use('../features/login/login-page'),
    good: use('./api'),
  },
  {
    wall: 'only app knows app',
    file: 'features/purchases/planted.ts',
    bad: use('../../app/routes'),
    goodFile: 'app/planted.ts',
    good: use('../features/login/login-page'),
  },
].map(({ file, goodFile = file, ...rest }) => ({
  rule: 'ieum/web-rooms',
  file: `${WEB}/${file}`,
  goodFile: `${WEB}/${goodFile}`,
  ...rest,
}));

const korean = {
  wall: 'Korean text only in catalogues',
  rule: SYNTAX,
  file: `${WEB}/features/purchases/planted.tsx`,
  bad: 'export const Planted = () => <p>구매</p>;',
  good: 'export const Planted = () => <p>{1}</p>;',
};

const anyType = {
  wall: 'no any',
  rule: '@typescript-eslint/no-explicit-any',
  file: `${API}/common/planted.ts`,
  bad: 'export const y = (x: any) => x;',
  good: 'export const y = (x: unknown) => x;',
};

const silenced = {
  wall: 'a comment cannot silence a wall',
  rule: SYNTAX,
  file: `${DOMAIN}/planted.ts`,
  bad: '/* eslint-disable */\nexport const y = Date.now();',
  good: 'export const y = 1;',
};

/** Each feature folder on disk must refuse a neighbour that no way leads to. */
const onDisk = (features) =>
  features.map((feature) => ({
    wall: `${feature} is closed to unknown features`,
    rule: 'ieum/api-rooms',
    file: `${API}/${feature}/planted.ts`,
    bad: use('../some-new-feature/some-new-feature.service'),
    good: use('../common/clock'),
  }));

export const plantings = (features) => [
  ...projects,
  ...domain,
  ...api,
  ...apiWriting,
  ...web,
  korean,
  anyType,
  silenced,
  ...onDisk(features),
];

/** Walls that need types: the text takes the place of a file that exists. */
export const typedPlantings = () => [
  {
    wall: 'no floating promise',
    rule: '@typescript-eslint/no-floating-promises',
    file: `${API}/main.ts`,
    bad: 'Promise.resolve(1);',
    good: 'await Promise.resolve(1);',
  },
];
