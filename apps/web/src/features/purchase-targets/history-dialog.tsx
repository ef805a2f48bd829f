import { useQueries } from '@tanstack/react-query';
import { Dialog } from '../../components/dialog';
import { LoadFailed } from '../../components/load-failed';
import { Skeleton } from '../../components/skeleton';
import type { Cycle } from '../../lib/cycle-queries';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { revisionsQuery, type TargetRevision } from './api';
import { targetMessages } from './messages';
import { orderSchemes, useSchemes } from './scheme-name';
import type { DepartmentTargets } from './target-grid';

interface HistoryDialogProps {
  readonly cycle: Cycle;
  /** null = closed */
  readonly row: DepartmentTargets | null;
  readonly onClose: () => void;
}

export function HistoryDialog({ cycle, row, onClose }: HistoryDialogProps) {
  const t = useMessages(targetMessages);
  return (
    <Dialog
      open={row !== null}
      onClose={onClose}
      wide
      title={t('historyTitle', { name: row?.departmentName ?? '' })}
    >
      {row !== null && <History cycle={cycle} row={row} />}
    </Dialog>
  );
}

function History({ cycle, row }: { readonly cycle: Cycle; readonly row: DepartmentTargets }) {
  const { nameOf } = useSchemes(cycle);
  const targets = orderSchemes(Object.keys(row.targets)).flatMap((code) => row.targets[code] ?? []);
  const answers = useQueries({ queries: targets.map((target) => revisionsQuery(target.id)) });
  return (
    <div className="stack">
      {targets.map((target, index) => {
        const answer = answers[index];
        return (
          <section key={target.id} className="stack stack--tight">
            <h3>{nameOf(target.schemeCode)}</h3>
            {answer?.error && <LoadFailed error={answer.error} onRetry={() => void answer.refetch()} />}
            {answer?.isPending && <Skeleton height="4rem" />}
            {answer?.data && <RevisionList revisions={answer.data.items} />}
          </section>
        );
      })}
    </div>
  );
}

/** Earlier amounts, newest first: from what to what, who, when, why. */
export function RevisionList({
  revisions,
}: {
  readonly revisions: readonly Pick<
    TargetRevision,
    'id' | 'oldTargetKrw' | 'newTargetKrw' | 'reason' | 'revisedByName' | 'revisedAt'
  >[];
}) {
  const t = useMessages(targetMessages);
  const { language } = useLanguage();
  const amount = (krw: number | null) => (krw === null ? t('noTarget') : `${showKrw(krw)} ${t('won')}`);
  if (revisions.length === 0) return <p className="field__hint">{t('historyNone')}</p>;
  return (
    <ol className="stack stack--tight">
      {revisions.map((one) => (
        <li key={one.id}>
          <strong>
            {t('historyLine', { from: amount(one.oldTargetKrw), to: amount(one.newTargetKrw) })}
          </strong>
          <p>{one.reason}</p>
          <p className="field__hint">
            {t('historyBy', {
              name: one.revisedByName ?? t('unknownPerson'),
              when: showInstant(one.revisedAt, language),
            })}
          </p>
        </li>
      ))}
    </ol>
  );
}
