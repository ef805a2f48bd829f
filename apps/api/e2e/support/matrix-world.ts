import { SessionDirectory } from '../../src/auth/session-directory';
import { ApiClient } from './api-client';
import { adviserWorkOf } from './matrix-advisers';
import { anyAwardRule, shortlistOf } from './matrix-shortlists';
import { contractOf } from './matrix-contracts';
import { recountOf } from './matrix-recounts';
import { boardOfCentre } from './matrix-kpis';
import { expiredToken } from './expired-token';
import { claimOf, supplierRequestOf } from './matrix-requests';
import { channelsOf } from './matrix-channels';
import { fairOf } from './matrix-fairs';
import { matchOf } from './matrix-matches';
import { listOfRegister } from './matrix-lists';
import { thingsOfSupplier } from './matrix-suppliers';
import { visitAndNeedOf } from './matrix-visits';
import { createWorld, type World } from './world';

export const TARGETS = ['own', 'same', 'other', 'unknown'] as const;
/**
 * own department; another department of the same institution; another institution; an id that nothing has.
 * For what belongs to an enterprise: own and same are the enterprise of the caller `enterprise`, other is another one.
 */
export type Target = (typeof TARGETS)[number];

/** Stands in every text of the other institution: no answer to a stranger may hold it. */
export const CANARY = '카나리아';
/** The same for what is private to another enterprise; who keeps the register may read it. */
export const ENTERPRISE_CANARY = '문조새';

const UNKNOWN_ID = '019aa5d0-7c1e-7000-8000-00000000dead';

export type Ids = Readonly<Record<string, string>>;

export interface MatrixWorld {
  readonly world: World;
  readonly actors: Readonly<Record<string, ApiClient>>;
  /** id of a resource (by its path segment) for a target */
  id(resource: string, target: Target): string;
}

export async function createMatrixWorld(): Promise<MatrixWorld> {
  const world = await createWorld();
  world.setToday('2016-06-15');
  const { given, database } = world;
  const home = await given.institution('강북구', '11305');
  const away = await given.institution('노원구', '11350');
  const a1 = await given.department(home, '일자리지원과');
  const a2 = await given.department(home, '재무과');
  const b1 = await given.department(away, `${CANARY}과`);
  const shared = { home: await yearOf(world, home), away: await yearOf(world, away) };
  const ownEnterprise = await enterpriseOf(world, '노란들판', '우리 기업');
  const otherEnterprise = await enterpriseOf(world, '도우누리', ENTERPRISE_CANARY);
  const clerk = await world.loginAs(await given.user('clerk', { institutionId: home, departmentId: a1 }));
  const colleague = await world.loginAs(await given.user('clerk', { institutionId: home, departmentId: a1 }));
  const stranger = await world.loginAs(await given.user('clerk', { institutionId: away, departmentId: b1 }));
  const invited = await world.loginAs(await given.user('enterprise'));
  const rival = await world.loginAs(await given.user('enterprise'));
  const support = await world.loginAs(await given.user('support'));
  const assignedEmail = await given.user('support');
  await database.sql(
    'INSERT INTO user_assignments (user_id, institution_id) SELECT id, $2 FROM users WHERE email = $1',
    [assignedEmail, home],
  );
  const adviser = await world.loginAs(assignedEmail);
  const claims = async ({ user }: ApiClient, text: string) => ({
    enterprise: await claimOf(database, user.id, otherEnterprise.ids['suppliers'] ?? '', text),
  });
  const ownClaim = await claims(invited, '내 연결 요청');
  /** What lies at an institution, and what its department asked of an enterprise. */
  let year = 2010;
  /** At the own institution's fairs the other one meets the other enterprise, too. */
  const besideAt = (institutionId: string) =>
    institutionId === away
      ? null
      : {
          institutionId: away,
          supplierId: otherEnterprise.ids['suppliers'] ?? '',
          text: ENTERPRISE_CANARY,
        };
  const asking = async (things: Promise<Ids>, institutionId: string, asked: Ids, text: string) => {
    const ids = await things;
    year += 1;
    const [departmentId, userId] = [ids['departments'] ?? '', ids['users'] ?? ''];
    const place = { institutionId, departmentId, userId, supplierId: asked['suppliers'] ?? '' };
    return {
      ...ids,
      ...(await adviserWorkOf(database, { ...place, adviserId: adviser.user.id, year }, text)),
      ...(await matchOf(database, place, text)),
      ...(await fairOf(database, { ...place, beside: besideAt(institutionId) }, text)),
      ...(await visitAndNeedOf(database, { institutionId, departmentId, adviserId: adviser.user.id }, text)),
      ...(await channelsOf(database, place.userId)),
      'supplier-requests': await supplierRequestOf(database, place, text),
      contracts: await contractOf(database, { institutionId, departmentId, userId }, text),
      'purchase-recounts': await recountOf(
        database,
        { institutionId, purchaseId: ids['purchases'] ?? '' },
        text,
      ),
    };
  };
  const listOf = async ({ user }: ApiClient, text: string) => ({
    ...(await shortlistOf(database, user.id, ownEnterprise.ids['suppliers'] ?? '', text)),
    ...(await anyAwardRule(database)),
    ...(await boardOfCentre(database, user.id)),
  });
  const ids: Readonly<Record<Exclude<Target, 'unknown'>, Ids>> = {
    own: {
      ...(await listOf(clerk, '내 목록')),
      ...ownEnterprise.ids,
      ...shared.home,
      ...ownClaim,
      ...(await asking(
        thingsOf(world, home, a1, shared.home['purchase-target-cycles'] ?? '', '우리 것'),
        home,
        ownEnterprise.ids,
        '우리 요청',
      )),
    },
    same: {
      ...(await listOf(colleague, CANARY)),
      ...ownEnterprise.ids,
      ...shared.home,
      ...ownClaim,
      ...(await asking(
        thingsOf(world, home, a2, shared.home['purchase-target-cycles'] ?? '', '옆 부서 것'),
        home,
        ownEnterprise.ids,
        '옆 부서 요청',
      )),
    },
    other: {
      ...(await listOf(stranger, CANARY)),
      ...otherEnterprise.ids,
      ...shared.away,
      ...(await claims(rival, ENTERPRISE_CANARY)),
      ...(await asking(
        thingsOf(world, away, b1, shared.away['purchase-target-cycles'] ?? '', CANARY),
        away,
        otherEnterprise.ids,
        CANARY,
      )),
    },
  };
  const disabledEmail = await given.user('manager', { institutionId: home });
  const disabled = await world.loginAs(disabledEmail);
  await database.sql(`UPDATE users SET state = 'disabled' WHERE email = $1`, [disabledEmail]);
  world.app.get(SessionDirectory).forgetAll();
  return {
    world,
    actors: {
      anonymous: world.anonymous,
      expired: new ApiClient(world.app, expiredToken(clerk), clerk.user),
      disabled,
      clerk,
      support,
      supportAssigned: adviser,
      enterprise: await world.loginAs(ownEnterprise.email),
      enterpriseWithout: invited,
      manager: await world.loginAs(await given.user('manager', { institutionId: home })),
      admin: await world.loginAs(await given.user('admin')),
    },
    id: (resource, target) => (target === 'unknown' ? UNKNOWN_ID : (ids[target][resource] ?? UNKNOWN_ID)),
  };
}

/** A supplier with an account of its enterprise and what only that one may see. */
async function enterpriseOf(world: World, name: string, text: string): Promise<{ email: string; ids: Ids }> {
  const supplierId = await world.given.supplier(name);
  const email = await world.given.user('enterprise');
  const [user] = await world.database.sql<{ id: string }>(
    'UPDATE users SET enterprise_id = $2 WHERE email = $1 RETURNING id',
    [email, supplierId],
  );
  const things = await thingsOfSupplier(world.database, supplierId, user?.id ?? '', text);
  return { email, ids: { ...things, ...(await listOfRegister(world.database, user?.id ?? '', supplierId)) } };
}

async function yearOf(world: World, institutionId: string): Promise<Ids> {
  const cycle = await world.given.year(institutionId, 2016);
  await world.given.institutionTarget(institutionId, cycle, 1_000_000);
  const [policy] = await world.database.sql<{ id: string }>(
    'SELECT id FROM counting_policies WHERE institution_id = $1',
    [institutionId],
  );
  const [period] = await world.database.sql<{ id: string }>(
    'SELECT id FROM purchase_periods WHERE institution_id = $1 AND quarter = 2',
    [institutionId],
  );
  await world.database.sql(
    `UPDATE purchase_periods SET state = 'closed' WHERE institution_id = $1 AND quarter = 1`,
    [institutionId],
  );
  const manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  const publication = await manager.post(
    '/publications',
    { institutionId, fiscalYear: 2016, quarter: 1, schemeCode: 'social_economy', asOf: '2016-03-31' },
    { expect: 201 },
  );
  return {
    institutions: institutionId,
    'purchase-target-cycles': cycle,
    'counting-policies': policy?.id ?? '',
    'purchase-periods': period?.id ?? '',
    publications: String(publication.body['id']),
  };
}

async function thingsOf(
  world: World,
  institutionId: string,
  departmentId: string,
  cycleId: string,
  text: string,
): Promise<Ids> {
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<string> => {
    const columns = { institution_id: institutionId, ...row };
    const [inserted] = await world.database.sql<{ id: string }>(
      `INSERT INTO ${table} (${Object.keys(columns).join(', ')}) VALUES (${Object.keys(columns)
        .map((_, index) => `$${index + 1}`)
        .join(', ')}) RETURNING id`,
      Object.values(columns),
    );
    return inserted?.id ?? '';
  };
  const email = await world.given.user('clerk', { institutionId, departmentId });
  await world.database.sql('UPDATE users SET name = $2 WHERE email = $1', [email, text]);
  const [user] = await world.database.sql<{ id: string }>('SELECT id FROM users WHERE email = $1', [email]);
  const userId = user?.id ?? '';
  const fileId = await insert('files', {
    department_id: departmentId,
    name: `${text}.csv`,
    media_type: 'text/csv',
    size_bytes: 3,
    sha256: 'x',
    uploaded_by: userId,
  });
  return {
    departments: departmentId,
    users: userId,
    files: fileId,
    jobs: await insert('jobs', { kind: 'purchase-import', owner_id: userId, message: text }),
    notices: await insert('notices', {
      department_id: departmentId,
      audience: 'clerk',
      kind: 'target_notified',
      params: JSON.stringify({ text }),
    }),
    'demand-surveys': await insert('demand_surveys', {
      cycle_id: cycleId,
      department_id: departmentId,
      planned_purchases: JSON.stringify([{ item: text, amountKrw: 1, month: 1 }]),
    }),
    'purchase-targets': await world.given.target(institutionId, cycleId, departmentId, 1_000_000),
    'purchase-imports': await insert('purchase_imports', {
      file_id: fileId,
      department_id: departmentId,
      fiscal_year: 2016,
      state: 'checked',
      mapping: '{}',
      header_row: 1,
      default_kind: 'goods',
      default_channel: 'contract',
      created_by: userId,
    }),
    purchases: await insert('purchases', {
      department_id: departmentId,
      fiscal_year: 2016,
      supplier_name: text,
      supplier_key: text,
      duplicate_key: text,
      item: text,
      kind: 'goods',
      channel: 'contract',
      contract_date: '2016-05-02',
      amount_krw: 777_000,
      source: 'manual',
      state: 'submitted',
      count_status: 'counted',
      recognition_date: '2016-05-02',
      recognized_amount_krw: 777_000,
      counted_schemes: ['social_economy'],
      created_by: userId,
    }),
  };
}
