import { audited } from './migration-sql';

export const SEES_ALL = `(SELECT ieum_sees_all())`;
export const OF_INSTITUTION = `institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])`;
export const OF_ENTERPRISE = `supplier_id = (SELECT ieum_own_supplier())`;
/** Whoever runs the fair, and a transaction that has opened it (see fair-room.ts): it decided access before. */
export const OF_FAIR = `${SEES_ALL} OR fair_id = (SELECT ieum_open_fair()) OR fair_id = ANY ((SELECT ieum_organised_fairs())::uuid[])`;
/** Everybody who may see the fair itself: row security of fairs holds inside as well. */
export const OF_SEEN_FAIR = `EXISTS (SELECT FROM fairs f WHERE f.id = fair_id)`;

/** Read and written by these; audited, but for the columns that are left out. */
export const rowSecurity = (table: string, read: string, write: string, unlogged: readonly string[] = []) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY rls_${table}_read ON ${table} FOR SELECT USING (${read});
  CREATE POLICY rls_${table}_insert ON ${table} FOR INSERT WITH CHECK (${write});
  CREATE POLICY rls_${table}_update ON ${table} FOR UPDATE USING (${write}) WITH CHECK (${write});
  ${audited(table, unlogged)}`;
