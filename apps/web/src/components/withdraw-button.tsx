import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblemSentence } from '../lib/problem-sentences';
import type { ButtonSize } from './button';
import { ConfirmedButton } from './confirmed-button';
import { useToast } from './toast';

interface WithdrawButtonProps {
  readonly label: string;
  readonly title: string;
  readonly text: string;
  /** said when it is taken back */
  readonly done: string;
  readonly size?: ButtonSize;
  readonly withdraw: () => Promise<unknown>;
  /** what is read again afterwards, whether it was taken back or refused */
  readonly reloads: QueryKey;
}

/** Takes something back that waits for somebody else's answer. */
export function WithdrawButton({
  label,
  title,
  text,
  done,
  size = 'small',
  withdraw,
  reloads,
}: WithdrawButtonProps) {
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      await withdraw();
      say(done);
    } catch (error) {
      say(sentence(error));
    }
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: reloads });
  };
  return (
    <ConfirmedButton
      label={label}
      variant="secondary"
      size={size}
      busy={busy}
      title={title}
      danger
      onConfirm={() => void take()}
    >
      <p>{text}</p>
    </ConfirmedButton>
  );
}
