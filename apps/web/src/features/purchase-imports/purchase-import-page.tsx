import { changeImportRefusal } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ConfirmedButton } from '../../components/confirmed-button';
import { Disclosure } from '../../components/disclosure';
import { ImportProgress } from '../../components/import-progress';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { useImportSteps } from '../../lib/use-import-steps';
import { applyImport, changeImport, importQuery, IMPORTS_KEY, undoImport, type PurchaseImport } from './api';
import { ColumnMapping } from './column-mapping';
import { DryRun } from './dry-run';
import { importMessages } from './messages';

export default function PurchaseImportPage() {
  const t = useMessages(importMessages);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(importQuery(id));
  if (error && data === undefined) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton label={t('loading')} />;
  return <ImportSteps one={data} />;
}

/** A file on its way: mapping, dry run, application, undoing. */
function ImportSteps({ one }: { readonly one: PurchaseImport }) {
  const t = useMessages(importMessages);
  const steps = useImportSteps(one, IMPORTS_KEY);
  const { sending, send, headersFor } = steps;
  return (
    <div className="stack">
      <PageHeader title={one.fileName} crumbs={[{ label: t('title'), to: '/purchase-imports' }]} />
      <ImportProgress
        one={one}
        steps={steps}
        failedTitle={t(one.state === 'failed' ? 'failedTitle' : 'failedOther')}
      />
      <Outcome
        one={one}
        busy={sending}
        onUndo={() => send(() => undoImport(one.id, headersFor(['undo', one.version])))}
      />
      {changeImportRefusal(one.state) === null && one.headings.length > 0 && (
        <Disclosure title={t('mappingTitle')} open={one.state === 'failed'}>
          <ColumnMapping
            key={one.job?.id}
            one={one}
            busy={sending}
            onChange={(change) => send(() => changeImport(one, change))}
          />
        </Disclosure>
      )}
      {(one.state === 'checked' || one.state === 'applied' || one.state === 'undone') && (
        <DryRun
          one={one}
          busy={sending}
          onChoose={(change) => send(() => changeImport(one, change))}
          onApply={() => send(() => applyImport(one.id, headersFor(['apply', one.version])))}
        />
      )}
    </div>
  );
}

interface OutcomeProps {
  readonly one: PurchaseImport;
  readonly busy: boolean;
  readonly onUndo: () => void;
}

function Outcome({ one, busy, onUndo }: OutcomeProps) {
  const t = useMessages(importMessages);
  const { language } = useLanguage();
  const again = (
    <LinkButton to="/purchase-imports" variant="secondary" size="small">
      {t('again')}
    </LinkButton>
  );
  if (one.state === 'undone')
    return (
      <Notice live title={t('undoneTitle')} action={again}>
        {t('undoneText', { at: showInstant(one.undoneAt, language) })}
      </Notice>
    );
  if (one.state !== 'applied') return null;
  const count = one.importableRows;
  return (
    <Notice
      tone="success"
      live
      title={t('appliedTitle', { count, amount: showKrw(one.importableKrw) })}
      action={again}
    >
      <p>{t('appliedText', { at: showInstant(one.appliedAt, language) })}</p>
      <div className="cluster">
        <LinkButton to={`/purchases?fiscalYear=${one.fiscalYear}&importId=${one.id}`} size="small">
          {t('showPurchases')}
        </LinkButton>
        <ConfirmedButton
          label={t('undo')}
          variant="danger"
          size="small"
          busy={busy}
          title={t('undoTitle')}
          confirmLabel={t('undoConfirm')}
          danger
          onConfirm={onUndo}
        >
          <p>{t('undoText', { count })}</p>
        </ConfirmedButton>
      </div>
    </Notice>
  );
}
