import { useState } from 'react';
import { Button } from '../../components/button';
import { useToast } from '../../components/toast';
import { saveAnswer } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import type { SupplierQuestion } from './search-api';
import { exportPath } from './search-filters';
import { searchMessages } from './search-messages';

const FORMATS = ['xlsx', 'csv'] as const;

/** Saves exactly what the search finds, all pages of it, in the same order. */
export function ExportButtons({ question }: { readonly question: SupplierQuestion }) {
  const t = useMessages(searchMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const [busy, setBusy] = useState<string | null>(null);
  const save = (format: (typeof FORMATS)[number]) => {
    setBusy(format);
    saveAnswer(exportPath(question, format), `${t('exportName')}.${format}`)
      .catch((failure: unknown) => say(sentence(failure)))
      .finally(() => setBusy(null));
  };
  return FORMATS.map((format) => (
    <Button
      key={format}
      variant="secondary"
      size="small"
      icon="download"
      busy={busy === format}
      onClick={() => save(format)}
    >
      {t(`export_${format}`)}
    </Button>
  ));
}
