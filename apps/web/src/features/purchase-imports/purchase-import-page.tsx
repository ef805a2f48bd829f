import { changeImportRefusal, isRefusal } from '@ieum/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { Disclosure } from '../../components/disclosure';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { ProgressBar } from '../../components/progress-bar';
import { PageSkeleton } from '../../components/skeleton';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { useProblemSentence } from '../../lib/problem-sentences';
import { refusalSentence } from '../../lib/refusal-sentence';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import {
  applyImport,
  changeImport,
  importQuery,
  IMPORTS_KEY,
  isBusy,
  undoImport,
  type PurchaseImport,
} from './api';
import { ColumnMapping } from './column-mapping';
import { DryRun } from './dry-run';
import { ImportStateBadge } from './import-state-badge';
import { importMessages } from './messages';

export default function PurchaseImportPage() {
  const t = useMessages(importMessages);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(importQuery(id));
  if (error && data === undefined) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton label={t('loading')} />;
  return <ImportSteps one={data} />;
}

/** A file on its way: mapping, dry run, application, undoing. Closing the page stops nothing. */
function ImportSteps({ one }: { readonly one: PurchaseImport }) {
  const t = useMessages(importMessages);
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const working = isBusy(one);

  // What a finished job wrote or took back is on every other screen too.
  useEffect(() => {
    if (!working)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== IMPORTS_KEY[0] });
  }, [client, working]);

  const send = async (step: () => Promise<PurchaseImport>) => {
    setSending(true);
    setFailure(null);
    try {
      client.setQueryData(importQuery(one.id).queryKey, await step());
      key.renew();
    } catch (error) {
      setFailure(error);
    }
    await client.invalidateQueries({ queryKey: IMPORTS_KEY });
    setSending(false);
  };

  return (
    <div className="stack">
      <PageHeader title={one.fileName} crumbs={[{ label: t('title'), to: '/purchase-imports' }]} />
      <div className="cluster">
        <ImportStateBadge state={one.state} />
      </div>
      {working && (
        <div className="panel">
          <ProgressBar
            label={t(`state_${one.state}`)}
            done={one.job?.done ?? 0}
            total={one.job?.total ?? null}
          />
        </div>
      )}
      {failure !== null && (
        <Notice tone="danger" live title={t('failed')}>
          {sentence(failure)}
        </Notice>
      )}
      <LastFailure one={one} />
      <Outcome
        one={one}
        busy={sending}
        onUndo={() => void send(() => undoImport(one.id, key.headersFor(['undo', one.version])))}
      />
      {changeImportRefusal(one.state) === null && one.headings.length > 0 && (
        <Disclosure title={t('mappingTitle')} open={one.state === 'failed'}>
          <ColumnMapping
            key={one.job?.id}
            one={one}
            busy={sending}
            onChange={(change) => void send(() => changeImport(one, change))}
          />
        </Disclosure>
      )}
      {(one.state === 'checked' || one.state === 'applied' || one.state === 'undone') && (
        <DryRun
          one={one}
          busy={sending}
          onChoose={(change) => void send(() => changeImport(one, change))}
          onApply={() => void send(() => applyImport(one.id, key.headersFor(['apply', one.version])))}
        />
      )}
    </div>
  );
}

function LastFailure({ one }: { readonly one: PurchaseImport }) {
  const t = useMessages(importMessages);
  const { language } = useLanguage();
  const sentence = useProblemSentence();
  if (one.failure === null || isBusy(one)) return null;
  const refused: unknown = one.failure;
  return (
    <Notice tone="danger" live title={t(one.state === 'failed' ? 'failedTitle' : 'failedOther')}>
      {isRefusal(refused) ? refusalSentence(refused, language) : sentence(null)}
    </Notice>
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
  const [asking, setAsking] = useState(false);
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
        <Button variant="danger" size="small" busy={busy} onClick={() => setAsking(true)}>
          {t('undo')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onUndo();
        }}
        title={t('undoTitle')}
        confirmLabel={t('undoConfirm')}
        danger
      >
        <p>{t('undoText', { count })}</p>
      </ConfirmDialog>
    </Notice>
  );
}
