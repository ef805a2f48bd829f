import type { Permission } from '@ieum/domain';
import type { IconName } from '../components/icon';
import type { LayoutMessageKey } from './messages';

/** `everybody` = also without an account; `member` = any signed-in person. */
export type Access = 'everybody' | 'member' | Permission;

/** Reached from the account menu; the only page while the first password must be changed. */
export const PASSWORD_PATH = '/account/password';

export interface NavigationEntry {
  readonly path: string;
  readonly messageKey: LayoutMessageKey;
  readonly permission: Access;
  readonly icon: IconName;
}

export interface NavigationGroup {
  readonly messageKey: LayoutMessageKey;
  readonly entries: readonly NavigationEntry[];
}

/** The side navigation in order; every path is in the table of routes, with the same access. */
export const NAVIGATION: readonly NavigationGroup[] = [
  {
    messageKey: 'groupWork',
    entries: [
      { path: '/', messageKey: 'home', permission: 'member', icon: 'home' },
      { path: '/demand-surveys', messageKey: 'demandSurveys', permission: 'survey:read', icon: 'survey' },
      { path: '/purchase-targets', messageKey: 'purchaseTargets', permission: 'target:read', icon: 'target' },
      { path: '/purchases', messageKey: 'purchases', permission: 'purchase:read', icon: 'list' },
      {
        path: '/purchase-imports',
        messageKey: 'purchaseImports',
        permission: 'purchase-import:write',
        icon: 'upload',
      },
      { path: '/purchase-periods', messageKey: 'purchasePeriods', permission: 'period:read', icon: 'period' },
      {
        path: '/purchase-recounts',
        messageKey: 'purchaseRecounts',
        permission: 'purchase-recount:read',
        icon: 'certificate',
      },
      {
        path: '/supplier-requests',
        messageKey: 'supplierRequests',
        permission: 'supplier-request:read',
        icon: 'mail',
      },
    ],
  },
  {
    messageKey: 'groupSupport',
    entries: [
      { path: '/visits', messageKey: 'visits', permission: 'support-work:read', icon: 'calendar' },
      {
        path: '/visit-planning',
        messageKey: 'visitPlanning',
        permission: 'support-work:read',
        icon: 'survey',
      },
      { path: '/consultations', messageKey: 'consultations', permission: 'support-work:read', icon: 'phone' },
      {
        path: '/education-sessions',
        messageKey: 'educationSessions',
        permission: 'support-work:read',
        icon: 'calendar',
      },
      { path: '/needs', messageKey: 'needs', permission: 'support-work:read', icon: 'list' },
      { path: '/matches', messageKey: 'matches', permission: 'match:read', icon: 'columns' },
      { path: '/contracts', messageKey: 'contracts', permission: 'contract:read', icon: 'copy' },
      {
        path: '/chains/conversion',
        messageKey: 'conversion',
        permission: 'support-work:read',
        icon: 'chart',
      },
      {
        path: '/supplier-surveys',
        messageKey: 'supplierSurveys',
        permission: 'support-work:read',
        icon: 'survey',
      },
      { path: '/support-teams', messageKey: 'supportTeams', permission: 'support-team:read', icon: 'users' },
    ],
  },
  {
    messageKey: 'groupFairs',
    entries: [
      { path: '/fairs', messageKey: 'fairs', permission: 'fair:read', icon: 'calendar' },
      {
        path: '/fair-follow-ups',
        messageKey: 'fairFollowUps',
        permission: 'fair-desk:run',
        icon: 'check',
      },
      { path: '/my-fairs', messageKey: 'ownFairs', permission: 'fair:exhibit', icon: 'calendar' },
      { path: '/open-fairs', messageKey: 'openFairs', permission: 'everybody', icon: 'publication' },
    ],
  },
  {
    messageKey: 'groupEnterprise',
    entries: [
      {
        path: '/enterprise',
        messageKey: 'ownCompany',
        permission: 'company:write',
        icon: 'supplier',
      },
      {
        path: '/enterprise/certificates',
        messageKey: 'ownCertificates',
        permission: 'company:write',
        icon: 'certificate',
      },
      {
        path: '/enterprise/catalogue',
        messageKey: 'ownCatalogue',
        permission: 'company:write',
        icon: 'image',
      },
      {
        path: '/enterprise/surveys',
        messageKey: 'ownSurveys',
        permission: 'supplier-survey:answer',
        icon: 'survey',
      },
    ],
  },
  {
    messageKey: 'groupFigures',
    entries: [
      { path: '/achievements', messageKey: 'achievements', permission: 'achievement:read', icon: 'chart' },
      { path: '/rankings', messageKey: 'rankings', permission: 'everybody', icon: 'ranking' },
      { path: '/publications', messageKey: 'publications', permission: 'everybody', icon: 'publication' },
    ],
  },
  {
    messageKey: 'groupPrograms',
    entries: [
      { path: '/kpis', messageKey: 'kpis', permission: 'kpi:read', icon: 'chart' },
      { path: '/budgets', messageKey: 'budgets', permission: 'kpi:read', icon: 'scales' },
      { path: '/channels', messageKey: 'channels', permission: 'channel:read', icon: 'supplier' },
    ],
  },
  {
    messageKey: 'groupRegisters',
    entries: [
      { path: '/suppliers', messageKey: 'suppliers', permission: 'everybody', icon: 'supplier' },
      { path: '/shortlists', messageKey: 'shortlists', permission: 'everybody', icon: 'bookmark' },
      {
        path: '/supplier-verifications',
        messageKey: 'supplierVerifications',
        permission: 'supplier:verify',
        icon: 'check',
      },
      {
        path: '/direct-award-rules',
        messageKey: 'directAwardRules',
        permission: 'member',
        icon: 'scales',
      },
      {
        path: '/supplier-imports',
        messageKey: 'supplierImports',
        permission: 'supplier-import:write',
        icon: 'upload',
      },
      {
        path: '/supplier-reviews',
        messageKey: 'supplierReviews',
        permission: 'supplier-import:write',
        icon: 'scales',
      },
      {
        path: '/institutions',
        messageKey: 'institutions',
        permission: 'department:manage',
        icon: 'building',
      },
    ],
  },
  {
    messageKey: 'groupAdministration',
    entries: [
      {
        path: '/counting-policies',
        messageKey: 'countingPolicies',
        permission: 'policy:read',
        icon: 'policy',
      },
      {
        path: '/certification-validity-rules',
        messageKey: 'certificationValidityRules',
        permission: 'certification-rule:manage',
        icon: 'certificate',
      },
      { path: '/users', messageKey: 'users', permission: 'user:manage', icon: 'users' },
      { path: '/audit-events', messageKey: 'auditEvents', permission: 'audit:read', icon: 'audit' },
      { path: '/access-log', messageKey: 'accessLog', permission: 'access-log:read', icon: 'audit' },
    ],
  },
];
