import { FAIR_OFFICIAL_FIGURES, type FairOfficialFigure } from '@ieum/domain';
import { useState } from 'react';
import { ChangeDialog } from '../../components/change-dialog';
import { MoneyField } from '../../components/money-field';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import { FAIRS_KEY, type FairSummary } from './api';
import { putOfficialFigure } from './fair-changes';
import { organiserMessages } from './organiser-messages';

const WORDS = { contracts: 'pieces', suppliers: 'companies', amount_krw: 'won' } as const;
const MAX_SOURCE = 200;

interface OfficialFigureDialogProps {
  readonly summary: FairSummary;
  readonly onClose: () => void;
}

/** What a report states of the year's contracts; the counted figure stays beside it. */
export function OfficialFigureDialog({ summary, onClose }: OfficialFigureDialogProps) {
  const t = useMessages(organiserMessages);
  const knownOf = (figure: FairOfficialFigure) => summary.official.find((one) => one.figure === figure);
  const [figure, setFigure] = useState<FairOfficialFigure>('suppliers');
  const [value, setValue] = useState<number | null>(knownOf('suppliers')?.stated ?? null);
  const [source, setSource] = useState(knownOf('suppliers')?.source ?? summary.official[0]?.source ?? '');
  const choose = (text: string) => {
    const next = FAIR_OFFICIAL_FIGURES.find((one) => one === text) ?? figure;
    setFigure(next);
    setValue(knownOf(next)?.stated ?? null);
    setSource(knownOf(next)?.source ?? source);
  };
  return (
    <ChangeDialog
      title={t('officialTitle', { year: String(summary.year) })}
      confirmLabel={t('officialEdit')}
      onClose={onClose}
      fault={() => (value === null || value < 0 || source.trim() === '' ? t('officialMissing') : null)}
      change={async () => {
        const body = { value: value ?? 0, source: source.trim().normalize('NFC') };
        await putOfficialFigure(summary.year, figure, body);
        return t('officialSaved');
      }}
      reloads={FAIRS_KEY}
    >
      <p>{t('officialText')}</p>
      <SelectField
        label={t('officialFigure')}
        emptyLabel={null}
        value={figure}
        onChange={(event) => choose(event.target.value)}
        options={FAIR_OFFICIAL_FIGURES.map((one) => ({ value: one, label: t(`figure_${one}`) }))}
      />
      <MoneyField
        label={t('officialValue')}
        required
        countWord={t(WORDS[figure])}
        value={value}
        onChange={setValue}
      />
      <TextField
        label={t('officialSourceLabel')}
        required
        maxLength={MAX_SOURCE}
        value={source}
        onChange={(event) => setSource(event.target.value)}
      />
    </ChangeDialog>
  );
}
