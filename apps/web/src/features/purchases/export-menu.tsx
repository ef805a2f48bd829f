import { useState } from 'react';
import { MenuButton } from '../../components/menu-button';
import { useToast } from '../../components/toast';
import { saveAnswer } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import type { PurchaseFilter, PurchaseSort } from './api';
import { purchaseMessages } from './messages';

const FORMATS = ['xlsx', 'csv'] as const;

/** Saves exactly the rows that the list shows, all pages of them, in the same order. */
export function ExportMenu({
  filter,
  sort,
}: {
  readonly filter: PurchaseFilter;
  readonly sort: PurchaseSort;
}) {
  const t = useMessages(purchaseMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const [busy, setBusy] = useState(false);

  const save = (format: (typeof FORMATS)[number]) => {
    setBusy(true);
    saveAnswer(exportPath(filter, sort, format), `${t('title')}.${format}`)
      .catch((failure: unknown) => say(sentence(failure)))
      .finally(() => setBusy(false));
  };

  return (
    <MenuButton
      label={busy ? t('exporting') : t('export')}
      actions={FORMATS.map((format) => ({
        id: format,
        label: t(`export_${format}`),
        onAction: () => save(format),
        disabled: busy,
      }))}
    />
  );
}

/** The list's own filters as the export's query; several values repeat the key. */
export function exportPath(filter: PurchaseFilter, sort: PurchaseSort, format: string): string {
  const query = new URLSearchParams({ format, sort });
  for (const [key, value] of Object.entries(filter)) {
    for (const one of [value].flat()) if (one !== undefined) query.append(key, String(one));
  }
  return `/api/v1/purchases/export?${query.toString()}`;
}
