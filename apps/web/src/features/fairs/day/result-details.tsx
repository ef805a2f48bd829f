import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { LoadFailed } from '../../../components/load-failed';
import { MoneyField } from '../../../components/money-field';
import { Skeleton } from '../../../components/skeleton';
import { TextArea } from '../../../components/text-area';
import { useMessages } from '../../../lib/language';
import { meetingResultQuery } from '../api';
import { dayMessages } from './day-messages';
import type { MeetingOutcome } from './outbox-entry';

interface ResultDetailsProps {
  readonly fairId: string;
  readonly bookingId: string;
  /** what was pressed at this device; null = it is asked of the server */
  readonly outcome: MeetingOutcome | null;
  readonly onSave: (outcome: MeetingOutcome) => void;
  readonly onBack: () => void;
}

/** Expected value and note, after the two taps. */
export function ResultDetails(props: ResultDetailsProps) {
  const { fairId, bookingId, outcome } = props;
  const { data, error, isPending, refetch } = useQuery({
    ...meetingResultQuery(fairId, bookingId),
    enabled: outcome === null,
  });
  if (outcome !== null) return <DetailsForm {...props} outcome={outcome} />;
  if (isPending) return <Skeleton height="12rem" />;
  if (data === undefined) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  const { interest, nextStep, expectedValueKrw, note } = data;
  return <DetailsForm {...props} outcome={{ interest, nextStep, expectedValueKrw, note }} />;
}

function DetailsForm({ outcome, onSave, onBack }: ResultDetailsProps & { readonly outcome: MeetingOutcome }) {
  const t = useMessages(dayMessages);
  const [expectedValueKrw, setValue] = useState(outcome.expectedValueKrw);
  const [note, setNote] = useState(outcome.note ?? '');
  const mayExpect = outcome.nextStep !== 'nothing';
  return (
    <form
      className="stack stack--tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const text = note.trim();
        onSave({
          ...outcome,
          expectedValueKrw: mayExpect ? expectedValueKrw : null,
          note: text === '' ? null : text,
        });
      }}
    >
      {mayExpect && <MoneyField label={t('expectedValue')} value={expectedValueKrw} onChange={setValue} />}
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="cluster">
        <Button type="submit">{t('saveDetails')}</Button>
        <Button variant="secondary" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
}
