import { undoListRefusal } from '@ieum/domain';
import { ConfirmedButton } from '../../components/confirmed-button';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { useMessages } from '../../lib/language';
import type { SupplierImport } from './api';
import { listMessages } from './messages';

interface ListOutcomeProps {
  readonly one: SupplierImport;
  readonly busy: boolean;
  readonly onUndo: () => void;
}

/** What came of an applied list, and the way back. */
export function ListOutcome({ one, busy, onUndo }: ListOutcomeProps) {
  const t = useMessages(listMessages);
  const again = (
    <LinkButton to="/supplier-imports" variant="secondary" size="small">
      {t('again')}
    </LinkButton>
  );
  if (one.state === 'undone') {
    const count = (name: string) => one.undoOutcomes.find(({ outcome }) => outcome === name)?.count ?? 0;
    const [withdrawn, restored, kept] = [count('withdrawn'), count('restored'), count('kept')];
    return (
      <Notice live tone={kept > 0 ? 'warning' : 'information'} title={t('undoneTitle')} action={again}>
        {t('undoneText', { withdrawn, restored, kept })}
      </Notice>
    );
  }
  if (one.state !== 'applied') return null;
  const count = (name: string) => one.outcomes.find(({ outcome }) => outcome === name)?.count ?? 0;
  const review = count('to_review');
  const refused = undoListRefusal({ state: one.state, laterImports: one.laterImports });
  return (
    <Notice tone="success" live title={t('appliedTitle')} action={again}>
      <p>
        {t('appliedText', {
          created: count('created'),
          changed: count('changed'),
          confirmed: count('confirmed'),
          review,
        })}
      </p>
      {count('overtaken') > 0 && <p>{t('overtakenText', { count: count('overtaken') })}</p>}
      {refused !== null && <p>{t('undoLater')}</p>}
      <div className="cluster">
        {review > 0 && (
          <LinkButton to="/supplier-reviews" size="small">
            {t('showReviews')}
          </LinkButton>
        )}
        {refused === null && (
          <ConfirmedButton
            label={t('undo')}
            variant="danger"
            size="small"
            busy={busy}
            title={t('undoTitle')}
            danger
            onConfirm={onUndo}
          >
            <p>{t('undoText')}</p>
          </ConfirmedButton>
        )}
      </div>
    </Notice>
  );
}
