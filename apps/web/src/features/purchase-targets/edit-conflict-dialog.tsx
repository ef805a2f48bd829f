import { VersionConflict } from '../../components/version-conflict';
import type { Cycle } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import type { Target } from './api';
import { targetMessages } from './messages';
import { useSchemes } from './scheme-name';
import type { TargetEdits } from './use-target-edits';

interface EditConflictDialogProps {
  readonly cycle: Cycle;
  readonly edits: TargetEdits;
  /** as read again after the refusal */
  readonly targets: readonly Target[];
}

/** Two people set the same cell: both amounts, and a choice. */
export function EditConflictDialog({ cycle, edits, targets }: EditConflictDialogProps) {
  const t = useMessages(targetMessages);
  const { nameOf } = useSchemes(cycle);
  const { conflict, resolve } = edits;
  const theirs = targets.find((one) => one.id === conflict?.target.id);
  const amount = (krw: number | null) => (krw === null ? t('noTarget') : `${showKrw(krw)} ${t('won')}`);
  return (
    <VersionConflict
      open={conflict !== null && theirs !== undefined}
      fields={
        conflict === null || theirs === undefined
          ? []
          : [
              {
                label: t('targetOf', { name: theirs.departmentName, scheme: nameOf(theirs.schemeCode) }),
                mine: amount(conflict.mineKrw),
                theirs: amount(theirs.targetKrw),
                differs: conflict.mineKrw !== theirs.targetKrw,
              },
            ]
      }
      onKeepMine={() => resolve(true)}
      onTakeTheirs={() => resolve(false)}
      onClose={() => resolve(false)}
    />
  );
}
