import type { Role } from '@ieum/domain';
import type { Tx } from '../database/transactions';

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  state: string;
  password_hash: string;
  must_change_password: boolean;
  is_demo: boolean;
  institution_id: string | null;
  institution_name: string | null;
  department_id: string | null;
  department_name: string | null;
  enterprise_id: string | null;
}

const ACCOUNT = `
  SELECT u.id, u.email, u.name, u.role, u.state, u.password_hash, u.must_change_password, u.is_demo,
         u.institution_id, i.name AS institution_name, u.department_id, d.name AS department_name, u.enterprise_id
  FROM users u
  LEFT JOIN institutions i ON i.id = u.institution_id
  LEFT JOIN departments d ON d.institution_id = u.institution_id AND d.id = u.department_id`;

export async function accountByEmail(tx: Tx, email: string): Promise<AccountRow | undefined> {
  return (await tx.sql<AccountRow>(`${ACCOUNT} WHERE u.email = lower($1)`, [email]))[0];
}

export async function accountById(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return (await tx.sql<AccountRow>(`${ACCOUNT} WHERE u.id = $1`, [id]))[0];
}

export async function demoAccounts(tx: Tx): Promise<AccountRow[]> {
  return tx.sql<AccountRow>(`${ACCOUNT} WHERE u.is_demo AND u.state = 'active'
    ORDER BY array_position(ARRAY['clerk', 'manager', 'support', 'enterprise', 'admin'], u.role), u.email`);
}
