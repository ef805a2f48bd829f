import { useState } from 'react';
import { Button } from '../../components/button';
import { saveAnswer } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { registerMessages } from './messages';

interface EvidenceButtonProps {
  readonly path: string;
  /** of the file; null = not known */
  readonly name: string | null;
  /** says which evidence, for lists of several */
  readonly label?: string;
}

/** Fetches evidence with the reader's session and hands it to the browser as a download. */
export function EvidenceButton({ path, name, label }: EvidenceButtonProps) {
  const t = useMessages(registerMessages);
  const sentence = useProblemSentence();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const open = async () => {
    setBusy(true);
    setFault(null);
    await saveAnswer(path, name ?? t('evidenceDefaultName')).catch((error: unknown) =>
      setFault(sentence(error)),
    );
    setBusy(false);
  };
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        icon="download"
        busy={busy}
        {...(label === undefined ? {} : { 'aria-label': label })}
        onClick={() => void open()}
      >
        {t('evidenceOpen')}
      </Button>
      {fault !== null && (
        <span role="alert" className="field__error">
          {fault}
        </span>
      )}
    </>
  );
}
