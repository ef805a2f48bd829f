import { useState } from 'react';
import { ChangeDialog } from '../../../components/change-dialog';
import { TextArea } from '../../../components/text-area';
import { useMessages } from '../../../lib/language';
import { FAIRS_KEY, type FairDesk, type FairExhibitor } from '../api';
import { withdrawDesk, withdrawExhibitor } from '../fair-changes';
import { deskName } from '../fair-texts';
import { fairWords } from '../messages';
import { partyMessages } from '../party-messages';

const MAX_REASON = 500;

interface DialogProps {
  readonly onClose: () => void;
}

export function WithdrawDeskDialog({ desk, onClose }: DialogProps & { readonly desk: FairDesk }) {
  const t = useMessages(partyMessages);
  return (
    <WithdrawDialog
      title={t('deskWithdrawTitle')}
      text={`${deskName(desk)} – ${t('deskWithdrawText')}`}
      confirmLabel={t('deskWithdraw')}
      withdraw={async (reason) => {
        await withdrawDesk(desk, reason);
        return t('deskWithdrawn');
      }}
      onClose={onClose}
    />
  );
}

interface ExhibitorProps extends DialogProps {
  readonly exhibitor: FairExhibitor;
}

export function WithdrawExhibitorDialog({ exhibitor, onClose }: ExhibitorProps) {
  const t = useMessages(partyMessages);
  return (
    <WithdrawDialog
      title={t('exhibitorWithdrawTitle', { name: exhibitor.supplierName })}
      text={t('exhibitorWithdrawText')}
      confirmLabel={t('exhibitorWithdraw')}
      withdraw={async (reason) => {
        await withdrawExhibitor(exhibitor, reason);
        return t('exhibitorWithdrawn');
      }}
      onClose={onClose}
    />
  );
}

interface WithdrawDialogProps extends DialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  readonly withdraw: (reason: string) => Promise<string>;
}

/** The others read the reason. */
function WithdrawDialog({ title, text, confirmLabel, withdraw, onClose }: WithdrawDialogProps) {
  const word = useMessages(fairWords);
  const [reason, setReason] = useState('');
  return (
    <ChangeDialog
      title={title}
      confirmLabel={confirmLabel}
      danger
      onClose={onClose}
      fault={() => (reason.trim() === '' ? word('reasonMissing') : null)}
      change={() => withdraw(reason.trim().normalize('NFC'))}
      reloads={FAIRS_KEY}
    >
      <p>{text}</p>
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
