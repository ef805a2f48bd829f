import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useMessages } from '../lib/language';
import { Button } from './button';
import { Icon } from './icon';
import { componentMessages } from './messages';
import './dialog.css';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** buttons at the foot, the main one first */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
}

/** The browser's own modal dialog: keeps the focus inside, listens to Esc, gives the focus back on closing. */
export function Dialog({ open, onClose, title, children, actions, wide = false }: DialogProps) {
  const t = useMessages(componentMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && element?.open === false) element.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog--wide' : 'dialog'}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDownCapture={keepOpenAroundList}
    >
      {open && (
        <div className="dialog__inside">
          <div className="dialog__head">
            <h2 id={titleId}>{title}</h2>
            <button type="button" className="dialog__close" onClick={onClose}>
              <Icon name="close" />
              <span className="visually-hidden">{t('close')}</span>
            </button>
          </div>
          <div className="dialog__body">{children}</div>
          {actions && <div className="dialog__actions">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}

/** Esc in a field whose list is open closes the list; the next one closes the dialog. */
function keepOpenAroundList(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key !== 'Escape' || !(target instanceof Element)) return;
  if (target.matches('[role="combobox"][aria-expanded="true"]')) event.preventDefault();
}

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly title: string;
  /** what will happen, and whether it can be undone */
  readonly children: ReactNode;
  /** the verb of what happens ("close the quarter"), never only "OK" for what cannot be undone */
  readonly confirmLabel?: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, onConfirm, title, children, confirmLabel, danger = false, busy = false } = props;
  const t = useMessages(componentMessages);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button variant={danger ? 'danger' : 'primary'} onClick={onConfirm} busy={busy}>
            {confirmLabel ?? t('confirm')}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
