import { useState } from 'react';
import { MenuButton } from '../../components/menu-button';
import { useToast } from '../../components/toast';
import { saveAnswer } from '../../lib/files';
import { useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { kpiMessages } from './messages';

const FORMATS = ['xlsx', 'csv'] as const;

interface KpiExportMenuProps {
  readonly year: number;
  readonly includeArchived: boolean;
}

/** Saves the board that is shown. */
export function KpiExportMenu({ year, includeArchived }: KpiExportMenuProps) {
  const t = useMessages(kpiMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const [busy, setBusy] = useState(false);
  const save = (format: (typeof FORMATS)[number]) => {
    setBusy(true);
    const query = new URLSearchParams({
      year: String(year),
      includeArchived: String(includeArchived),
      format,
    });
    saveAnswer(`/api/v1/kpis/export?${query.toString()}`, `${t('title')}-${year}.${format}`)
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
