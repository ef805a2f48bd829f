import { lazy } from 'react';
import type { AppRoute } from './app-route';

/** The pages of the advisers' work, from the visit to the contract; part of ROUTES. */
export const SUPPORT_ROUTES: readonly AppRoute[] = [
  {
    path: '/matches',
    access: 'match:read',
    Page: lazy(() => import('../features/matches/matches-page')),
  },
  {
    path: '/matches/new',
    access: 'match:write',
    Page: lazy(() => import('../features/matches/match-new-page')),
  },
  {
    path: '/matches/:id',
    access: 'match:read',
    Page: lazy(() => import('../features/matches/match-page')),
  },
  {
    path: '/contracts',
    access: 'contract:read',
    Page: lazy(() => import('../features/contracts/contracts-page')),
  },
  {
    path: '/contracts/new',
    access: 'contract:write',
    Page: lazy(() => import('../features/contracts/contract-new-page')),
  },
  {
    path: '/contracts/:id',
    access: 'contract:read',
    Page: lazy(() => import('../features/contracts/contract-page')),
  },
  {
    path: '/contracts/:id/edit',
    access: 'contract:write',
    Page: lazy(() => import('../features/contracts/contract-edit-page')),
  },
  { path: '/chains', access: 'chain:read', Page: lazy(() => import('../features/chains/chain-page')) },
  {
    path: '/chains/conversion',
    access: 'support-work:read',
    Page: lazy(() => import('../features/chains/conversion-page')),
  },
  {
    path: '/visits',
    access: 'support-work:read',
    Page: lazy(() => import('../features/visits/visits-page')),
  },
  {
    path: '/visits/new',
    access: 'support-work:write',
    Page: lazy(() => import('../features/visits/visit-new-page')),
  },
  {
    path: '/visits/:id',
    access: 'support-work:read',
    Page: lazy(() => import('../features/visits/visit-page')),
  },
  {
    path: '/visit-planning',
    access: 'support-work:read',
    Page: lazy(() => import('../features/visits/visit-planning-page')),
  },
  {
    path: '/needs',
    access: 'support-work:read',
    Page: lazy(() => import('../features/visits/needs-page')),
  },
  {
    path: '/needs/:id',
    access: 'support-work:read',
    Page: lazy(() => import('../features/visits/need-page')),
  },
  {
    path: '/consultations',
    access: 'support-work:read',
    Page: lazy(() => import('../features/consultations/consultations-page')),
  },
  {
    path: '/consultations/new',
    access: 'support-work:write',
    Page: lazy(() => import('../features/consultations/consultation-form-page')),
  },
  {
    path: '/consultations/:id',
    access: 'support-work:read',
    Page: lazy(() => import('../features/consultations/consultation-page')),
  },
  {
    path: '/consultations/:id/edit',
    access: 'support-work:write',
    Page: lazy(() => import('../features/consultations/consultation-form-page')),
  },
  {
    path: '/education-sessions',
    access: 'support-work:read',
    Page: lazy(() => import('../features/education-sessions/education-sessions-page')),
  },
  {
    path: '/education-sessions/new',
    access: 'support-work:write',
    Page: lazy(() => import('../features/education-sessions/education-session-form-page')),
  },
  {
    path: '/education-sessions/:id',
    access: 'support-work:read',
    Page: lazy(() => import('../features/education-sessions/education-session-page')),
  },
  {
    path: '/education-sessions/:id/edit',
    access: 'support-work:write',
    Page: lazy(() => import('../features/education-sessions/education-session-form-page')),
  },
  {
    path: '/supplier-surveys',
    access: 'support-work:read',
    Page: lazy(() => import('../features/supplier-surveys/supplier-surveys-page')),
  },
  {
    path: '/enterprise/surveys',
    access: 'supplier-survey:answer',
    Page: lazy(() => import('../features/supplier-surveys/own-surveys-page')),
  },
  {
    path: '/support-teams',
    access: 'support-team:read',
    Page: lazy(() => import('../features/support-teams/support-teams-page')),
  },
  {
    path: '/support-teams/:id',
    access: 'support-team:read',
    Page: lazy(() => import('../features/support-teams/support-team-page')),
  },
];
