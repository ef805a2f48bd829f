import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useProblemSentence } from '../lib/problem-sentences';
import { ConfirmDialog } from './dialog';
import { Notice } from './notice';
import { useToast } from './toast';

interface ChangeDialogProps {
  readonly title: string;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly onClose: () => void;
  /** what is still wrong with what was typed, in words; null = nothing */
  readonly fault?: () => string | null;
  /** @returns what is said when it is done */
  readonly change: () => Promise<string>;
  /** what is read again afterwards, whether it was done or refused */
  readonly reloads: QueryKey;
  readonly children: ReactNode;
}

/** A dialog that asks for a few things and does one change; a refusal is said inside, and what was typed stays. */
export function ChangeDialog(props: ChangeDialogProps) {
  const { title, confirmLabel, danger = false, onClose, fault, change, reloads, children } = props;
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const run = async () => {
    const wrong = fault?.() ?? null;
    setRefused(wrong);
    if (wrong !== null) return;
    setBusy(true);
    try {
      say(await change());
      onClose();
    } catch (error) {
      setRefused(sentence(error));
    }
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: reloads });
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => void run()}
      title={title}
      confirmLabel={confirmLabel}
      danger={danger}
      busy={busy}
    >
      <div className="stack stack--tight">
        {refused !== null && (
          <Notice tone="danger" live>
            {refused}
          </Notice>
        )}
        {children}
      </div>
    </ConfirmDialog>
  );
}
