import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../common/actor';
import { refuse } from '../common/refused';
import { CONFIG, type Config } from '../config/config';
import { Transactions } from '../database/transactions';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-token';
import { accountByEmail, accountById, demoAccounts, type AccountRow } from './account.queries';
import type { DemoAccountListDto } from './dto/demo-account.dto';
import type { LoginDto } from './dto/login.dto';
import { toAccountDto, type AccountDto, type SessionDto } from './dto/session.dto';
import { LoginFailures } from './login-failures';
import { hashPassword, passwordFits } from './passwords';
import { readRefreshToken, refreshToken } from './refresh-token';
import { SessionDirectory } from './session-directory';
import { DEMO_PASSWORD } from './demo-password';

const SESSION_HOURS = 12;
const GRACE_SECONDS = 10;
/** In the place of a source address: guesses of the own password from within a session. */
const OWN_PASSWORD = 'own password';

/** An answer to the client and the refresh token for its cookie. */
export interface OpenedSession {
  readonly session: SessionDto;
  readonly refreshToken: string;
}

interface SessionRow {
  id: string;
  user_id: string;
  rotation: number;
  is_alive: boolean;
  within_grace: boolean;
}

@Injectable()
export class AuthService {
  constructor(
    private readonly transactions: Transactions,
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionDirectory,
    private readonly failures: LoginFailures,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async login(input: LoginDto, source: string, requestId: string): Promise<OpenedSession> {
    const email = input.email.trim().toLowerCase();
    await this.failures.book(email, source, requestId);
    const account = await this.transactions.run(systemActor(requestId), (tx) => accountByEmail(tx, email));
    const known = account !== undefined && (this.config.demo || !account.is_demo) ? account : undefined;
    if (!(await passwordFits(known?.password_hash, input.password)) || known === undefined) {
      return refuse('INVALID_CREDENTIALS');
    }
    if (known.state !== 'active') return refuse('ACCOUNT_DISABLED');
    const opened = await this.open(known, requestId);
    await this.failures.clear(email, source, requestId);
    return opened;
  }

  async refresh(token: string | undefined, requestId: string): Promise<OpenedSession> {
    const claim = token === undefined ? null : readRefreshToken(this.config.jwtSecret, token);
    if (claim === null) return refuse('SESSION_EXPIRED');
    const outcome = await this.transactions.run(systemActor(requestId), async (tx) => {
      const [row] = await tx.sql<SessionRow>(
        `SELECT id, user_id, rotation, ended_at IS NULL AND expires_at > now() AS is_alive,
                rotated_at > now() - make_interval(secs => $2) AS within_grace
         FROM sessions WHERE id = $1 FOR UPDATE`,
        [claim.sessionId, GRACE_SECONDS],
      );
      if (row === undefined || !row.is_alive) return null;
      if (claim.rotation === row.rotation) {
        await tx.sql('UPDATE sessions SET rotation = rotation + 1, rotated_at = now() WHERE id = $1', [
          row.id,
        ]);
        return { account: await accountById(tx, row.user_id), rotation: row.rotation + 1 };
      }
      // The answer to the last refresh was lost, or a second tab asked with the same cookie: the same token again.
      if (claim.rotation === row.rotation - 1 && row.within_grace) {
        return { account: await accountById(tx, row.user_id), rotation: row.rotation };
      }
      await tx.sql(`UPDATE sessions SET ended_at = now(), end_reason = 'token_reused' WHERE id = $1`, [
        row.id,
      ]);
      return null;
    });
    const closed = outcome?.account?.is_demo === true && !this.config.demo;
    if (outcome === null || outcome.account?.state !== 'active' || closed) {
      this.sessions.forget(claim.sessionId);
      return refuse('SESSION_EXPIRED');
    }
    return this.answer(outcome.account, claim.sessionId, outcome.rotation);
  }

  async logout(token: string | undefined, requestId: string): Promise<void> {
    const claim = token === undefined ? null : readRefreshToken(this.config.jwtSecret, token);
    if (claim === null) return;
    await this.transactions.run(systemActor(requestId), (tx) =>
      tx.sql(
        `UPDATE sessions SET ended_at = now(), end_reason = 'logout' WHERE id = $1 AND ended_at IS NULL`,
        [claim.sessionId],
      ),
    );
    this.sessions.forget(claim.sessionId);
  }

  async me(actor: Actor): Promise<AccountDto> {
    const account = await this.transactions.run(actor, (tx) => accountById(tx, actor.userId));
    return account === undefined ? refuse('SESSION_EXPIRED') : toAccountDto(account);
  }

  /**
   * Ends every other session of the account: whoever learned the old password is out. Guesses of the current password
   * are counted like those at login, so that a stolen access token does not find it out.
   */
  async changePassword(actor: Actor, current: string, next: string): Promise<void> {
    await this.failures.book(actor.userId, OWN_PASSWORD, actor.requestId);
    const account = await this.transactions.run(actor, (tx) => accountById(tx, actor.userId));
    if (!(await passwordFits(account?.password_hash, current))) refuse('CURRENT_PASSWORD_WRONG');
    await this.failures.clear(actor.userId, OWN_PASSWORD, actor.requestId);
    if (current === next) refuse('PASSWORD_TOO_WEAK');
    const passwordHash = await hashPassword(next);
    await this.transactions.run(actor, async (tx) => {
      const changed = await tx.sql(
        `UPDATE users SET password_hash = $2, must_change_password = false, version = version + 1
         WHERE id = $1 AND password_hash = $3 RETURNING 1`,
        [actor.userId, passwordHash, account?.password_hash],
      );
      // It was reset or changed while this one was looked at: that one stands.
      if (changed.length === 0) refuse('CURRENT_PASSWORD_WRONG');
      await tx.sql(
        `UPDATE sessions SET ended_at = now(), end_reason = 'password_changed'
         WHERE user_id = $1 AND id IS DISTINCT FROM $2 AND ended_at IS NULL`,
        [actor.userId, actor.sessionId ?? null],
      );
    });
    this.sessions.forgetAll();
  }

  /** The demo accounts with their password; nothing unless the demo flag is set. */
  async demoAccounts(requestId: string): Promise<DemoAccountListDto> {
    if (!this.config.demo) return { items: [] };
    const rows = await this.transactions.run(systemActor(requestId), demoAccounts);
    return {
      items: rows.map((row) => ({
        email: row.email,
        password: DEMO_PASSWORD,
        name: row.name,
        role: row.role,
        organisation: [row.institution_name, row.department_name].filter((part) => part !== null).join(' '),
      })),
    };
  }

  private async open(account: AccountRow, requestId: string): Promise<OpenedSession> {
    const [row] = await this.transactions.run(systemActor(requestId), async (tx) => {
      // Disabled or given another password while this one was looked at: no session may begin after theirs were ended.
      const stands = await tx.sql(
        `UPDATE users SET last_login_at = now() WHERE id = $1 AND state = 'active' AND password_hash = $2 RETURNING 1`,
        [account.id, account.password_hash],
      );
      if (stands.length === 0) refuse('INVALID_CREDENTIALS');
      return tx.sql<{ id: string }>(
        'INSERT INTO sessions (user_id, expires_at) VALUES ($1, now() + make_interval(hours => $2)) RETURNING id',
        [account.id, SESSION_HOURS],
      );
    });
    return this.answer(account, row?.id ?? '', 0);
  }

  private async answer(account: AccountRow, sessionId: string, rotation: number): Promise<OpenedSession> {
    return {
      session: {
        accessToken: await this.tokens.issue(account.id, sessionId),
        expiresIn: ACCESS_TOKEN_SECONDS,
        user: toAccountDto(account),
      },
      refreshToken: refreshToken(this.config.jwtSecret, { sessionId, rotation }),
    };
  }
}
