import type { ChainStepKind, Permission } from '@ieum/domain';
import { useMay } from '../../lib/session';
import type { ChainStep } from './api';

const PAGE: Readonly<Record<ChainStepKind, { readonly path: string; readonly needs: Permission }>> = {
  visit: { path: '/visits', needs: 'support-work:read' },
  consultation: { path: '/consultations', needs: 'support-work:read' },
  request: { path: '/supplier-requests', needs: 'supplier-request:read' },
  need: { path: '/needs', needs: 'support-work:read' },
  meeting: { path: '/fairs', needs: 'fair:read' },
  match: { path: '/matches', needs: 'match:read' },
  answer: { path: '/supplier-requests', needs: 'supplier-request:read' },
  selection: { path: '/matches', needs: 'match:read' },
  contract: { path: '/contracts', needs: 'contract:read' },
  purchase: { path: '/purchases', needs: 'purchase:read' },
};

/** The page of a step, for whoever may open it. */
export function useStepLink(): (step: ChainStep) => string | undefined {
  const may = useMay();
  return ({ kind, id, fairId }) => {
    const page = PAGE[kind];
    return may(page.needs) ? `${page.path}/${fairId ?? id}` : undefined;
  };
}
