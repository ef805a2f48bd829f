import { useState } from 'react';
import { ConfirmDialog } from './dialog';
import { TextArea } from './text-area';

interface ReasonDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
  readonly title: string;
  /** what will happen */
  readonly text: string;
  readonly label: string;
  readonly confirmLabel: string;
  /** the sentence beside the field when it is left empty */
  readonly missingText: string;
  /** false when the step needs no reason as things stand */
  readonly required?: boolean;
  readonly danger?: boolean;
  readonly busy?: boolean;
}

/** A step that other people must understand later: it is not taken without a reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { required = true, missingText } = props;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const confirm = () => {
    const lacks = required && reason.trim() === '';
    setMissing(lacks);
    if (lacks) return;
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
          required={required}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={missing && reason.trim() === '' ? missingText : undefined}
        />
      </div>
    </ConfirmDialog>
  );
}
