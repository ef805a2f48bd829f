import { applyImportRefusal, IMPORT_ROW_CLASSES } from '@ieum/domain';
import { ConfirmedButton } from '../../components/confirmed-button';
import { StatCard } from '../../components/stat-card';
import { Tabs } from '../../components/tabs';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { useUrlState } from '../../lib/use-url-state';
import type { ImportChange, PurchaseImport } from './api';
import { ImportRows } from './import-rows';
import { importMessages } from './messages';

interface DryRunProps {
  readonly one: PurchaseImport;
  readonly busy: boolean;
  readonly onChoose: (change: ImportChange) => void;
  readonly onApply: () => void;
}

const STATE = { tab: 'all' } as const;
const RANGES_SHOWN = 12;

/** Which rows are what, before anything is written. */
export function DryRun({ one, busy, onChoose, onApply }: DryRunProps) {
  const t = useMessages(importMessages);
  const [state, change] = useUrlState(STATE);
  const count = one.importableRows;
  const refused = applyImportRefusal({ state: one.state, importable: count });
  const classes = classesOf(one);
  const selected = classes.some((summary) => summary.class === state.tab) ? state.tab : 'all';
  const total = classes.reduce((sum, summary) => sum + summary.count, 0);
  return (
    <div className="stack">
      {one.state === 'checked' && (
        <>
          <p>{t('dryRunText')}</p>
          <div className="card-grid">
            <StatCard
              label={t('importable')}
              value={t('importableValue', { count })}
              note={t('importableSum', { amount: showKrw(one.importableKrw) })}
            />
          </div>
          <div className="cluster">
            {refused === null ? (
              <ConfirmedButton
                label={t('apply', { count })}
                busy={busy}
                title={t('applyTitle', { count })}
                onConfirm={onApply}
              >
                <p>{t('applyText', { amount: showKrw(one.importableKrw) })}</p>
              </ConfirmedButton>
            ) : (
              <p>{t('applyNothing')}</p>
            )}
          </div>
        </>
      )}
      <Tabs
        label={t('classes')}
        selected={selected}
        onSelect={(tab) => change({ tab })}
        items={[
          {
            id: 'all',
            label: t('classTab', { name: t('classAll'), count: total }),
            content: (
              <div className="stack">
                <ClassSummary one={one} />
                <ImportRows one={one} rowClass={null} total={total} busy={busy} onChoose={onChoose} />
              </div>
            ),
          },
          ...classes.map((summary) => ({
            id: summary.class,
            label: t('classTab', { name: t(`class_${summary.class}`), count: summary.count }),
            content: (
              <div className="stack">
                <p>{t(`why_${summary.class}`)}</p>
                <ImportRows
                  one={one}
                  rowClass={summary.class}
                  total={summary.count}
                  busy={busy}
                  onChoose={onChoose}
                />
              </div>
            ),
          })),
        ]}
      />
    </div>
  );
}

/** Every class with its row numbers, as they stand in the sheet. */
function ClassSummary({ one }: { readonly one: PurchaseImport }) {
  const t = useMessages(importMessages);
  return (
    <ul className="panel class-summary">
      {classesOf(one).map((summary) => {
        const name = t(`class_${summary.class}`);
        const shown = summary.ranges
          .slice(0, RANGES_SHOWN)
          .map(({ from, to }) => (from === to ? t('rowOne', { from }) : t('rowRange', { from, to })));
        const hidden = summary.ranges
          .slice(RANGES_SHOWN)
          .reduce((sum, { from, to }) => sum + to - from + 1, summary.moreRows);
        if (hidden > 0) shown.push(t('moreRows', { count: hidden }));
        return (
          <li key={summary.class}>
            {summary.sumKrw === 0
              ? t('classRowsOnly', { name, count: summary.count, rows: shown.join(', ') })
              : t('classRows', {
                  name,
                  count: summary.count,
                  amount: showKrw(summary.sumKrw),
                  rows: shown.join(', '),
                })}
          </li>
        );
      })}
    </ul>
  );
}

/** What was found, purchases first, in the order in which it matters. */
function classesOf(one: PurchaseImport) {
  return IMPORT_ROW_CLASSES.flatMap((known) =>
    one.summary.filter((summary) => summary.class === known && summary.count > 0),
  );
}
