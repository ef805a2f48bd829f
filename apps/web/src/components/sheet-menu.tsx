import { useState } from 'react';
import { saveAnswer } from '../lib/files';
import { useProblemSentence } from '../lib/problem-sentences';
import { MenuButton } from './menu-button';
import { useToast } from './toast';

const FORMATS = ['xlsx', 'csv'] as const;
type SheetFormat = (typeof FORMATS)[number];

interface SheetMenuProps {
  /** of the file that is saved, without its ending */
  readonly name: string;
  readonly label: string;
  readonly busyLabel: string;
  readonly formats: Readonly<Record<SheetFormat, string>>;
  /** the address that answers exactly the rows that the list shows */
  readonly pathOf: (format: SheetFormat) => string;
}

/** Saves a list as a sheet, all pages of it, in the same order. */
export function SheetMenu({ name, label, busyLabel, formats, pathOf }: SheetMenuProps) {
  const sentence = useProblemSentence();
  const say = useToast();
  const [busy, setBusy] = useState(false);
  const save = (format: SheetFormat) => {
    setBusy(true);
    saveAnswer(pathOf(format), `${name}.${format}`)
      .catch((failure: unknown) => say(sentence(failure)))
      .finally(() => setBusy(false));
  };
  return (
    <MenuButton
      label={busy ? busyLabel : label}
      actions={FORMATS.map((format) => ({
        id: format,
        label: formats[format],
        onAction: () => save(format),
        disabled: busy,
      }))}
    />
  );
}
