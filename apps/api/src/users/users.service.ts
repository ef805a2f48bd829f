import { Injectable } from '@nestjs/common';
import {
  accountEndRefusal,
  accountPlaceRefusal,
  enterpriseChangeRefusal,
  enterpriseDistrictRefusal,
  grantableRoles,
  reachOf,
  roleChangeRefusal,
  tidyLine,
  type AccountPlace,
  type AccountState,
} from '@ieum/domain';
import { hashPassword } from '../auth/passwords';
import { SessionDirectory } from '../auth/session-directory';
import type { Actor } from '../common/actor';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page } from '../common/paging';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import {
  toUserDto,
  type ChangeUserDto,
  type CreateUserDto,
  type ListUsersQuery,
  type UserDto,
  type UserWithPasswordDto,
} from './dto/user.dto';
import { initialPassword } from './initial-password';
import { enterpriseDistrict, lockActivePeers, searchUsers, userById, type UserRow } from './users.queries';

/** Accounts, as managers keep them for the own institution and administrators for everybody. */
@Injectable()
export class UsersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionDirectory,
  ) {}

  list(actor: Actor, query: ListUsersQuery): Promise<Page<UserDto>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [name, id] = decodeCursor(query.cursor, ['text', 'id']) ?? [];
    return this.transactions.run(actor, async (tx) => {
      const rows = await searchUsers(tx, {
        reach: reachOf(actor, 'user:manage'),
        withEnterprises: grantableRoles(actor.role).includes('enterprise'),
        part: query.q ?? null,
        roles: query.role ?? null,
        state: query.state ?? null,
        institutionId: query.institutionId ?? null,
        departmentId: query.departmentId ?? null,
        enterpriseId: query.enterpriseId ?? null,
        after: name === undefined ? null : [String(name), String(id)],
        limit: limit + 1,
      });
      return pageOf(rows.map(toUserDto), limit, (row) => [row.name, row.id]);
    });
  }

  get(actor: Actor, id: string): Promise<UserDto> {
    return this.transactions.run(actor, async (tx) => toUserDto(await findUser(tx, id)));
  }

  /** The initial password is in this answer only: what is kept under the Idempotency-Key does not hold it. */
  async create(actor: Actor, input: CreateUserDto): Promise<UserWithPasswordDto> {
    const ownInstitution = input.role === 'enterprise' ? null : actor.institutionId;
    const place = {
      role: input.role,
      institutionId: input.institutionId === undefined ? ownInstitution : input.institutionId,
      departmentId: input.departmentId ?? null,
      enterpriseId: input.enterpriseId ?? null,
      assignedInstitutionIds: input.assignedInstitutionIds ?? [],
    };
    assertAllowed(accountPlaceRefusal(actor.role, place));
    if (!reaches(actor, place)) refuse('NOT_FOUND');
    const password = initialPassword();
    const passwordHash = await hashPassword(password);
    const user = await this.transactions.runOnce(actor, async (tx) => {
      const [row] = await tx.sql<{ id: string }>(
        `INSERT INTO users (email, name, role, institution_id, department_id, enterprise_id, password_hash,
                            must_change_password)
         VALUES (lower($1), $2, $3, $4, $5, $6, $7, true) RETURNING id`,
        [
          input.email,
          tidyLine(input.name),
          place.role,
          place.institutionId,
          place.departmentId,
          place.enterpriseId,
          passwordHash,
        ],
      );
      const id = row?.id ?? refuse('NOT_FOUND');
      await assertMayBind(tx, place.enterpriseId);
      await assign(tx, id, [], place.assignedInstitutionIds);
      return toUserDto(await findUser(tx, id));
    });
    return { user, initialPassword: actor.idempotency?.replayed === true ? null : password };
  }

  async change(actor: Actor, id: string, version: number, input: ChangeUserDto): Promise<UserDto> {
    const user = await this.transactions.run(actor, async (tx) => {
      const before = await findUser(tx, id);
      const after = changedPlace(before, input);
      if (after.role !== before.role) {
        assertAllowed(roleChangeRefusal(before.role, after.role));
        await assertMayEnd(tx, before);
      }
      assertAllowed(accountPlaceRefusal(actor.role, after));
      assertAllowed(enterpriseChangeRefusal(before.enterpriseId, after.enterpriseId));
      if (after.enterpriseId !== before.enterpriseId) await assertMayBind(tx, after.enterpriseId);
      await tx.updateVersion('users', { id }, version, {
        name: input.name === undefined ? before.name : tidyLine(input.name),
        role: after.role,
        department_id: after.departmentId,
        ...(after.enterpriseId === before.enterpriseId ? {} : { enterprise_id: after.enterpriseId }),
      });
      await assign(tx, id, before.assignedInstitutionIds, after.assignedInstitutionIds);
      return toUserDto(await findUser(tx, id));
    });
    this.sessions.forgetAll();
    return user;
  }

  /** Ends the account's sessions as well: it can do nothing any more within a second, on every process. */
  async disable(actor: Actor, id: string): Promise<UserDto> {
    const user = await this.transactions.run(actor, async (tx) => {
      await assertMayEnd(tx, await findUser(tx, id));
      await tx.sql(
        `UPDATE users SET state = 'disabled', version = version + 1 WHERE id = $1 AND state = 'active'`,
        [id],
      );
      await endSessions(tx, id, 'account_disabled');
      return toUserDto(await findUser(tx, id));
    });
    this.sessions.forgetAll();
    return user;
  }

  enable(actor: Actor, id: string): Promise<UserDto> {
    return this.transactions.run(actor, async (tx) => {
      await findUser(tx, id);
      await tx.sql(
        `UPDATE users SET state = 'active', version = version + 1 WHERE id = $1 AND state = 'disabled'`,
        [id],
      );
      return toUserDto(await findUser(tx, id));
    });
  }

  /** A new initial password; whoever was logged in with the old one is logged out. The own one is changed at /auth. */
  async resetPassword(actor: Actor, id: string): Promise<UserWithPasswordDto> {
    if (id === actor.userId) refuse('OWN_ACCOUNT');
    const password = initialPassword();
    const passwordHash = await hashPassword(password);
    const user = await this.transactions.run(actor, async (tx) => {
      await findUser(tx, id);
      await tx.sql(
        `UPDATE users SET password_hash = $2, must_change_password = true, version = version + 1 WHERE id = $1`,
        [id, passwordHash],
      );
      await endSessions(tx, id, 'password_reset');
      return toUserDto(await findUser(tx, id));
    });
    this.sessions.forgetAll();
    return { user, initialPassword: password };
  }

  /**
   * Gives an invited account its enterprise, once, in the caller's transaction; again with the same one is no harm.
   * The caller says sessionsChanged() after the commit. Refuses with CLAIM_NOT_POSSIBLE, NOT_FOUND, SUPPLIER_MERGED or
   * ENTERPRISE_OF_OTHER_DISTRICT.
   */
  async bindAccount(tx: Tx, userId: string, supplierId: string): Promise<void> {
    const [account] = await tx.sql<{ enterprise_id: string | null; state: AccountState }>(
      `SELECT enterprise_id, state FROM users WHERE id = $1 AND role = 'enterprise' FOR NO KEY UPDATE`,
      [userId],
    );
    if (account === undefined) refuse('NOT_FOUND');
    if (account.state !== 'active') refuse('CLAIM_NOT_POSSIBLE');
    assertAllowed(enterpriseChangeRefusal(account.enterprise_id, supplierId));
    if (account.enterprise_id === supplierId) return;
    await assertMayBind(tx, supplierId);
    await tx.sql('UPDATE users SET enterprise_id = $2, version = version + 1 WHERE id = $1', [
      userId,
      supplierId,
    ]);
  }

  /** An account was changed in a transaction that is committed now: its open sessions see it with the next request. */
  sessionsChanged(): void {
    this.sessions.forgetAll();
  }
}

/** An account that the actor administers; any other one does not exist for the actor. */
async function findUser(tx: Tx, id: string): Promise<UserRow> {
  const row = await userById(tx, id);
  if (row === undefined || !reaches(tx.actor, row)) return refuse('NOT_FOUND');
  const district = await enterpriseDistrict(tx, row.enterpriseId);
  if (district !== undefined)
    assertAllowed(enterpriseDistrictRefusal(tx.actor.role, district.code, district.own));
  return row;
}

/** Accounts of the centre are for those only whose reach is not narrowed; of enterprises, for whoever may invite them. */
function reaches(actor: Actor, { role, institutionId }: Pick<UserRow, 'role' | 'institutionId'>): boolean {
  if (role === 'enterprise') return grantableRoles(actor.role).includes('enterprise');
  const { institutionIds } = reachOf(actor, 'user:manage');
  return institutionIds === undefined || (institutionId !== null && institutionIds.includes(institutionId));
}

/** A row that was merged into another one is nobody's any more: accounts belong to the one that stands. */
async function assertMayBind(tx: Tx, supplierId: string | null): Promise<void> {
  if (supplierId === null) return;
  const district = (await enterpriseDistrict(tx, supplierId)) ?? refuse('NOT_FOUND');
  if (district.isMerged) refuse('SUPPLIER_MERGED');
  assertAllowed(enterpriseDistrictRefusal(tx.actor.role, district.code, district.own));
}

async function assertMayEnd(tx: Tx, account: UserRow): Promise<void> {
  const peers = await lockActivePeers(tx, account);
  const others = peers.filter((id) => id !== account.id).length;
  assertAllowed(accountEndRefusal(tx.actor.userId, account, others));
}

function changedPlace(before: UserRow, input: ChangeUserDto): AccountPlace {
  const role = input.role ?? before.role;
  const keepsAssignments = input.assignedInstitutionIds === undefined && role === 'support';
  return {
    role,
    institutionId: before.institutionId,
    departmentId: input.departmentId === undefined ? before.departmentId : input.departmentId,
    enterpriseId: input.enterpriseId === undefined ? before.enterpriseId : input.enterpriseId,
    assignedInstitutionIds: keepsAssignments
      ? before.assignedInstitutionIds
      : (input.assignedInstitutionIds ?? []),
  };
}

async function assign(
  tx: Tx,
  userId: string,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const ended = before.filter((id) => !after.includes(id));
  const begun = [...new Set(after)].filter((id) => !before.includes(id));
  if (ended.length > 0) {
    await tx.sql('DELETE FROM user_assignments WHERE user_id = $1 AND institution_id = ANY ($2::uuid[])', [
      userId,
      ended,
    ]);
  }
  if (begun.length > 0) {
    await tx.sql('INSERT INTO user_assignments (user_id, institution_id) SELECT $1, unnest($2::uuid[])', [
      userId,
      begun,
    ]);
  }
}

async function endSessions(tx: Tx, userId: string, reason: string): Promise<void> {
  await tx.sql(
    'UPDATE sessions SET ended_at = now(), end_reason = $2 WHERE user_id = $1 AND ended_at IS NULL',
    [userId, reason],
  );
}
