import type { ReactNode } from 'react';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { useMessages } from '../../../lib/language';
import { useUser } from '../../../lib/session';
import { myFairMessages } from './my-fair-messages';

/** What belongs to an enterprise; an account that has none is led to claiming it. */
export function NoEnterprise({ children }: { readonly children: ReactNode }) {
  const t = useMessages(myFairMessages);
  const { enterpriseId } = useUser();
  if (enterpriseId !== null) return children;
  return (
    <EmptyState
      icon="supplier"
      title={t('noEnterprise')}
      text={t('noEnterpriseText')}
      action={<LinkButton to="/enterprise/claims">{t('claim')}</LinkButton>}
    />
  );
}
