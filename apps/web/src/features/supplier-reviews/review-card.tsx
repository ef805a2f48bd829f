import { formatBusinessNumber } from '@ieum/domain';
import { useEffect, useState } from 'react';
import { Button } from '../../components/button';
import { FactList } from '../../components/fact-list';
import { Notice } from '../../components/notice';
import { ReasonDialog } from '../../components/reason-dialog';
import { TextField } from '../../components/text-field';
import { useMessages } from '../../lib/language';
import { listedWords } from '../../lib/listed-words';
import type { Candidate, Decision, Review } from './api';
import { reviewMessages } from './messages';
import { ReviewCandidate } from './review-candidate';

type Field = Candidate['differences'][number]['field'];

interface ReviewCardProps {
  readonly review: Review;
  readonly busy: boolean;
  readonly onDecide: (decision: Decision) => void;
}

/** One doubtful row beside whom it may mean. Decided by a press, or by a key. */
export function ReviewCard({ review, busy, onDecide }: ReviewCardProps) {
  const t = useMessages(reviewMessages);
  const word = useMessages(listedWords);
  const [note, setNote] = useState('');
  const [taken, setTaken] = useState<readonly Field[]>([]);
  const [dismissing, setDismissing] = useState(false);
  const { entry, candidates } = review;
  const reason = note.trim() === '' ? null : note.trim();

  const same = ({ supplierId, differences }: Candidate) => {
    const takeFields = taken.filter((field) => differences.some((one) => one.byHand && one.field === field));
    if (supplierId !== null) onDecide({ decision: 'same', supplierId, takeFields, reason });
  };
  const different = () => onDecide({ decision: 'different', reason });

  useEffect(() => {
    const decide = (event: KeyboardEvent) => {
      if (busy || dismissing || !isFree(event)) return;
      const candidate = candidates[Number(event.key) - 1];
      if (event.code === 'KeyN') different();
      else if (candidate === undefined) return;
      else same(candidate);
      event.preventDefault();
    };
    window.addEventListener('keydown', decide);
    return () => window.removeEventListener('keydown', decide);
  });

  return (
    <div className="stack">
      <Notice tone="warning" title={word(`reason_${review.reason}`)}>
        {t('rowFrom', { file: review.fileName, row: review.rowNumber, day: review.asOf })}
      </Notice>
      <div className="review-sides">
        <section className="panel stack stack--tight">
          <h3>{t('row')}</h3>
          <FactList
            facts={[
              { label: word('fact_name'), value: entry.name },
              {
                label: word('fact_businessNumber'),
                value: entry.businessNumber === null ? null : formatBusinessNumber(entry.businessNumber),
              },
              { label: word('fact_representative'), value: entry.representative },
              { label: word('fact_address'), value: entry.address },
              { label: word('fact_certificateNumber'), value: entry.certificateNumber },
              { label: word('fact_certifiedOn'), value: entry.certifiedOn },
            ]}
          />
          <TextField
            label={t('note')}
            hint={t('noteHint')}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <div className="cluster">
            <Button variant="secondary" busy={busy} onClick={different}>
              {t('different')}
            </Button>
            <Button variant="secondary" busy={busy} onClick={() => setDismissing(true)}>
              {t('dismiss')}
            </Button>
          </div>
        </section>
        {candidates.map((candidate, index) => (
          <ReviewCandidate
            key={candidate.supplierId ?? `row-${String(candidate.rowNumber)}`}
            candidate={candidate}
            index={index + 1}
            busy={busy}
            taken={taken}
            onTake={(field) =>
              setTaken(taken.includes(field) ? taken.filter((one) => one !== field) : [...taken, field])
            }
            onSame={() => same(candidate)}
          />
        ))}
      </div>
      <ReasonDialog
        open={dismissing}
        onClose={() => setDismissing(false)}
        onConfirm={(why) => {
          setDismissing(false);
          onDecide({ decision: 'dismissed', reason: why });
        }}
        title={t('dismissTitle')}
        text={t('dismissText')}
        label={t('note')}
        missingText={t('noteMissing')}
        confirmLabel={t('dismiss')}
      />
    </div>
  );
}

/** A key that nothing else wants: no field, no modifier. */
export function isFree(event: KeyboardEvent): boolean {
  const isTyping =
    event.target instanceof HTMLElement &&
    event.target.closest('input, textarea, select, [role=dialog]') !== null;
  return !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
}
