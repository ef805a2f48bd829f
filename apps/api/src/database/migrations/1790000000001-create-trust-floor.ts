import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, grant } from './migration-sql';

/**
 * The floor every table stands on: the application role, the actor of a transaction, audit by trigger, idempotency.
 * The actor travels in transaction-local settings (ieum.actor_id, ieum.request_id, ieum.institutions, ieum.sees_all).
 */
export class CreateTrustFloor1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${APP_ROLE}') THEN
          CREATE ROLE ${APP_ROLE} NOLOGIN NOBYPASSRLS NOSUPERUSER NOCREATEDB NOCREATEROLE;
        END IF;
        EXECUTE format('GRANT ${APP_ROLE} TO %I', current_user);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$;
      GRANT USAGE ON SCHEMA public TO ${APP_ROLE};
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;

      CREATE FUNCTION ieum_visible_institutions() RETURNS uuid[] STABLE LANGUAGE sql AS $$
        SELECT string_to_array(nullif(current_setting('ieum.institutions', true), ''), ',')::uuid[] $$;
      CREATE FUNCTION ieum_sees_all() RETURNS boolean STABLE LANGUAGE sql AS $$
        SELECT coalesce(current_setting('ieum.sees_all', true) = 'on', false) $$;
      CREATE FUNCTION ieum_has_actor() RETURNS boolean STABLE LANGUAGE sql AS $$
        SELECT coalesce(current_setting('ieum.actor_id', true), '') <> '' $$;

      CREATE TABLE audit_events (
        id bigint GENERATED ALWAYS AS IDENTITY,
        institution_id uuid,
        occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor_id uuid NOT NULL,
        request_id text NOT NULL,
        table_name text NOT NULL,
        row_id text NOT NULL,
        action text NOT NULL,
        before jsonb,
        after jsonb,
        CONSTRAINT pk_audit_events PRIMARY KEY (id),
        CONSTRAINT chk_audit_events_action CHECK (action IN ('insert', 'update', 'delete'))
      );
      CREATE INDEX ix_audit_events_institution ON audit_events (institution_id, id DESC);
      CREATE INDEX ix_audit_events_row ON audit_events (table_name, row_id, id DESC);
      ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
      ALTER TABLE audit_events FORCE ROW LEVEL SECURITY;
      CREATE POLICY rls_audit_events_read ON audit_events FOR SELECT
        USING ((SELECT ieum_sees_all()) OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[]));
      CREATE POLICY rls_audit_events_append ON audit_events FOR INSERT WITH CHECK (true);
      ${grant('audit_events', 'SELECT')}

      -- A write without an actor is a defect of ours, never a way in: it fails here.
      CREATE FUNCTION ieum_actor_id() RETURNS uuid STABLE LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT ieum_has_actor() THEN
          RAISE EXCEPTION 'a write needs an actor' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN current_setting('ieum.actor_id')::uuid;
      END $$;

      CREATE FUNCTION ieum_without_secrets(image jsonb, secrets text[]) RETURNS jsonb IMMUTABLE LANGUAGE sql AS $$
        SELECT image || coalesce((SELECT jsonb_object_agg(name, '***') FROM unnest(secrets) AS name WHERE image ? name), '{}') $$;

      CREATE FUNCTION ieum_audit_insert() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp
      LANGUAGE plpgsql AS $$
      DECLARE actor uuid := ieum_actor_id(); request text := coalesce(current_setting('ieum.request_id', true), '');
      BEGIN
        IF TG_NARGS = 0 THEN
          INSERT INTO audit_events (institution_id, actor_id, request_id, table_name, row_id, action, after)
          -- OFFSET 0 keeps the image from being made anew for each of its uses.
          SELECT (i.image->>'institution_id')::uuid, actor, request, TG_TABLE_NAME, coalesce(i.image->>'id', ''), 'insert', i.image
          FROM (SELECT to_jsonb(n) AS image FROM new_rows n OFFSET 0) AS i;
        ELSE
          INSERT INTO audit_events (institution_id, actor_id, request_id, table_name, row_id, action, after)
          SELECT (i.image->>'institution_id')::uuid, actor, request, TG_TABLE_NAME, coalesce(i.image->>'id', ''), 'insert',
                 ieum_without_secrets(i.image, TG_ARGV)
          FROM (SELECT to_jsonb(n) AS image FROM new_rows n OFFSET 0) AS i;
        END IF;
        RETURN NULL;
      END $$;

      CREATE FUNCTION ieum_audit_change() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp
      LANGUAGE plpgsql AS $$
      DECLARE
        old_image jsonb := ieum_without_secrets(to_jsonb(OLD), TG_ARGV);
        new_image jsonb := CASE WHEN TG_OP = 'UPDATE' THEN ieum_without_secrets(to_jsonb(NEW), TG_ARGV) END;
        any_image jsonb := coalesce(new_image, old_image);
      BEGIN
        INSERT INTO audit_events (institution_id, actor_id, request_id, table_name, row_id, action, before, after)
        VALUES ((any_image->>'institution_id')::uuid, ieum_actor_id(), coalesce(current_setting('ieum.request_id', true), ''),
                TG_TABLE_NAME, coalesce(any_image->>'id', ''), lower(TG_OP), old_image, new_image);
        RETURN NULL;
      END $$;

      CREATE TABLE idempotency_keys (
        actor_id uuid NOT NULL,
        operation text NOT NULL,
        key text NOT NULL,
        request_hash text NOT NULL,
        status smallint NOT NULL,
        answer jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_idempotency_keys PRIMARY KEY (actor_id, operation, key)
      );
      CREATE INDEX ix_idempotency_keys_created_at ON idempotency_keys (created_at);
      ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
      ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
      CREATE POLICY rls_idempotency_keys_own ON idempotency_keys
        USING (actor_id::text = (SELECT current_setting('ieum.actor_id', true)) OR (SELECT ieum_sees_all()))
        WITH CHECK (actor_id::text = (SELECT current_setting('ieum.actor_id', true)));
      ${grant('idempotency_keys', 'SELECT', 'INSERT', 'DELETE')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE idempotency_keys;
      DROP FUNCTION ieum_audit_change();
      DROP FUNCTION ieum_audit_insert();
      DROP FUNCTION ieum_without_secrets(jsonb, text[]);
      DROP FUNCTION ieum_actor_id();
      DROP TABLE audit_events;
      DROP FUNCTION ieum_has_actor();
      DROP FUNCTION ieum_sees_all();
      DROP FUNCTION ieum_visible_institutions();
      REVOKE USAGE ON SCHEMA public FROM ${APP_ROLE};
    `);
  }
}
