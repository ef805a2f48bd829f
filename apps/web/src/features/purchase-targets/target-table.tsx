import { HAMKKE_NURI_MALL, SOCIAL_ECONOMY, type MoneyUnit } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { UnitSwitch } from '../../components/unit-switch';
import { cycleWords } from '../../lib/cycle-messages';
import type { Cycle } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useMay } from '../../lib/session';
import { wishesQuery, type Target } from './api';
import { HistoryDialog } from './history-dialog';
import { targetMessages } from './messages';
import { ReviseDialog } from './revise-dialog';
import { useSchemes } from './scheme-name';
import { TargetCell } from './target-cell';
import { pasteChanges, pastedBlock, type DepartmentTargets } from './target-grid';
import { TargetStateBadge } from './target-state-badge';
import { TargetTotals } from './target-totals';
import type { TargetEdits } from './use-target-edits';
import './target-table.css';

interface TargetTableProps {
  readonly cycle: Cycle;
  readonly rows: readonly DepartmentTargets[];
  readonly schemes: readonly string[];
  readonly edits: TargetEdits;
  readonly unit: MoneyUnit;
  readonly onUnit: (unit: MoneyUnit) => void;
}

/** Department × scheme: entered like a spreadsheet until it is confirmed, revised with a reason afterwards. */
export function TargetTable({ cycle, rows, schemes, edits, unit, onUnit }: TargetTableProps) {
  const t = useMessages(targetMessages);
  const words = useMessages(cycleWords);
  const sentence = useProblemSentence();
  const may = useMay();
  const titleId = useId();
  const { nameOf } = useSchemes(cycle);
  const { data: wishes } = useQuery(wishesQuery(cycle.id));
  const [note, setNote] = useState<string | null>(null);
  const [revising, setRevising] = useState<Target | null>(null);
  const [history, setHistory] = useState<DepartmentTargets | null>(null);
  const manages = may('target:manage');
  const open = rows.some((row) => Object.values(row.targets).some((one) => one?.state === 'proposed'));

  const wishOf = (departmentId: string, scheme: string) => {
    const survey = wishes?.items.find((one) => one.departmentId === departmentId);
    if (survey === undefined || survey.state === 'draft' || survey.state === 'returned') return null;
    return scheme === SOCIAL_ECONOMY ? survey.wishedTargetKrw : survey.wishedMallTargetKrw;
  };
  const wished = schemes.filter((scheme) => scheme === SOCIAL_ECONOMY || scheme === HAMKKE_NURI_MALL);
  const paste = (text: string, place: { row: number; column: number }) => {
    const { changes, unreadable } = pasteChanges(pastedBlock(text), place, { rows, schemes }, unit);
    edits.change(changes.filter(({ target }) => target.state === 'proposed'));
    setNote(unreadable === 0 ? null : t('pasteUnreadable', { count: unreadable }));
  };
  const cell = (target: Target, name: string, row: number, column: number) => {
    const scheme = nameOf(target.schemeCode);
    const amount = edits.shown(target);
    if (manages && target.state === 'proposed') {
      return (
        <TargetCell
          label={t('targetOf', { name, scheme })}
          amountKrw={amount}
          unit={unit}
          place={{ row, column }}
          waiting={edits.isWaiting(target)}
          placeholder={t('noTarget')}
          onCommit={(targetKrw) => {
            setNote(null);
            edits.change([{ target, targetKrw }]);
          }}
          onWrong={() => setNote(t('cellWrong'))}
          onBlock={(text) => paste(text, { row, column })}
          onUndo={edits.undo}
        />
      );
    }
    const shown = amount === null ? t('noTarget') : showKrw(amount, unit);
    if (!manages || cycle.state === 'closed') return shown;
    return (
      <button
        type="button"
        className="target-table__locked"
        data-cell={`${row}:${column}`}
        onClick={() => setRevising(target)}
      >
        {shown}
        <span className="visually-hidden">{t('reviseOf', { name, scheme })}</span>
      </button>
    );
  };

  return (
    <div className="target-table stack stack--tight">
      <div className="cluster cluster--spread">
        <h2 id={titleId}>{t('table')}</h2>
        <div className="cluster no-print">
          {manages && open && (
            <>
              <span role="status">
                {edits.waiting > 0
                  ? t('saving', { count: edits.waiting })
                  : edits.canUndo
                    ? t('allSaved')
                    : ''}
              </span>
              <Button variant="text" size="small" disabled={!edits.canUndo} onClick={edits.undo}>
                {t('undo')}
              </Button>
            </>
          )}
          <UnitSwitch unit={unit} onChange={onUnit} />
        </div>
      </div>
      {manages && <p className="field__hint no-print">{t(open ? 'keys' : 'lockedHint')}</p>}
      {note !== null && (
        <Notice tone="warning" live>
          {note}
        </Notice>
      )}
      {edits.error !== null && (
        <Notice tone="danger" live>
          {sentence(edits.error)}
        </Notice>
      )}
      <div className="target-table__scroll" role="region" aria-labelledby={titleId} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('department')}</th>
              <th scope="col" className="target-table__aside">
                {t('group')}
              </th>
              {wished.map((scheme) => (
                <th key={`wish-${scheme}`} scope="col" className="target-table__number target-table__aside">
                  {t('wishOf', { scheme: nameOf(scheme) })}
                </th>
              ))}
              {schemes.map((scheme) => (
                <th key={scheme} scope="col" className="target-table__number">
                  {nameOf(scheme)}
                </th>
              ))}
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('history')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.departmentId}>
                <th scope="row">{row.departmentName}</th>
                <td className="target-table__aside">{words(`group_${row.departmentGroup}`)}</td>
                {wished.map((scheme) => (
                  <td
                    key={`wish-${scheme}`}
                    className="target-table__number target-table__wish target-table__aside"
                  >
                    {showKrw(wishOf(row.departmentId, scheme), unit)}
                  </td>
                ))}
                {schemes.map((scheme, column) => {
                  const target = row.targets[scheme];
                  return (
                    <td key={scheme} className="target-table__number target-table__edit">
                      {target && cell(target, row.departmentName, index, column)}
                    </td>
                  );
                })}
                <td>
                  <States row={row} />
                </td>
                <td>
                  <HistoryButton row={row} onOpen={() => setHistory(row)} />
                </td>
              </tr>
            ))}
          </tbody>
          <TargetTotals
            cycle={cycle}
            rows={rows}
            schemes={schemes}
            wished={wished}
            wishOf={wishOf}
            shown={edits.shown}
            unit={unit}
          />
        </table>
      </div>
      <ReviseDialog cycle={cycle} target={revising} onClose={() => setRevising(null)} />
      <HistoryDialog cycle={cycle} row={history} onClose={() => setHistory(null)} />
    </div>
  );
}

/** One badge when all schemes of the department stand alike, otherwise each. */
function States({ row }: { readonly row: DepartmentTargets }) {
  const t = useMessages(targetMessages);
  const targets = Object.values(row.targets).flatMap((one) => (one === undefined ? [] : [one]));
  const states = [...new Set(targets.map((one) => one.state))];
  const who = targets.find((one) => one.acknowledgedByName !== null)?.acknowledgedByName ?? null;
  return (
    <span className="target-table__states">
      {states.map((state) => (
        <TargetStateBadge key={state} state={state} />
      ))}
      {who !== null && <span>{t('acknowledgedBy', { name: who })}</span>}
    </span>
  );
}

function HistoryButton({ row, onOpen }: { readonly row: DepartmentTargets; readonly onOpen: () => void }) {
  const t = useMessages(targetMessages);
  const count = Object.values(row.targets).reduce((sum, one) => sum + (one?.revisionCount ?? 0), 0);
  if (count === 0) return null;
  return (
    <Button
      variant="text"
      size="small"
      aria-label={t('historyOf', { name: row.departmentName, count })}
      onClick={onOpen}
    >
      {String(count)}
    </Button>
  );
}
