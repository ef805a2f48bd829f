import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { dropAccessToken, holdAccessToken, onAccessTokenChange, accessToken } from '../../lib/access-token';
import { api } from '../../lib/api';
import { renewSession } from '../../lib/renew-session';
import { SessionContext, type Session, type SessionUser } from '../../lib/session';
import { unwrap } from '../../lib/unwrap';
import { clearAllDrafts } from '../../lib/use-draft';
import { SessionWarning } from './session-warning';

/** Remembers (without any secret) that a session was open, so that a first visit asks the API nothing. */
const HINT_KEY = 'ieum.session';

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const queryClient = useQueryClient();
  const [user, setUser] = useState<SessionUser | null>(null);
  const [loading, setLoading] = useState(() => localStorage.getItem(HINT_KEY) !== null);

  const end = useCallback(() => {
    localStorage.removeItem(HINT_KEY);
    setUser(null);
    queryClient.clear();
  }, [queryClient]);

  const extend = useCallback(async () => {
    const answer = await renewSession();
    if (answer === null) end();
    else setUser(answer.user);
  }, [end]);

  useEffect(() => {
    if (localStorage.getItem(HINT_KEY) === null) return;
    extend()
      .catch(() => setUser(null))
      .finally(() => setLoading(false));
  }, [extend]);

  // A request that met a 401 and could not renew drops the token: the page gives way to the login page.
  useEffect(
    () =>
      onAccessTokenChange(() => {
        if (accessToken() === null) end();
      }),
    [end],
  );

  const login = useCallback(
    async (email: string, password: string) => {
      const answer = await unwrap(api.POST('/api/v1/auth/login', { body: { email, password } }));
      queryClient.clear();
      holdAccessToken(answer.accessToken, answer.expiresIn, answer.user.id);
      localStorage.setItem(HINT_KEY, 'open');
      setUser(answer.user);
    },
    [queryClient],
  );

  const logout = useCallback(async () => {
    // Signing out must work on a broken connection too: the token is dropped in any case.
    await api.POST('/api/v1/auth/logout').catch(() => undefined);
    clearAllDrafts();
    dropAccessToken();
  }, []);

  const session: Session = useMemo(
    () => ({ user, loading, login, logout, extend }),
    [user, loading, login, logout, extend],
  );
  return (
    <SessionContext value={session}>
      {children}
      {user !== null && <SessionWarning />}
    </SessionContext>
  );
}
