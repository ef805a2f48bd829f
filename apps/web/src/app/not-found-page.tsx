import { EmptyState } from '../components/empty-state';
import { LinkButton } from '../components/link-button';
import { useMessages } from '../lib/language';
import { layoutMessages } from './messages';

export function NotFoundPage() {
  const t = useMessages(layoutMessages);
  return (
    <div className="panel">
      <title>{`${t('notFoundTitle')} · ${t('product')}`}</title>
      <h1 className="visually-hidden">{t('notFoundTitle')}</h1>
      <EmptyState
        icon="search"
        title={t('notFoundTitle')}
        text={t('notFoundText')}
        action={<LinkButton to="/">{t('toHome')}</LinkButton>}
      />
    </div>
  );
}
