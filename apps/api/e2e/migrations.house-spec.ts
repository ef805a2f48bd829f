import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ownerDataSource } from '../src/database/data-source';
import { MIGRATIONS } from '../src/database/migrations/index';
import { cloneDatabase, type TestDatabase } from './support/database';

let database: TestDatabase;
let owner: DataSource;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = await ownerDataSource(database.url).initialize();
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

/** Everything the migrations made, as text: columns, constraints, indexes, policies, triggers, functions, grants. */
async function schemaText(): Promise<string[]> {
  const rows = await database.sql<{ line: string }>(`
    SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) AS line
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT format('%s %s', conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT format('%s %s %s %s', tablename, policyname, qual, with_check) FROM pg_policies WHERE schemaname = 'public'
    UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f' AND proname LIKE 'ieum%'
    UNION ALL SELECT format('%s %s %s', table_name, grantee, privilege_type) FROM information_schema.role_table_grants
      WHERE table_schema = 'public' AND grantee = 'ieum_app'
    ORDER BY 1`);
  return rows.map((row) => row.line);
}

describe('the migrations', () => {
  it('go up, down and up again to the same schema, and leave nothing behind below', async () => {
    const before = await schemaText();
    for (let count = 0; count < MIGRATIONS.length; count++) await owner.undoLastMigration();
    const leftovers = (await schemaText()).filter(
      (line) => !/^migrations[._ ]|typeorm_metadata|PK_.*id|CREATE UNIQUE INDEX "PK_/.test(line),
    );
    expect(leftovers).toEqual([]);
    await owner.runMigrations({ transaction: 'each' });
    expect(await schemaText()).toEqual(before);
  });

  it('make what the entities say: no column missing, none of another type', async () => {
    const wanted = await owner.driver.createSchemaBuilder().log();
    // Constraints and indexes are written by hand in the migrations; entities state columns and keys.
    const drift = wanted.upQueries
      .map(({ query }) => query)
      .filter(
        (query) =>
          /ADD ".*|ALTER COLUMN|CREATE TABLE|DROP COLUMN/.test(query) && !/ADD CONSTRAINT/.test(query),
      );
    expect(drift).toEqual([]);
  });

  it('would notice a column that only the entity knows (control)', async () => {
    await database.sql('ALTER TABLE departments RENAME COLUMN department_group TO grouping');
    const wanted = await owner.driver.createSchemaBuilder().log();
    expect(wanted.upQueries.some(({ query }) => query.includes('department_group'))).toBe(true);
    await database.sql('ALTER TABLE departments RENAME COLUMN grouping TO department_group');
  });

  it('name every constraint and index by hand', async () => {
    const rows = await database.sql<{ name: string }>(`
      SELECT conname AS name FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
      UNION SELECT indexname FROM pg_indexes WHERE schemaname = 'public'`);
    const strange = rows
      .map((row) => row.name)
      .filter((name) => !/^(pk|fk|uq|ix|chk|ex)_[a-z][a-z0-9_]*$/.test(name) && !/^PK_/.test(name));
    expect(strange).toEqual([]);
  });
});

describe('row security and audit', () => {
  /** Tables that belong to nobody: technical, or guarded by a rule of their own that is written beside them. */
  const WITHOUT_ROW_SECURITY = new Set(['migrations', 'typeorm_metadata']);

  it('cover every table, forced, also for the owner', async () => {
    const rows = await database.sql<{ name: string; on: boolean; forced: boolean; policies: number }>(`
      SELECT c.relname AS name, c.relrowsecurity AS "on", c.relforcerowsecurity AS forced,
             (SELECT count(*)::int FROM pg_policy WHERE polrelid = c.oid) AS policies
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`);
    const open = rows.filter(
      (row) => !WITHOUT_ROW_SECURITY.has(row.name) && !(row.on && row.forced && row.policies > 0),
    );
    expect(open.map((row) => row.name)).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
  });

  it('read every table of an institution by the institution; published rankings and desks of fairs by everybody', async () => {
    // Most tables are empty here: a policy that lets everything through would show nothing either.
    const readByOthers = await database.sql<{ name: string }>(`
      SELECT DISTINCT c.relname AS name FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'institution_id'
      WHERE c.relnamespace = 'public'::regnamespace AND p.polcmd IN ('r', '*')
        AND pg_get_expr(p.polqual, p.polrelid) NOT LIKE '%institution_id = ANY%ieum_visible_institutions%'`);
    // Who consults at an announced fair is what the fair announces; of a planned one nobody else sees the desks.
    expect(readByOthers.map((row) => row.name)).toEqual(['fair_desks', 'publications']);
    const [desks] = await database.sql<{ read: string }>(
      `SELECT pg_get_expr(polqual, polrelid) AS read FROM pg_policy WHERE polname = 'rls_fair_desks_read'`,
    );
    expect(desks?.read).toMatch(/EXISTS[\s\S]*FROM fairs/);
  });

  it('open what advisers keep to the advisers of the area', async () => {
    const ofAreas = await database.sql<{ name: string; reads: boolean; writes: boolean }>(`
      SELECT c.relname AS name,
             bool_or(p.polcmd IN ('r', '*') AND pg_get_expr(p.polqual, p.polrelid) LIKE '%area_id = ANY%ieum_visible_areas%') AS reads,
             bool_or(p.polcmd IN ('a', '*') AND pg_get_expr(p.polwithcheck, p.polrelid) LIKE '%area_id = ANY%ieum_visible_areas%')
               AS writes
      FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'area_id'
      WHERE c.relnamespace = 'public'::regnamespace GROUP BY 1`);
    expect(ofAreas.length).toBeGreaterThan(10);
    // Who belongs to which team is for the administrator to say.
    expect(ofAreas.filter((row) => !row.reads || !row.writes).map((row) => row.name)).toEqual([
      'support_team_members',
    ]);
  });

  it('show no row of an owned table to a transaction without an actor, and refuse its writes', async () => {
    const institution = await database.sql<{ id: string }>(
      `INSERT INTO institutions (name, kind) VALUES ('강북구', 'district') RETURNING id`,
    );
    await database.sql(
      `INSERT INTO departments (institution_id, name, department_group, valid_from) VALUES ($1, '재무과', 'division', '2010-01-01')`,
      [institution[0]?.id],
    );
    const owned = await database.sql<{ name: string }>(`
      SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'institution_id' AND table_name NOT IN ('publications')`);
    await owner.transaction(async (manager) => {
      await manager.query('SET LOCAL ROLE ieum_app');
      for (const { name } of owned) {
        const readable: unknown[] = await manager.query(
          `SELECT has_table_privilege('${name}', 'SELECT') AS yes`,
        );
        if (!JSON.stringify(readable).includes('true')) continue;
        expect({ name, rows: await manager.query(`SELECT * FROM ${name} LIMIT 1`) }).toEqual({
          name,
          rows: [],
        });
      }
    });
    // The negative control: with the tenant set, the row is there.
    await owner.transaction(async (manager) => {
      await manager.query('SET LOCAL ROLE ieum_app');
      await manager.query(`SELECT set_config('ieum.institutions', $1, true)`, [institution[0]?.id]);
      expect(await manager.query('SELECT name FROM departments')).toEqual([{ name: '재무과' }]);
      await expect(
        manager.query(
          `INSERT INTO departments (institution_id, name, department_group, valid_from) VALUES ($1, '총무과', 'division', '2010-01-01')`,
          [institution[0]?.id],
        ),
      ).rejects.toThrow('a write needs an actor');
    });
  });

  it('leave the application no DELETE on the ledger and the audit log, and no way past row security', async () => {
    const deletable = await database.sql<{ name: string }>(`
      SELECT table_name AS name FROM information_schema.role_table_grants WHERE table_schema = 'public' AND grantee = 'ieum_app' AND privilege_type IN ('DELETE', 'TRUNCATE')`);
    const allowed = [
      'idempotency_keys',
      'user_assignments',
      'login_failures',
      'purchase_import_rows',
      'purchase_files',
      'period_submissions',
      'catalogue_item_photos',
      'shortlist_entries',
      'claim_lookups',
      'support_team_members',
      'support_team_targets',
      'contract_parties',
      'supplier_import_rows',
      'supplier_list_entries',
      // written anew as a whole; the audit keeps them
      'market_day_participants',
      // laid anew as a whole while nothing is booked; a booking keeps its slot
      'fair_slots',
      // a wish that is taken back; the audit keeps it
      'fair_wishes',
      // what is older than two years, by row security
      'access_log',
    ];
    expect(deletable.map((row) => row.name).filter((name) => !allowed.includes(name))).toEqual([]);
    const [role] = await database.sql<{ rolbypassrls: boolean; rolsuper: boolean }>(
      `SELECT rolbypassrls, rolsuper FROM pg_roles WHERE rolname = 'ieum_app'`,
    );
    expect(role).toEqual({ rolbypassrls: false, rolsuper: false });
    const writable = await database.sql(`
      SELECT privilege_type FROM information_schema.role_table_grants
      WHERE table_schema = 'public' AND grantee = 'ieum_app' AND table_name IN ('audit_events', 'achievement_totals', 'activity_totals', 'visitee_counts') AND privilege_type <> 'SELECT'`);
    expect(writable).toEqual([]);
  });

  it('fix an account to where it belongs: no clerk becomes an administrator, whatever statement is run', async () => {
    const columns = await database.sql<{ name: string }>(`
      SELECT column_name AS name FROM information_schema.column_privileges
      WHERE grantee = 'ieum_app' AND table_name = 'users' AND privilege_type = 'UPDATE'`);
    const names = columns.map((column) => column.name);
    expect(names).toContain('password_hash');
    for (const fixed of ['id', 'email', 'institution_id', 'is_demo', 'created_at'])
      expect(names).not.toContain(fixed);
  });

  /** Not records of somebody's decision: counters, queues, working rows, or kept whole by another audited table. */
  const WITHOUT_AUDIT = new Set([
    'migrations',
    'typeorm_metadata',
    'audit_events',
    'audit_seals',
    // a log itself, append-only
    'access_log',
    'idempotency_keys',
    'login_failures',
    'claim_lookups',
    // what the applied rows of an import say; what it writes into the register is audited there
    'supplier_import_rows',
    'supplier_list_entries',
    'jobs',
    // somebody's own working paper, which no administrator reads either
    'shortlists',
    'shortlist_entries',
    'notice_reads',
    'purchase_import_rows',
    'import_column_mappings',
    'achievement_totals',
    'activity_totals',
    'visitee_counts',
    'publication_purchases',
    'supplier_search',
    'supplier_search_words',
  ]);

  it('write an audit row for every insert and change of every other table', async () => {
    const rows = await database.sql<{ name: string; triggers: number }>(`
      SELECT c.relname AS name, (SELECT count(*)::int FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname LIKE 'tr_%_audit_%') AS triggers
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`);
    expect(
      rows.filter((row) => !WITHOUT_AUDIT.has(row.name) && row.triggers < 2).map((row) => row.name),
    ).toEqual([]);
  });
});
