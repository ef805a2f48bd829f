import { permissionsOf } from '@ieum/domain';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import type { ReactNode } from 'react';
import { ToastProvider } from '../../components/toast';
import { createQueryClient } from '../../lib/query-client';
import { SessionContext, type Role, type SessionUser } from '../../lib/session';

const done = () => Promise.resolve();

function userOf(role: Role): SessionUser {
  return {
    id: `user of ${role}`,
    email: 'someone@example.kr',
    name: 'Lee',
    role,
    permissions: permissionsOf(role),
    institutionId: role === 'admin' ? null : 'gangbuk',
    institutionName: 'Gangbuk',
    departmentId: null,
    departmentName: null,
    enterpriseId: null,
    mustChangePassword: false,
  };
}

/** For specs: a page at its address, for somebody of the role. */
export function renderPage(role: Role, path: string, address: string, page: ReactNode): void {
  const session = { user: userOf(role), loading: false, login: done, logout: done, extend: done };
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={[address]}>
        <SessionContext value={session}>
          <ToastProvider>
            <Routes>
              <Route path={path} element={page} />
              <Route path="*" element={null} />
            </Routes>
          </ToastProvider>
        </SessionContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}
