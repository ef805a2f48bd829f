import { applyListRefusal, isRefusal, LIST_VERDICTS } from '@ieum/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { ProgressBar } from '../../components/progress-bar';
import { PageSkeleton } from '../../components/skeleton';
import { StatCard } from '../../components/stat-card';
import { Tabs } from '../../components/tabs';
import { useLanguage, useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { refusalSentence } from '../../lib/refusal-sentence';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { useUrlState } from '../../lib/use-url-state';
import { applyList, chooseRows, isBusy, listQuery, LISTS_KEY, undoList, type SupplierImport } from './api';
import { ListManifest } from './list-manifest';
import { ListOutcome } from './list-outcome';
import { ListRows, type RowChoice } from './list-rows';
import { ListStateBadge } from './list-state-badge';
import { listMessages } from './messages';

const STATE = { tab: '' } as const;

export default function SupplierImportPage() {
  const t = useMessages(listMessages);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(listQuery(id));
  if (error && data === undefined) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageSkeleton label={t('loading')} />;
  return <ListSteps one={data} />;
}

/** A list on its way: dry run, choices, application, undoing. Closing the page stops nothing. */
function ListSteps({ one }: { readonly one: SupplierImport }) {
  const t = useMessages(listMessages);
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const working = isBusy(one);

  // What a finished job wrote or took back is on every other screen too.
  useEffect(() => {
    if (!working)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== LISTS_KEY[0] });
  }, [client, working]);

  const send = async (step: () => Promise<SupplierImport>) => {
    setSending(true);
    setFailure(null);
    try {
      client.setQueryData(listQuery(one.id).queryKey, await step());
      key.renew();
    } catch (error) {
      setFailure(error);
    }
    await client.invalidateQueries({ queryKey: LISTS_KEY });
    setSending(false);
  };

  return (
    <div className="stack">
      <PageHeader title={one.fileName} crumbs={[{ label: t('title'), to: '/supplier-imports' }]} />
      <div className="cluster">
        <ListStateBadge state={one.state} />
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
      <ListOutcome
        one={one}
        busy={sending}
        onUndo={() => void send(() => undoList(one.id, key.headersFor(['undo', one.version])))}
      />
      {one.state === 'checked' && (
        <Application
          one={one}
          busy={sending}
          onApply={() => void send(() => applyList(one.id, key.headersFor(['apply', one.version])))}
        />
      )}
      {!working && one.state !== 'failed' && (
        <Rows
          one={one}
          busy={sending}
          onChoose={(choice) => void send(() => chooseRows(one, { rows: [choice] }))}
        />
      )}
      <ListManifest one={one} />
    </div>
  );
}

interface RowsProps {
  readonly one: SupplierImport;
  readonly busy: boolean;
  readonly onChoose: (choice: RowChoice) => void;
}

function Rows({ one, busy, onChoose }: RowsProps) {
  const t = useMessages(listMessages);
  const [state, change] = useUrlState(STATE);
  const kept = one.undoOutcomes.find(({ outcome }) => outcome === 'kept')?.count ?? 0;
  const found = LIST_VERDICTS.map((shown) => ({
    shown,
    count: one.counts.find(({ verdict }) => verdict === shown)?.count ?? 0,
  }));
  const tabs = [...(kept > 0 ? [{ shown: 'kept' as const, count: kept }] : []), ...found].filter(
    ({ count }) => count > 0,
  );
  const selected = tabs.find(({ shown }) => shown === state.tab)?.shown ?? tabs[0]?.shown ?? '';
  return (
    <Tabs
      label={t('verdicts')}
      selected={selected}
      onSelect={(tab) => change({ tab })}
      items={tabs.map(({ shown, count }) => ({
        id: shown,
        label: t('tab', { name: t(`verdict_${shown}`), count }),
        content: (
          <div className="stack">
            <p>{t(`why_${shown}`)}</p>
            <ListRows one={one} shown={shown} total={count} busy={busy} onChoose={onChoose} />
          </div>
        ),
      }))}
    />
  );
}

interface ApplicationProps {
  readonly one: SupplierImport;
  readonly busy: boolean;
  readonly onApply: () => void;
}

function Application({ one, busy, onApply }: ApplicationProps) {
  const t = useMessages(listMessages);
  const [asking, setAsking] = useState(false);
  const { state, usableRows, writtenRows } = one;
  const isSameFile = one.sameFileAppliedAs !== null;
  const refused = applyListRefusal({ state, usableRows, sameFileApplied: isSameFile });
  return (
    <>
      {isSameFile && (
        <Notice
          tone="warning"
          title={t('sameFileTitle')}
          action={
            <LinkButton to={`/supplier-imports/${one.sameFileAppliedAs}`} variant="secondary" size="small">
              {t('showSameFile')}
            </LinkButton>
          }
        >
          {t('sameFileText')}
        </Notice>
      )}
      <p>{t('dryRunText')}</p>
      <div className="card-grid">
        <StatCard label={t('usable')} value={String(usableRows)} />
        <StatCard label={t('written')} value={String(writtenRows)} />
      </div>
      <div className="cluster">
        {refused === null ? (
          <Button busy={busy} onClick={() => setAsking(true)}>
            {t('apply', { count: usableRows })}
          </Button>
        ) : (
          !isSameFile && <p>{t('applyNothing')}</p>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onApply();
        }}
        title={t('applyTitle')}
        confirmLabel={t('apply', { count: usableRows })}
      >
        <p>{t('applyText', { count: writtenRows })}</p>
      </ConfirmDialog>
    </>
  );
}

function LastFailure({ one }: { readonly one: SupplierImport }) {
  const t = useMessages(listMessages);
  const { language } = useLanguage();
  const sentence = useProblemSentence();
  if (one.failure === null || isBusy(one)) return null;
  const refused: unknown = one.failure;
  const headings = one.failure.details['headings'];
  return (
    <Notice tone="danger" live title={t(one.state === 'failed' ? 'failedTitle' : 'failed')}>
      {typeof headings === 'string'
        ? t('missingHeadings', { headings })
        : isRefusal(refused)
          ? refusalSentence(refused, language)
          : sentence(null)}
    </Notice>
  );
}
