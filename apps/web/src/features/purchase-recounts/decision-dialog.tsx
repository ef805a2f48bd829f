import { recountDecisionRefusal } from '@ieum/domain';
import { useState } from 'react';
import { DayField } from '../../components/day-field';
import { ConfirmDialog } from '../../components/dialog';
import { TextArea } from '../../components/text-area';
import { today } from '../../lib/date-format';
import { useMessages } from '../../lib/language';
import type { Decision, Recount } from './api';
import { recountMessages } from './messages';

interface DecisionDialogProps {
  /** null = closed */
  readonly outcome: Decision['outcome'] | null;
  readonly chosen: readonly Recount[];
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (decision: Decision) => void;
}

/** Asks for the reason, and for a day where closed quarters have to be corrected by signed rows. */
export function DecisionDialog({ outcome, chosen, busy, onClose, onConfirm }: DecisionDialogProps) {
  const t = useMessages(recountMessages);
  const [reason, setReason] = useState('');
  const [day, setDay] = useState<string | null>(today);
  const [tried, setTried] = useState(false);
  const closed = outcome === 'recount' ? chosen.filter((row) => row.quarterClosed).length : 0;
  const refused = recountDecisionRefusal({ state: 'open', isCurrent: true, reason }) !== null;
  const count = chosen.length;
  const confirm = () => {
    setTried(true);
    if (refused || outcome === null || (closed > 0 && day === null)) return;
    const where = closed > 0 && day !== null ? { day } : {};
    onConfirm({ outcome, ids: chosen.map((row) => row.id), reason: reason.trim(), ...where });
  };
  return (
    <ConfirmDialog
      open={outcome !== null}
      onClose={onClose}
      onConfirm={confirm}
      title={t(outcome === 'keep' ? 'keepTitle' : 'recountTitle', { count })}
      confirmLabel={t(outcome === 'keep' ? 'keep' : 'recount')}
      busy={busy}
    >
      <div className="stack stack--tight">
        <p>{t(outcome === 'keep' ? 'keepText' : 'recountText')}</p>
        {closed > 0 && (
          <>
            <p>{t('recountClosed', { count: closed })}</p>
            <DayField
              label={t('day')}
              hint={t('dayHint')}
              required
              value={day}
              onChange={setDay}
              error={tried && day === null ? t('dayMissing') : undefined}
            />
          </>
        )}
        <TextArea
          label={t('reason')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={tried && refused ? t('reasonRequired') : undefined}
        />
      </div>
    </ConfirmDialog>
  );
}
