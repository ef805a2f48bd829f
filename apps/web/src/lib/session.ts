import type { paths } from '@ieum/api-client';
import type { Permission } from '@ieum/domain';
import { createContext, useContext } from 'react';

export type SessionAnswer =
  paths['/api/v1/auth/refresh']['post']['responses'][200]['content']['application/json'];
export type SessionUser = SessionAnswer['user'];
export type Role = SessionUser['role'];

export interface Session {
  /** null = nobody has signed in */
  readonly user: SessionUser | null;
  /** true while the first renewal after a load is under way */
  readonly loading: boolean;
  readonly login: (email: string, password: string) => Promise<void>;
  readonly logout: () => Promise<void>;
  /** asks for a new access token now; the session ends when the server refuses */
  readonly extend: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession is used outside the session provider');
  return session;
}

/** The person signed in; only for pages behind a guarded route. */
export function useUser(): SessionUser {
  const { user } = useSession();
  if (user === null) throw new Error('useUser is used on a page that needs no session');
  return user;
}

/** Tells what the person may do, to show or hide an action. The API decides in any case. */
export function useMay(): (permission: Permission) => boolean {
  const { user } = useSession();
  return (permission) => mayUse(user, permission);
}

export function mayUse(user: SessionUser | null, permission: Permission): boolean {
  return user?.permissions.some((held) => held === permission) ?? false;
}
