import type { ReactNode } from 'react';
import { PageHeader } from '../../components/page-header';
import { useMessages } from '../../lib/language';
import { useUser } from '../../lib/session';
import { claimMessages } from './claim-messages';
import { ClaimPanel } from './claim-panel';

interface WithEnterpriseProps {
  readonly children: (enterpriseId: string) => ReactNode;
}

/** A page of the own enterprise; an account that has none yet claims it here. */
export function WithEnterprise({ children }: WithEnterpriseProps) {
  const t = useMessages(claimMessages);
  const { enterpriseId } = useUser();
  if (enterpriseId !== null) return <>{children(enterpriseId)}</>;
  return (
    <div className="stack">
      <PageHeader title={t('title')} description={t('lead')} />
      <ClaimPanel />
    </div>
  );
}
