import { useState } from 'react';
import { Button, buttonClass } from '../../components/button';
import { Icon } from '../../components/icon';
import { PrintButton } from '../../components/print-button';
import { useToast } from '../../components/toast';
import { saveAnswer } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import type { SupplierQuestion } from './search-api';
import { exportPath } from './search-filters';
import { searchMessages } from './search-messages';
import './export-menu.css';

const FORMATS = ['xlsx', 'csv'] as const;

/** Saves exactly what the search finds, all pages of it, in the same order; or prints what is shown. */
export function ExportMenu({ question }: { readonly question: SupplierQuestion }) {
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
  return (
    <details
      className="export-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.currentTarget.open = false;
        event.currentTarget.querySelector('summary')?.focus();
      }}
    >
      <summary className={buttonClass('secondary', 'small')}>
        <Icon name="download" size={18} />
        {t('export')}
      </summary>
      <div className="export-menu__list">
        {FORMATS.map((format) => (
          <Button
            key={format}
            variant="text"
            size="small"
            busy={busy === format}
            onClick={() => save(format)}
          >
            {t(`export_${format}`)}
          </Button>
        ))}
        <PrintButton />
      </div>
    </details>
  );
}
