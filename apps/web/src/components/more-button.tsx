import { useMessages } from '../lib/language';
import { Button } from './button';
import { componentMessages } from './messages';
import './more-button.css';

interface MoreButtonProps {
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** The next page of a list with a cursor (`fetchNextPage` of useInfiniteQuery), under what is shown already. */
export function MoreButton({ hasMore, loading, onMore }: MoreButtonProps) {
  const t = useMessages(componentMessages);
  return (
    <div className="more-button no-print" role="status">
      {hasMore ? (
        <Button variant="secondary" busy={loading} onClick={onMore}>
          {loading ? t('moreLoading') : t('more')}
        </Button>
      ) : (
        <span>{t('allShown')}</span>
      )}
    </div>
  );
}
