import { lazy } from 'react';
import type { AppRoute } from './app-route';
import { FAIR_ROUTES } from './fair-routes';
import { PASSWORD_PATH } from './navigation';
import { SUPPORT_ROUTES } from './support-routes';

/** Every page of the product: one line each. A page is the default export of features/<name>/<page>.tsx. */
export const ROUTES: readonly AppRoute[] = [
  { path: '/login', access: 'everybody', Page: lazy(() => import('../features/login/login-page')) },
  { path: PASSWORD_PATH, access: 'member', Page: lazy(() => import('../features/account/password-page')) },
  {
    path: '/demand-surveys',
    access: 'survey:read',
    Page: lazy(() => import('../features/demand-surveys/demand-surveys-page')),
  },
  {
    path: '/demand-surveys/:id',
    access: 'survey:read',
    Page: lazy(() => import('../features/demand-surveys/demand-survey-page')),
  },
  {
    path: '/purchase-targets',
    access: 'target:read',
    Page: lazy(() => import('../features/purchase-targets/purchase-targets-page')),
  },
  {
    path: '/purchase-targets/new-year',
    access: 'cycle:manage',
    Page: lazy(() => import('../features/purchase-targets/open-year-page')),
  },
  {
    path: '/counting-policies',
    access: 'policy:read',
    Page: lazy(() => import('../features/purchase-targets/counting-policies-page')),
  },
  { path: '/notices', access: 'notice:read', Page: lazy(() => import('../features/notices/notices-page')) },
  { path: '/', access: 'member', Page: lazy(() => import('./homes/role-home')) },
  {
    path: '/purchases',
    access: 'purchase:read',
    Page: lazy(() => import('../features/purchases/purchase-list-page')),
  },
  {
    path: '/achievements',
    access: 'achievement:read',
    Page: lazy(() => import('../features/achievements/achievements-page')),
  },
  {
    path: '/purchases/new',
    access: 'purchase:write',
    Page: lazy(() => import('../features/purchases/purchase-entry-page')),
  },
  {
    path: '/purchases/:id',
    access: 'purchase:read',
    Page: lazy(() => import('../features/purchases/purchase-detail-page')),
  },
  {
    path: '/purchases/:id/edit',
    access: 'purchase:write',
    Page: lazy(() => import('../features/purchases/purchase-edit-page')),
  },
  { path: '/rankings', access: 'everybody', Page: lazy(() => import('../features/rankings/rankings-page')) },
  {
    path: '/purchase-periods',
    access: 'period:read',
    Page: lazy(() => import('../features/purchase-periods/purchase-periods-page')),
  },
  {
    path: '/publications',
    access: 'everybody',
    Page: lazy(() => import('../features/publications/publications-page')),
  },
  {
    path: '/publications/new',
    access: 'publication:manage',
    Page: lazy(() => import('../features/publications/publish-page')),
  },
  {
    path: '/publications/new-districts',
    access: 'district-publication:manage',
    Page: lazy(() => import('../features/publications/publish-page')),
  },
  {
    path: '/publications/:id',
    access: 'everybody',
    Page: lazy(() => import('../features/publications/publication-page')),
  },
  {
    path: '/publications/:id/purchases',
    access: 'purchase:read',
    Page: lazy(() => import('../features/publications/publication-rows-page')),
  },
  {
    path: '/purchase-imports',
    access: 'purchase-import:write',
    Page: lazy(() => import('../features/purchase-imports/purchase-imports-page')),
  },
  {
    path: '/purchase-imports/:id',
    access: 'purchase-import:write',
    Page: lazy(() => import('../features/purchase-imports/purchase-import-page')),
  },
  {
    path: '/purchase-recounts',
    access: 'purchase-recount:read',
    Page: lazy(() => import('../features/purchase-recounts/purchase-recounts-page')),
  },
  { path: '/users', access: 'user:manage', Page: lazy(() => import('../features/users/users-page')) },
  {
    path: '/users/new',
    access: 'user:manage',
    Page: lazy(() => import('../features/users/user-create-page')),
  },
  { path: '/users/:id', access: 'user:manage', Page: lazy(() => import('../features/users/user-page')) },
  {
    path: '/institutions',
    access: 'department:manage',
    Page: lazy(() => import('../features/institutions/institutions-page')),
  },
  {
    path: '/institutions/:id',
    access: 'department:manage',
    Page: lazy(() => import('../features/institutions/institution-page')),
  },
  {
    path: '/suppliers',
    access: 'everybody',
    Page: lazy(() => import('../features/suppliers/suppliers-page')),
  },
  {
    path: '/suppliers/compare',
    access: 'everybody',
    Page: lazy(() => import('../features/suppliers/compare-page')),
  },
  {
    path: '/suppliers/:id',
    access: 'everybody',
    Page: lazy(() => import('../features/suppliers/supplier-page')),
  },
  {
    path: '/enterprise',
    access: 'company:write',
    Page: lazy(() => import('../features/enterprise/company-page')),
  },
  {
    path: '/enterprise/edit',
    access: 'company:write',
    Page: lazy(() => import('../features/enterprise/company-edit-page')),
  },
  {
    path: '/enterprise/certificates',
    access: 'company:write',
    Page: lazy(() => import('../features/enterprise/certificates-page')),
  },
  {
    path: '/enterprise/certificates/new',
    access: 'company:write',
    Page: lazy(() => import('../features/enterprise/certificate-form-page')),
  },
  {
    path: '/enterprise/certificates/:id/edit',
    access: 'company:write',
    Page: lazy(() => import('../features/enterprise/certificate-form-page')),
  },
  {
    path: '/enterprise/claims',
    access: 'supplier-claim:write',
    Page: lazy(() => import('../features/enterprise/claim-page')),
  },
  {
    path: '/supplier-requests',
    access: 'supplier-request:read',
    Page: lazy(() => import('../features/supplier-requests/supplier-requests-page')),
  },
  {
    path: '/supplier-requests/new',
    access: 'supplier-request:write',
    Page: lazy(() => import('../features/supplier-requests/supplier-request-new-page')),
  },
  {
    path: '/supplier-requests/:id',
    access: 'supplier-request:read',
    Page: lazy(() => import('../features/supplier-requests/supplier-request-page')),
  },
  {
    path: '/enterprise/catalogue',
    access: 'company:write',
    Page: lazy(() => import('../features/catalogue/own-catalogue-page')),
  },
  {
    path: '/enterprise/catalogue/new',
    access: 'company:write',
    Page: lazy(() => import('../features/catalogue/new-item-page')),
  },
  {
    path: '/enterprise/catalogue/:id',
    access: 'company:write',
    Page: lazy(() => import('../features/catalogue/item-page')),
  },
  {
    path: '/suppliers/:id/catalogue',
    access: 'supplier:write',
    Page: lazy(() => import('../features/catalogue/supplier-catalogue-page')),
  },
  {
    path: '/suppliers/:id/catalogue/new',
    access: 'supplier:write',
    Page: lazy(() => import('../features/catalogue/new-item-page')),
  },
  {
    path: '/catalogue-items/:id',
    access: 'supplier:write',
    Page: lazy(() => import('../features/catalogue/item-page')),
  },
  {
    path: '/direct-award-rules',
    access: 'member',
    Page: lazy(() => import('../features/direct-award/award-rules-page')),
  },
  {
    path: '/shortlists',
    access: 'everybody',
    Page: lazy(() => import('../features/shortlists/shortlists-page')),
  },
  {
    path: '/shortlists/:id',
    access: 'shortlist:own',
    Page: lazy(() => import('../features/shortlists/shortlist-page')),
  },
  {
    path: '/suppliers/new',
    access: 'supplier:write',
    Page: lazy(() => import('../features/supplier-register/supplier-new-page')),
  },
  {
    path: '/suppliers/:id/register',
    access: 'supplier:write',
    Page: lazy(() => import('../features/supplier-register/supplier-register-page')),
  },
  {
    path: '/supplier-verifications',
    access: 'supplier:verify',
    Page: lazy(() => import('../features/supplier-register/supplier-verifications-page')),
  },
  {
    path: '/certification-validity-rules',
    access: 'certification-rule:manage',
    Page: lazy(() => import('../features/supplier-register/validity-rules-page')),
  },
  {
    path: '/supplier-imports',
    access: 'supplier-import:write',
    Page: lazy(() => import('../features/supplier-imports/supplier-imports-page')),
  },
  {
    path: '/supplier-imports/:id',
    access: 'supplier-import:write',
    Page: lazy(() => import('../features/supplier-imports/supplier-import-page')),
  },
  {
    path: '/supplier-reviews',
    access: 'supplier-import:write',
    Page: lazy(() => import('../features/supplier-reviews/supplier-reviews-page')),
  },
  {
    path: '/suppliers/:id/merge',
    access: 'supplier-import:write',
    Page: lazy(() => import('../features/supplier-reviews/supplier-merge-page')),
  },
  { path: '/kpis', access: 'kpi:read', Page: lazy(() => import('../features/kpis/kpi-board-page')) },
  {
    path: '/kpis/compare',
    access: 'kpi:read',
    Page: lazy(() => import('../features/kpis/kpi-comparison-page')),
  },
  { path: '/budgets', access: 'kpi:read', Page: lazy(() => import('../features/budgets/budgets-page')) },
  { path: '/audit-events', access: 'audit:read', Page: lazy(() => import('../features/audit/audit-page')) },
  {
    path: '/channels',
    access: 'channel:read',
    Page: lazy(() => import('../features/channels/channels-page')),
  },
  {
    path: '/access-log',
    access: 'access-log:read',
    Page: lazy(() => import('../features/access-log/access-log-page')),
  },
  ...SUPPORT_ROUTES,
  ...FAIR_ROUTES,
];
