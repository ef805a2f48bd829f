import { useQuery } from '@tanstack/react-query';
import { useRef, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../components/icon';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { latestNoticesQuery } from './api';
import { noticeMessages } from './messages';
import { useNoticeSentence } from './notice-sentence';
import { useReadNotices } from './use-read-notices';
import './notice-bell.css';

/** The newest notices behind the bell of the header, with the number of unread ones. */
export function NoticeBell() {
  const t = useMessages(noticeMessages);
  const { language } = useLanguage();
  const sentence = useNoticeSentence();
  const { data } = useQuery(latestNoticesQuery);
  const reading = useReadNotices();
  const box = useRef<HTMLDetailsElement>(null);
  const summary = useRef<HTMLElement>(null);
  const close = () => {
    if (box.current) box.current.open = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !box.current?.open) return;
    close();
    summary.current?.focus();
  };
  const unread = data?.unreadCount ?? 0;
  const items = data?.items ?? [];
  return (
    <details
      className="notice-bell"
      ref={box}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <summary className="header-button" ref={summary}>
        <Icon name="bell" size={22} />
        <span className="visually-hidden">{unread > 0 ? t('bell', { count: unread }) : t('bellNone')}</span>
        {unread > 0 && (
          <span className="notice-bell__count" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </summary>
      <div className="notice-bell__list">
        {items.length === 0 && <p className="notice-bell__none">{t('none')}</p>}
        <ul>
          {items.map((notice) => (
            <li key={notice.id} className={notice.isRead ? undefined : 'notice-bell__unread'}>
              <Link
                to={notice.link ?? '/notices'}
                onClick={() => {
                  if (!notice.isRead) reading.mutate([notice.id]);
                  close();
                }}
              >
                {!notice.isRead && <span className="visually-hidden">{t('unread')}</span>}
                {sentence(notice)}
              </Link>
              <span className="field__hint">{showInstant(notice.createdAt, language)}</span>
            </li>
          ))}
        </ul>
        <Link to="/notices" className="notice-bell__all" onClick={close}>
          {t('showAll')}
        </Link>
      </div>
    </details>
  );
}
