import { CheckList } from '../../../components/check-list';
import { showDay } from '../../../lib/date-format';
import { useLanguage, useMessages } from '../../../lib/language';
import type { FairSlot } from '../api';
import { slotsByDay, slotTimes } from '../fair-texts';
import { partyMessages } from '../party-messages';

interface AbsentSlotsFieldProps {
  readonly slots: readonly FairSlot[];
  readonly value: readonly string[];
  readonly onChange: (slotIds: readonly string[]) => void;
}

/** Slots in which a desk or an enterprise is not there, day by day; in the order of time. */
export function AbsentSlotsField({ slots, value, onChange }: AbsentSlotsFieldProps) {
  const t = useMessages(partyMessages);
  const { language } = useLanguage();
  return slotsByDay(slots).map(({ day, slots: ofDay }, at) => (
    <CheckList
      key={day}
      label={t('absentOf', { day: showDay(day, language) })}
      {...(at === 0 ? { hint: t('absentHint') } : {})}
      options={ofDay.map((slot) => ({ value: slot.id, label: slotTimes(slot) }))}
      value={value}
      onChange={(chosen) => {
        const other = value.filter((id) => !ofDay.some((slot) => slot.id === id));
        onChange([...other, ...chosen]);
      }}
    />
  ));
}
