import { applyListRefusal, LIST_VERDICTS } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ConfirmedButton } from '../../components/confirmed-button';
import { ImportProgress } from '../../components/import-progress';
import { LinkButton } from '../../components/link-button';
import { LoadFailed } from '../../components/load-failed';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { StatCard } from '../../components/stat-card';
import { Tabs } from '../../components/tabs';
import { importWords } from '../../lib/import-messages';
import { useMessages } from '../../lib/language';
import { useImportSteps } from '../../lib/use-import-steps';
import { useUrlState } from '../../lib/use-url-state';
import { applyList, chooseRows, listQuery, LISTS_KEY, undoList, type SupplierImport } from './api';
import { ListManifest } from './list-manifest';
import { ListOutcome } from './list-outcome';
import { ListRows, type RowChoice } from './list-rows';
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

/** A list on its way: dry run, choices, application, undoing. */
function ListSteps({ one }: { readonly one: SupplierImport }) {
  const t = useMessages(listMessages);
  const word = useMessages(importWords);
  const steps = useImportSteps(one, LISTS_KEY);
  const { sending, send, headersFor } = steps;
  const headings = one.failure?.details['headings'];
  return (
    <div className="stack">
      <PageHeader title={one.fileName} crumbs={[{ label: t('title'), to: '/supplier-imports' }]} />
      <ImportProgress
        one={one}
        steps={steps}
        failedTitle={one.state === 'failed' ? t('failedTitle') : word('failed')}
        failedText={typeof headings === 'string' ? t('missingHeadings', { headings }) : undefined}
      />
      <ListOutcome
        one={one}
        busy={sending}
        onUndo={() => send(() => undoList(one.id, headersFor(['undo', one.version])))}
      />
      {one.state === 'checked' && (
        <Application
          one={one}
          busy={sending}
          onApply={() => send(() => applyList(one.id, headersFor(['apply', one.version])))}
        />
      )}
      {!steps.working && one.state !== 'failed' && (
        <Rows
          one={one}
          busy={sending}
          onChoose={(choice) => send(() => chooseRows(one, { rows: [choice] }))}
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
          <ConfirmedButton
            label={t('apply', { count: usableRows })}
            busy={busy}
            title={t('applyTitle')}
            onConfirm={onApply}
          >
            <p>{t('applyText', { count: writtenRows })}</p>
          </ConfirmedButton>
        ) : (
          !isSameFile && <p>{t('applyNothing')}</p>
        )}
      </div>
    </>
  );
}
