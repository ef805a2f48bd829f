import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { useMessages } from '../../lib/language';
import { catalogueMessages } from './messages';

/** In the place of a catalogue for an account that is not tied to an enterprise yet. */
export function NoEnterprise() {
  const t = useMessages(catalogueMessages);
  return (
    <div className="stack">
      <PageHeader title={t('title')} />
      <div className="panel">
        <EmptyState
          icon="supplier"
          title={t('noEnterpriseTitle')}
          text={t('noEnterpriseText')}
          action={<LinkButton to="/">{t('toHome')}</LinkButton>}
        />
      </div>
    </div>
  );
}
