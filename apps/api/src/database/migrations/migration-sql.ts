/**
 * Sentences that every migration repeats: who may touch a table, which rows they see, and that every write is audited.
 * The application role has no DELETE anywhere by default: rows of record are voided, never removed.
 */

export const APP_ROLE = 'ieum_app';

type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

export function grant(table: string, ...privileges: Privilege[]): string {
  return `GRANT ${privileges.join(', ')} ON ${table} TO ${APP_ROLE};`;
}

const SEES_INSTITUTION = `
  (SELECT ieum_sees_all()) OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])`;

/** Row security for a table whose rows belong to one institution; no actor set means no rows at all. */
export function ownedByInstitution(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY rls_${table}_institution ON ${table}
      USING (${SEES_INSTITUTION})
      WITH CHECK (${SEES_INSTITUTION});`;
}

const SEES_AREA = `(SELECT ieum_sees_all()) OR area_id = ANY ((SELECT ieum_visible_areas())::uuid[])`;

/** Row security for what the centre's advisers keep: of the areas they are assigned to, and for nobody else. */
export function ownedByArea(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY rls_${table}_area ON ${table} USING (${SEES_AREA}) WITH CHECK (${SEES_AREA});`;
}

/** The same, and the buying institution reads what is about itself: a purchase leads back to the visit it began with. */
export function ownedByAreaReadByBuyer(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY rls_${table}_read ON ${table} FOR SELECT
      USING (${SEES_AREA} OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[]));
    CREATE POLICY rls_${table}_insert ON ${table} FOR INSERT WITH CHECK (${SEES_AREA});
    CREATE POLICY rls_${table}_update ON ${table} FOR UPDATE USING (${SEES_AREA}) WITH CHECK (${SEES_AREA});`;
}

/** Row security for registers that everybody reads and only a known actor writes. */
export function readByAllWrittenByActors(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY rls_${table}_read ON ${table} FOR SELECT USING (true);
    CREATE POLICY rls_${table}_insert ON ${table} FOR INSERT WITH CHECK ((SELECT ieum_has_actor()));
    CREATE POLICY rls_${table}_update ON ${table} FOR UPDATE USING ((SELECT ieum_has_actor()));`;
}

/** Only transactions that the system itself opens (login, jobs) or that see everything may read or write. */
export function seenBySystemOnly(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY rls_${table}_system ON ${table}
      USING ((SELECT ieum_sees_all())) WITH CHECK ((SELECT ieum_sees_all()));`;
}

/**
 * Audit by trigger: one row per inserted, changed or deleted row, in the same transaction.
 * @param secretColumns columns whose value never enters the audit log (they are replaced by '***')
 */
export function audited(table: string, secretColumns: readonly string[] = []): string {
  const args = secretColumns.map((column) => `'${column}'`).join(', ');
  return `
    CREATE TRIGGER tr_${table}_audit_insert AFTER INSERT ON ${table}
      REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ieum_audit_insert(${args});
    CREATE TRIGGER tr_${table}_audit_change AFTER UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION ieum_audit_change(${args});`;
}
