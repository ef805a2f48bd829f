import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { useMessages } from '../../lib/language';
import { useUser } from '../../lib/session';
import { claimMessages } from './claim-messages';
import { ClaimPanel } from './claim-panel';

export default function ClaimPage() {
  const t = useMessages(claimMessages);
  const { enterpriseId } = useUser();
  return (
    <div className="stack">
      <PageHeader title={t('title')} {...(enterpriseId === null ? { description: t('lead') } : {})} />
      {enterpriseId === null ? (
        <ClaimPanel />
      ) : (
        <Notice
          title={t('boundTitle')}
          action={
            <LinkButton size="small" to="/enterprise">
              {t('toCompany')}
            </LinkButton>
          }
        >
          {t('boundText')}
        </Notice>
      )}
    </div>
  );
}
