import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { LoadFailed } from '../../components/load-failed';
import { MoreButton } from '../../components/more-button';
import { PageHeader } from '../../components/page-header';
import { RadioGroup } from '../../components/radio-group';
import { Skeleton } from '../../components/skeleton';
import { StateBadge } from '../../components/state-badge';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useUrlState } from '../../lib/use-url-state';
import { noticePagesQuery } from './api';
import { noticeMessages } from './messages';
import { useNoticeSentence } from './notice-sentence';
import { useReadNotices } from './use-read-notices';
import './notices-page.css';

const VIEW = { show: 'all' } as const;

export default function NoticesPage() {
  const t = useMessages(noticeMessages);
  const { language } = useLanguage();
  const sentence = useNoticeSentence();
  const [view, change] = useUrlState(VIEW);
  const unreadOnly = view.show === 'unread';
  const pages = useInfiniteQuery(noticePagesQuery(unreadOnly));
  const reading = useReadNotices();
  const notices = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = notices.filter((notice) => !notice.isRead);
  return (
    <div className="stack">
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          unread.length > 0 && (
            <Button
              variant="secondary"
              icon="check"
              busy={reading.isPending}
              onClick={() => reading.mutate(unread.map((notice) => notice.id))}
            >
              {t('markAll')}
            </Button>
          )
        }
      />
      <RadioGroup
        name="notice-filter"
        label={t('filter')}
        inline
        value={unreadOnly ? 'unread' : 'all'}
        onChange={(show) => change({ show })}
        options={[
          { value: 'all', label: t('filterAll') },
          { value: 'unread', label: t('filterUnread') },
        ]}
      />
      {pages.error && <LoadFailed error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton height="20rem" />}
      {pages.data && notices.length === 0 && (
        <EmptyState icon="bell" title={t(unreadOnly ? 'noneUnread' : 'none')} />
      )}
      {notices.length > 0 && (
        <>
          <ul className="notice-list" aria-label={t('list')}>
            {notices.map((notice) => (
              <li key={notice.id} className={notice.isRead ? undefined : 'notice-list__unread'}>
                <div>
                  <p className="notice-list__text">{sentence(notice)}</p>
                  <p className="field__hint">{showInstant(notice.createdAt, language)}</p>
                </div>
                <div className="cluster">
                  {!notice.isRead && <StateBadge tone="information" label={t('unread')} icon="bell" />}
                  {notice.link !== null && (
                    <Link
                      to={notice.link}
                      className="button button--secondary button--small"
                      onClick={() => !notice.isRead && reading.mutate([notice.id])}
                    >
                      {t('open')}
                    </Link>
                  )}
                  {!notice.isRead && (
                    <Button variant="text" size="small" onClick={() => reading.mutate([notice.id])}>
                      {t('markRead')}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
          <MoreButton
            hasMore={pages.hasNextPage}
            loading={pages.isFetchingNextPage}
            onMore={() => void pages.fetchNextPage()}
          />
        </>
      )}
    </div>
  );
}
