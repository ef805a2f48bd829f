import { useState, type FormEvent } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { findClaimable, type ClaimableSupplier } from './api';
import { claimMessages } from './claim-messages';
import { numberOf } from './claim-values';

interface ClaimSearchProps {
  readonly onFound: (supplier: ClaimableSupplier) => void;
}

/** The whole number, never a part of it: whoever belongs to the enterprise knows it. */
export function ClaimSearch({ onFound }: ClaimSearchProps) {
  const t = useMessages(claimMessages);
  const sentence = useProblemSentence();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const search = async (event: FormEvent) => {
    event.preventDefault();
    const number = numberOf(typed);
    setProblem(null);
    setWrong(number === null ? t('numberWrong') : undefined);
    if (number === null || busy) return;
    setBusy(true);
    try {
      onFound(await findClaimable(number));
    } catch (error) {
      const isUnknown = error instanceof ProblemError && error.status === 404;
      setProblem(isUnknown ? t('notFound') : sentence(error));
    }
    setBusy(false);
  };
  return (
    <form className="form" role="search" noValidate onSubmit={(event) => void search(event)}>
      <div className="form-grid">
        <TextField
          label={t('number')}
          hint={t('numberHint')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={14}
          required
          value={typed}
          error={wrong}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {problem !== null && (
        <Notice tone="warning" live>
          {problem}
        </Notice>
      )}
      <div>
        <Button type="submit" icon="search" busy={busy}>
          {t('find')}
        </Button>
      </div>
    </form>
  );
}
