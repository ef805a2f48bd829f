import { lazy } from 'react';
import type { AppRoute } from './app-route';

/** The pages of the fairs, from the announcement to what came of it; part of ROUTES. */
export const FAIR_ROUTES: readonly AppRoute[] = [
  { path: '/fairs', access: 'fair:read', Page: lazy(() => import('../features/fairs/fairs-page')) },
  { path: '/fairs/new', access: 'fair:manage', Page: lazy(() => import('../features/fairs/fair-new-page')) },
  { path: '/fairs/:id', access: 'fair:read', Page: lazy(() => import('../features/fairs/fair-page')) },
  {
    path: '/fair-follow-ups',
    access: 'fair-desk:run',
    Page: lazy(() => import('../features/fairs/report/follow-ups-page')),
  },
  {
    path: '/open-fairs',
    access: 'everybody',
    Page: lazy(() => import('../features/fairs/public/open-fairs-page')),
  },
  {
    path: '/open-fairs/:id',
    access: 'everybody',
    Page: lazy(() => import('../features/fairs/public/open-fair-page')),
  },
  {
    path: '/fairs/:id/timetable',
    access: 'fair:read',
    Page: lazy(() => import('../features/fairs/timetable/timetable-page')),
  },
  {
    path: '/fairs/:id/desk',
    access: 'fair-desk:run',
    Page: lazy(() => import('../features/fairs/day/desk-page')),
  },
  {
    path: '/fairs/:id/check-in',
    access: 'fair:manage',
    Page: lazy(() => import('../features/fairs/day/check-in-page')),
  },
  {
    path: '/my-fairs',
    access: 'fair:exhibit',
    Page: lazy(() => import('../features/fairs/enterprise/my-fairs-page')),
  },
  {
    path: '/my-fairs/:id',
    access: 'fair:exhibit',
    Page: lazy(() => import('../features/fairs/enterprise/my-fair-page')),
  },
];
