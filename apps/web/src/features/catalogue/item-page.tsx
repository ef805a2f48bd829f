import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { LoadFailed } from '../../components/load-failed';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { itemQuery } from './api';
import { ItemEditor } from './item-editor';
import { catalogueMessages } from './messages';

/** Reads the item first: the form starts from what is saved now. */
export default function ItemPage() {
  const t = useMessages(catalogueMessages);
  const { id = '' } = useParams();
  const item = useQuery({ ...itemQuery(id), refetchOnWindowFocus: false, staleTime: 0, gcTime: 0 });
  // A reading in the background that fails must not take the form away.
  if (item.data === undefined && item.error)
    return <LoadFailed error={item.error} onRetry={() => void item.refetch()} />;
  if (item.data === undefined) return <PageSkeleton label={t('loading')} />;
  return <ItemEditor key={id} start={item.data} />;
}
