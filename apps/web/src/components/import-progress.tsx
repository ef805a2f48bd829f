import { isRefusal } from '@ieum/domain';
import { importWords } from '../lib/import-messages';
import { useLanguage, useMessages } from '../lib/language';
import { useProblemSentence } from '../lib/problem-sentences';
import { refusalSentence } from '../lib/refusal-sentence';
import type { SheetImport } from '../lib/sheet-import';
import type { ImportSteps } from '../lib/use-import-steps';
import { ImportStateBadge } from './import-state-badge';
import { Notice } from './notice';
import { ProgressBar } from './progress-bar';

interface ImportProgressProps<Import extends SheetImport> {
  readonly one: Import;
  readonly steps: ImportSteps<Import>;
  /** when the sheet could not be read, or a later job ended early */
  readonly failedTitle: string;
  /** says more than the refusal's own sentence */
  readonly failedText?: string | undefined;
}

/** Where an import stands: its state, the job at work, and what went wrong last. */
export function ImportProgress<Import extends SheetImport>(props: ImportProgressProps<Import>) {
  const { one, steps, failedTitle, failedText } = props;
  const t = useMessages(importWords);
  const { language } = useLanguage();
  const sentence = useProblemSentence();
  const refused: unknown = one.failure;
  return (
    <>
      <div className="cluster">
        <ImportStateBadge state={one.state} />
      </div>
      {steps.working && (
        <div className="panel">
          <ProgressBar
            label={t(`state_${one.state}`)}
            done={one.job?.done ?? 0}
            total={one.job?.total ?? null}
          />
        </div>
      )}
      {steps.failure !== null && (
        <Notice tone="danger" live title={t('failed')}>
          {sentence(steps.failure)}
        </Notice>
      )}
      {one.failure !== null && !steps.working && (
        <Notice tone="danger" live title={failedTitle}>
          {failedText ?? (isRefusal(refused) ? refusalSentence(refused, language) : sentence(null))}
        </Notice>
      )}
    </>
  );
}
