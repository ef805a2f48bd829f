import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmedButton } from '../../components/confirmed-button';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import { copyKpis, KPI_KEY } from './api';
import { kpiFormMessages } from './form-messages';

interface CopyYearButtonProps {
  /** the year whose rows are carried on to the next one */
  readonly year: number;
  readonly onCopied: (toYear: number) => void;
}

export function CopyYearButton({ year, onCopied }: CopyYearButtonProps) {
  const t = useMessages(kpiFormMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const [busy, setBusy] = useState(false);
  const body = { fromYear: year, toYear: year + 1 };
  const years = { from: String(year), to: String(year + 1) };
  const copy = async () => {
    setBusy(true);
    try {
      const { copied, skipped } = await copyKpis(body, key.headersFor(body));
      key.renew();
      await client.invalidateQueries({ queryKey: KPI_KEY });
      say(t('copied', { to: years.to, copied, skipped }));
      onCopied(body.toYear);
    } catch (failure) {
      say(sentence(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmedButton
      variant="secondary"
      busy={busy}
      label={t('copy', years)}
      title={t('copy', years)}
      confirmLabel={t('copyConfirm')}
      onConfirm={() => void copy()}
    >
      <p>{t('copyText', years)}</p>
    </ConfirmedButton>
  );
}
