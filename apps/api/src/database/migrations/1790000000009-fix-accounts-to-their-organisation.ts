import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from './migration-sql';

/**
 * An account never moves: the application may change what a person is called and does, not where the account belongs
 * nor its e-mail. With chk_users_organisation no transaction can turn an account of an institution into one of the centre.
 */
export class FixAccountsToTheirOrganisation1790000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE UPDATE ON users FROM ${APP_ROLE};
      GRANT UPDATE (name, role, department_id, password_hash, state, must_change_password, last_login_at, version)
        ON users TO ${APP_ROLE};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`GRANT UPDATE ON users TO ${APP_ROLE};`);
  }
}
