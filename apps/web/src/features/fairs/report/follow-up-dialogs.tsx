import { useState } from 'react';
import { ChangeDialog } from '../../../components/change-dialog';
import { MoneyField } from '../../../components/money-field';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { useMessages } from '../../../lib/language';
import { useIdempotencyKey } from '../../../lib/use-idempotency-key';
import { FAIRS_KEY, type FollowUp } from '../api';
import { beginFairMatch, closeFollowUp } from '../fair-changes';
import { fairWords } from '../messages';
import { reportMessages } from './report-messages';

const MAX_TITLE = 200;
const MAX_REASON = 500;

interface DialogProps {
  readonly followUp: FollowUp;
  readonly onClose: () => void;
}

/** The meeting goes on as a match of advisers, with its enterprise as the first candidate. */
export function BeginMatchDialog({ followUp, onClose }: DialogProps) {
  const t = useMessages(reportMessages);
  const key = useIdempotencyKey();
  const [title, setTitle] = useState('');
  const [value, setValue] = useState(followUp.expectedValueKrw);
  const typed = title.trim().normalize('NFC');
  return (
    <ChangeDialog
      title={t('beginOf', { name: followUp.supplierName })}
      confirmLabel={t('begin')}
      onClose={onClose}
      fault={() => (typed === '' ? t('matchTitleMissing') : null)}
      change={async () => {
        const body = { title: typed, estimatedValueKrw: value };
        await beginFairMatch(followUp, body, key.headersFor(body));
        return t('begun');
      }}
      reloads={FAIRS_KEY}
    >
      <p>{t('beginText')}</p>
      {followUp.note !== null && <p className="field__hint">{followUp.note}</p>}
      <TextField
        label={t('matchTitle')}
        hint={t('matchTitleHint')}
        required
        maxLength={MAX_TITLE}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <MoneyField label={t('matchValue')} value={value} onChange={setValue} />
    </ChangeDialog>
  );
}

export function CloseFollowUpDialog({ followUp, onClose }: DialogProps) {
  const t = useMessages(reportMessages);
  const word = useMessages(fairWords);
  const [reason, setReason] = useState('');
  const typed = reason.trim().normalize('NFC');
  return (
    <ChangeDialog
      title={t('closeOf', { name: followUp.supplierName })}
      confirmLabel={t('close')}
      onClose={onClose}
      fault={() => (typed === '' ? word('reasonMissing') : null)}
      change={async () => {
        await closeFollowUp(followUp, typed);
        return t('closed');
      }}
      reloads={FAIRS_KEY}
    >
      <p>{t('closeText')}</p>
      <TextArea
        label={word('reason')}
        required
        maxLength={MAX_REASON}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ChangeDialog>
  );
}
