import { useState, type ReactNode } from 'react';
import { Button, type ButtonSize, type ButtonVariant } from './button';
import { ConfirmDialog } from './dialog';

interface ConfirmedButtonProps {
  readonly label: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** the step is under way; the dialog is closed by then */
  readonly busy?: boolean;
  /** the question of the dialog */
  readonly title: string;
  /** what will happen, and whether it can be undone */
  readonly children: ReactNode;
  /** the verb of what happens; the button's own label when not given */
  readonly confirmLabel?: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
}

/** A button whose step is taken only after a question. */
export function ConfirmedButton(props: ConfirmedButtonProps) {
  const { label, variant = 'primary', size = 'medium', busy = false, danger = false, onConfirm } = props;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant={variant} size={size} busy={busy} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onConfirm();
        }}
        title={props.title}
        confirmLabel={props.confirmLabel ?? label}
        danger={danger}
      >
        {props.children}
      </ConfirmDialog>
    </>
  );
}
