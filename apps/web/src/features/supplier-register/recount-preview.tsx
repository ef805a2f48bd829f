import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { useMay } from '../../lib/session';
import { recountPreviewQuery, type RecountQuestion } from './api';
import { registerMessages } from './messages';
import './recount-preview.css';

const SHOWN = 5;

interface RecountPreviewProps {
  /** null = nothing changes yet */
  readonly question: RecountQuestion | null;
}

/** The purchases that would count otherwise, before anything is saved. Only for who may read them. */
export function RecountPreview({ question }: RecountPreviewProps) {
  const t = useMessages(registerMessages);
  const may = useMay();
  const mayRead = may('purchase-recount:read');
  const preview = useQuery(recountPreviewQuery(mayRead ? question : null));
  if (!mayRead || question === null) return null;
  return (
    <section className="recount-preview" aria-label={t('previewTitle')} aria-live="polite">
      <h3>{t('previewTitle')}</h3>
      {preview.isPending && (
        <>
          <span className="visually-hidden">{t('previewLoading')}</span>
          <Skeleton />
        </>
      )}
      {preview.isError && <p>{t('previewFailed')}</p>}
      {preview.data !== undefined &&
        (preview.data.count === 0 ? (
          <p>{t('previewNone')}</p>
        ) : (
          <>
            <p>
              <strong>
                {t('previewCount', { count: preview.data.count, amount: showKrw(preview.data.amountKrw) })}
              </strong>
              {preview.data.institutionCount !== null &&
                ` · ${t('previewInstitutions', { count: preview.data.institutionCount })}`}
            </p>
            <ul>
              {preview.data.items.slice(0, SHOWN).map((row) => (
                <li key={row.purchaseId}>
                  {t('previewRow', {
                    department: row.departmentName,
                    item: row.item,
                    amount: showKrw(row.amountKrw),
                  })}
                </li>
              ))}
            </ul>
            {preview.data.count > SHOWN && <p>{t('previewMore', { count: preview.data.count - SHOWN })}</p>}
            <p>{t('previewLater')}</p>
          </>
        ))}
    </section>
  );
}
