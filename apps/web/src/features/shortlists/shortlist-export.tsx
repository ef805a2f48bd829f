import { useState } from 'react';
import { MenuButton } from '../../components/menu-button';
import { useToast } from '../../components/toast';
import { saveAnswer } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import type { ShortlistDetail } from '../../lib/shortlist-queries';
import { shortlistMessages } from './messages';

const FORMATS = ['xlsx', 'csv'] as const;

export function ShortlistExport({ list }: { readonly list: Pick<ShortlistDetail, 'id' | 'title'> }) {
  const t = useMessages(shortlistMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const [busy, setBusy] = useState(false);
  const save = (format: (typeof FORMATS)[number]) => {
    setBusy(true);
    saveAnswer(`/api/v1/shortlists/${list.id}/export?format=${format}`, `${list.title}.${format}`)
      .catch((failure: unknown) => say(sentence(failure)))
      .finally(() => setBusy(false));
  };
  return (
    <MenuButton
      label={t(busy ? 'exporting' : 'export')}
      actions={FORMATS.map((format) => ({
        id: format,
        label: t(`export_${format}`),
        onAction: () => save(format),
        disabled: busy,
      }))}
    />
  );
}
