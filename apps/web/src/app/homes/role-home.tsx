import { lazy, type ComponentType } from 'react';
import { useUser, type Role } from '../../lib/session';

const HOMES: Readonly<Record<Role, ComponentType>> = {
  clerk: lazy(() => import('./clerk-home')),
  support: lazy(() => import('./support-home')),
  enterprise: lazy(() => import('./enterprise-home')),
  manager: lazy(() => import('./manager-home')),
  admin: lazy(() => import('./admin-home')),
};

/** What somebody sees first, by role. */
export default function RoleHome() {
  const Home = HOMES[useUser().role];
  return <Home />;
}
