import { useState } from 'react';
import { Button } from '../../../components/button';
import type { ComboOption } from '../../../components/combo-box-field';
import { Dialog } from '../../../components/dialog';
import { Notice } from '../../../components/notice';
import { SelectField } from '../../../components/select-field';
import { useLanguage, useMessages } from '../../../lib/language';
import type { FairSlot } from '../api';
import { slotText } from '../fair-texts';
import { ExhibitorField } from '../timetable/exhibitor-field';
import { dayMessages } from './day-messages';
import type { DayWork } from './outbox-entry';

interface WalkInFormProps {
  readonly fairId: string;
  readonly deskId: string;
  /** the slots that have begun, the latest first; a meeting may be put down a little later */
  readonly slots: readonly FairSlot[];
  /** the one that runs now; null = none does */
  readonly running: FairSlot | null;
  readonly onSay: (work: DayWork, about: string) => void;
}

/** An enterprise without a booking: kept with the slot in which it took place, so that a late line changes nothing. */
export function WalkInForm({ fairId, deskId, slots, running, onSay }: WalkInFormProps) {
  const t = useMessages(dayMessages);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const [exhibitor, setExhibitor] = useState<ComboOption | null>(null);
  const [chosen, setChosen] = useState('');
  const [isMissing, setMissing] = useState(false);
  const slotId = chosen === '' ? (running?.id ?? '') : chosen;
  const begin = () => {
    setMissing(exhibitor === null || slotId === '');
    if (exhibitor === null || slotId === '') return;
    onSay({ kind: 'walk_in', deskId, exhibitorId: exhibitor.id, slotId }, exhibitor.label);
    setExhibitor(null);
    setChosen('');
    setOpen(false);
  };
  return (
    <>
      <Button variant="secondary" icon="plus" onClick={() => setOpen(true)}>
        {t('walkIn')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('walkIn')}>
        <form
          className="stack stack--tight"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            begin();
          }}
        >
          <p>{t(running === null ? 'walkInNoSlot' : 'walkInText')}</p>
          {isMissing && (
            <Notice tone="danger" live>
              {t('walkInMissing')}
            </Notice>
          )}
          <ExhibitorField fairId={fairId} value={exhibitor} onChange={setExhibitor} />
          <SelectField
            label={t('walkInSlot')}
            required
            value={slotId}
            options={slots.map((slot) => ({ value: slot.id, label: slotText(slot, language) }))}
            onChange={(event) => setChosen(event.target.value)}
          />
          <div>
            <Button type="submit">{t('walkInStart')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
