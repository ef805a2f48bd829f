import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { districtName } from '../../lib/seoul-tiles';
import type { Verification } from './api';
import { verificationMessages } from './verification-messages';

interface VerificationListProps {
  readonly rows: readonly Verification[];
  readonly shownId: string;
  readonly pendingCount: number;
  readonly onShow: (id: string) => void;
}

/** The requests in order; pressing one opens it beside the list. */
export function VerificationList({ rows, shownId, pendingCount, onShow }: VerificationListProps) {
  const t = useMessages(verificationMessages);
  const { language } = useLanguage();
  return (
    <nav className="panel" aria-label={t('list')}>
      <p className="verifications__count">{t('listCount', { count: pendingCount })}</p>
      <ol className="verifications__rows">
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="verifications__row"
              aria-current={row.id === shownId}
              onClick={() => onShow(row.id)}
            >
              <strong>{row.supplierName}</strong>
              <span>
                {[t(`subject_${row.subject}`), districtName(row.districtCode, language)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className="verifications__when">
                {row.state === 'pending'
                  ? t('requestedAt', { day: showInstant(row.requestedAt, language) })
                  : t(`state_${row.state}`)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
