import { useMessages } from '../lib/language';
import { useProblemSentence } from '../lib/problem-sentences';
import { Button } from './button';
import { componentMessages } from './messages';
import { Notice } from './notice';

interface LoadFailedProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** In the place of what could not be loaded: the sentence of the refusal and a way to try again. */
export function LoadFailed({ error, onRetry }: LoadFailedProps) {
  const t = useMessages(componentMessages);
  const sentence = useProblemSentence();
  return (
    <Notice
      tone="danger"
      live
      title={t('loadFailed')}
      action={
        <Button variant="secondary" size="small" onClick={onRetry}>
          {t('retry')}
        </Button>
      }
    >
      {sentence(error)}
    </Notice>
  );
}
