import { useState } from 'react';
import { ConfirmDialog } from '../../components/dialog';
import { TextArea } from '../../components/text-area';
import { useMessages } from '../../lib/language';
import { purchaseMessages } from './messages';

interface ReasonDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
  readonly title: string;
  /** what will happen */
  readonly text: string;
  readonly label: string;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
}

/** A step that other people must understand later: it is not taken without a reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const t = useMessages(purchaseMessages);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const confirm = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    props.onConfirm(reason.trim());
    setReason('');
  };
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      onConfirm={confirm}
      title={props.title}
      confirmLabel={props.confirmLabel}
      danger={props.danger ?? false}
      busy={props.busy ?? false}
    >
      <div className="stack stack--tight">
        <p>{props.text}</p>
        <TextArea
          label={props.label}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={missing && reason.trim() === '' ? t('reasonRequired') : undefined}
        />
      </div>
    </ConfirmDialog>
  );
}
