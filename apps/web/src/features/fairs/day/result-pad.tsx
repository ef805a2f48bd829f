import { MEETING_INTERESTS, MEETING_NEXT_STEPS, type MeetingInterest } from '@ieum/domain';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button';
import { useMessages } from '../../../lib/language';
import { fairWords } from '../messages';
import { dayMessages } from './day-messages';
import type { MeetingOutcome } from './outbox-entry';
import { ResultDetails } from './result-details';

interface ResultPadProps {
  readonly fairId: string;
  readonly bookingId: string;
  /** names the group for who hears it */
  readonly supplierName: string;
  readonly hasResult: boolean;
  /** what was pressed here and waits to be sent */
  readonly waiting: MeetingOutcome | null;
  readonly onResult: (outcome: MeetingOutcome) => void;
}

type Stage = 'interest' | 'next' | 'done' | 'details';

/** A result in two taps: was there interest, and what comes next. Value and note may follow. */
export function ResultPad(props: ResultPadProps) {
  const { supplierName, hasResult, waiting, onResult } = props;
  const t = useMessages(dayMessages);
  const word = useMessages(fairWords);
  const [stage, setStage] = useState<Stage>(hasResult ? 'done' : 'interest');
  const [interest, setInterest] = useState<MeetingInterest | null>(null);
  const [last, setLast] = useState<MeetingOutcome | null>(null);
  const { pad, follow } = useFocusOfStage(stage);
  const go = (next: Stage) => {
    follow();
    setStage(next);
  };
  const outcome = waiting ?? last;
  const save = (next: MeetingOutcome) => {
    setLast(next);
    onResult(next);
    go('done');
  };
  return (
    <div ref={pad} className="result-pad" role="group" aria-label={`${t('result')}: ${supplierName}`}>
      {stage === 'interest' && (
        <Choices
          question={t('interestAsk')}
          options={MEETING_INTERESTS.map((one) => ({ id: one, label: word(`interest_${one}`) }))}
          onChoose={(one) => {
            setInterest(one);
            go('next');
          }}
        />
      )}
      {stage === 'next' && interest !== null && (
        <Choices
          question={`${word(`interest_${interest}`)} – ${t('nextStepAsk')}`}
          options={MEETING_NEXT_STEPS.map((one) => ({ id: one, label: word(`next_${one}`) }))}
          onChoose={(nextStep) => save({ interest, nextStep, ...keptDetails(outcome, nextStep) })}
          onBack={() => go('interest')}
        />
      )}
      {stage === 'done' && (
        <div className="cluster">
          <span>
            {outcome === null
              ? t('resultGiven')
              : t('resultDone', {
                  interest: word(`interest_${outcome.interest}`),
                  next: word(`next_${outcome.nextStep}`),
                })}
          </span>
          <Button variant="secondary" size="small" onClick={() => go('details')}>
            {t('details')}
          </Button>
          <Button variant="text" size="small" onClick={() => go('interest')}>
            {t('again')}
          </Button>
        </div>
      )}
      {stage === 'details' && (
        <ResultDetails
          fairId={props.fairId}
          bookingId={props.bookingId}
          outcome={outcome}
          onSave={save}
          onBack={() => go('done')}
        />
      )}
    </div>
  );
}

/** Taps that are corrected leave value and note; where nothing follows nothing can be expected. */
function keptDetails(before: MeetingOutcome | null, nextStep: MeetingOutcome['nextStep']) {
  return {
    expectedValueKrw: nextStep === 'nothing' ? null : (before?.expectedValueKrw ?? null),
    note: before?.note ?? null,
  };
}

/** The keyboard goes on where the next question is. */
function useFocusOfStage(stage: Stage) {
  const pad = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    pad.current?.querySelector<HTMLElement>('button, input')?.focus();
  }, [stage]);
  const follow = () => {
    moved.current = true;
  };
  return { pad, follow };
}

interface ChoicesProps<Id extends string> {
  readonly question: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly onChoose: (id: Id) => void;
  readonly onBack?: () => void;
}

function Choices<Id extends string>({ question, options, onChoose, onBack }: ChoicesProps<Id>) {
  const t = useMessages(dayMessages);
  return (
    <>
      <p className="result-pad__question">{question}</p>
      <div className="result-pad__choices">
        {options.map(({ id, label }) => (
          <Button key={id} variant="secondary" onClick={() => onChoose(id)}>
            {label}
          </Button>
        ))}
      </div>
      {onBack !== undefined && (
        <div>
          <Button variant="text" size="small" onClick={onBack}>
            {t('back')}
          </Button>
        </div>
      )}
    </>
  );
}
