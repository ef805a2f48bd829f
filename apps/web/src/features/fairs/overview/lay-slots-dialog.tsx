import { MAX_FAIR_DAYS, MAX_FAIR_SLOTS, type FairHours } from '@ieum/domain';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { ChangeDialog } from '../../../components/change-dialog';
import { MoneyField } from '../../../components/money-field';
import { SelectField } from '../../../components/select-field';
import { TextField } from '../../../components/text-field';
import { showDay } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import { FAIRS_KEY, type FairDetail } from '../api';
import { layFairSlots } from '../fair-changes';
import { organiserMessages } from '../organiser-messages';
import { daysOf, outlookOf, readTime, usualHours, type SlotsValues } from './slots-values';

interface LaySlotsDialogProps {
  readonly fair: FairDetail;
  readonly onClose: () => void;
}

const MAX_HOURS = MAX_FAIR_DAYS * 4;

/** Hours of each day, cut into slots; says beforehand how many there will be. */
export function LaySlotsDialog({ fair, onClose }: LaySlotsDialogProps) {
  const t = useMessages(organiserMessages);
  const [values, setValues] = useState<SlotsValues>(() => usualHours(fair));
  const { hours } = values;
  // What is being typed counts as it will read: 930 is 09:30.
  const outlook = outlookOf(fair, { ...values, hours: hours.map(readHours) });
  const change = (patch: Partial<SlotsValues>) => setValues({ ...values, ...patch });
  const sentence =
    'wrong' in outlook
      ? t(`slotsWrong_${outlook.wrong}`, { count: MAX_FAIR_SLOTS })
      : t('slotsOutlook', { count: outlook.count });
  const lay = async () => {
    const { slotMinutes, pauseMinutes } = values;
    const body = { slotMinutes: slotMinutes ?? fair.slotMinutes, pauseMinutes: pauseMinutes ?? 0 };
    await layFairSlots(fair, { ...body, hours: hours.map(readHours) });
    return t('slotsSaved');
  };
  return (
    <ChangeDialog
      title={t(fair.slots.length === 0 ? 'slotsLay' : 'slotsRelay')}
      confirmLabel={t('slotsLay')}
      onClose={onClose}
      fault={() => ('wrong' in outlook ? sentence : null)}
      change={lay}
      reloads={FAIRS_KEY}
    >
      <p>{t('slotsText')}</p>
      <div className="form-grid">
        <MoneyField
          label={t('slotMinutes')}
          required
          countWord={t('minuteWord')}
          value={values.slotMinutes}
          onChange={(slotMinutes) => change({ slotMinutes })}
        />
        <MoneyField
          label={t('pauseMinutes')}
          countWord={t('minuteWord')}
          value={values.pauseMinutes}
          onChange={(pauseMinutes) => change({ pauseMinutes })}
        />
      </div>
      {hours.map((one, at) => (
        <HoursRow
          key={at}
          number={at + 1}
          fair={fair}
          hours={one}
          onChange={(next) => change({ hours: hours.map((other, place) => (place === at ? next : other)) })}
          onRemove={() => change({ hours: hours.filter((_, other) => other !== at) })}
        />
      ))}
      {hours.length < MAX_HOURS && (
        <div>
          <Button
            variant="secondary"
            size="small"
            icon="plus"
            onClick={() => change({ hours: [...hours, { day: fair.lastDay, from: '', to: '' }] })}
          >
            {t('hoursAdd')}
          </Button>
        </div>
      )}
      <p role="status">{sentence}</p>
    </ChangeDialog>
  );
}

const readHours = ({ day, from, to }: FairHours) => ({ day, from: readTime(from), to: readTime(to) });

interface HoursRowProps {
  readonly number: number;
  readonly fair: FairDetail;
  readonly hours: FairHours;
  readonly onChange: (hours: FairHours) => void;
  readonly onRemove: () => void;
}

function HoursRow({ number, fair, hours, onChange, onRemove }: HoursRowProps) {
  const t = useMessages(organiserMessages);
  const { language } = useLanguage();
  return (
    <fieldset className="fair-hours">
      <legend>{t('hours', { number })}</legend>
      <SelectField
        label={t('hoursDay')}
        emptyLabel={null}
        value={hours.day}
        onChange={(event) => onChange({ ...hours, day: event.target.value })}
        options={daysOf(fair).map((day) => ({ value: day, label: showDay(day, language) }))}
      />
      <TextField
        label={t('hoursFrom')}
        inputMode="numeric"
        maxLength={5}
        value={hours.from}
        onChange={(event) => onChange({ ...hours, from: event.target.value })}
        onBlur={() => onChange({ ...hours, from: readTime(hours.from) })}
      />
      <TextField
        label={t('hoursTo')}
        inputMode="numeric"
        maxLength={5}
        value={hours.to}
        onChange={(event) => onChange({ ...hours, to: event.target.value })}
        onBlur={() => onChange({ ...hours, to: readTime(hours.to) })}
      />
      <Button variant="text" size="small" aria-label={t('hoursRemove', { number })} onClick={onRemove}>
        {t('hoursRemoveShort')}
      </Button>
    </fieldset>
  );
}
