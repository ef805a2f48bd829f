import { formatBusinessNumber } from '@ieum/domain';
import { Link } from 'react-router';
import { Button } from '../../components/button';
import { FactList } from '../../components/fact-list';
import { StateBadge } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import { useListedValue } from '../../lib/listed-value';
import { listedWords } from '../../lib/listed-words';
import type { Candidate } from './api';
import { reviewMessages } from './messages';

interface ReviewCandidateProps {
  readonly candidate: Candidate;
  /** 1 = the first; also its key */
  readonly index: number;
  readonly busy: boolean;
  readonly taken: readonly string[];
  readonly onTake: (field: Candidate['differences'][number]['field']) => void;
  readonly onSame: () => void;
}

/** Whom the row may mean: what is known of it, and what would change. */
export function ReviewCandidate({ candidate, index, busy, taken, onTake, onSame }: ReviewCandidateProps) {
  const t = useMessages(reviewMessages);
  const word = useMessages(listedWords);
  const shown = useListedValue();
  const { supplierId, differences } = candidate;
  if (supplierId === null)
    return (
      <section className="panel stack stack--tight">
        <h3>{t('candidateRow', { row: candidate.rowNumber ?? '' })}</h3>
        <p>{t('candidateRowText')}</p>
      </section>
    );
  return (
    <section className="panel stack stack--tight">
      <h3>{t('candidate', { index })}</h3>
      <div className="review-marks">
        <StateBadge
          tone="information"
          label={t('likeness', { percent: Math.round(candidate.likenessBp / 100) })}
        />
        {candidate.sameNumber && <StateBadge tone="warning" label={t('sameNumber')} />}
        {candidate.sameCertificate && <StateBadge tone="warning" label={t('sameCertificate')} />}
      </div>
      <FactList
        facts={[
          { label: word('fact_name'), value: <Link to={`/suppliers/${supplierId}`}>{candidate.name}</Link> },
          {
            label: word('fact_businessNumber'),
            value: candidate.businessNumber === null ? null : formatBusinessNumber(candidate.businessNumber),
          },
          { label: word('fact_representative'), value: candidate.representative },
          { label: word('fact_address'), value: candidate.address },
          { label: word('fact_certificateNumber'), value: candidate.certificateNumber },
          { label: word('fact_certifiedOn'), value: candidate.certifiedOn },
        ]}
      />
      <p>{differences.length === 0 ? t('nothingToWrite') : t('willWrite')}</p>
      {differences.length > 0 && (
        <ul className="review-differences">
          {differences.map((one) => {
            const line = t('differenceLine', {
              field: word(`fact_${one.field}`),
              before: shown(one.field, one.before),
              after: shown(one.field, one.after),
            });
            return (
              <li key={one.field}>
                {one.byHand ? (
                  <label>
                    <input
                      type="checkbox"
                      aria-label={t('takeField', { field: word(`fact_${one.field}`) })}
                      checked={taken.includes(one.field)}
                      onChange={() => onTake(one.field)}
                    />
                    <span>
                      {line} · {t('byHand')}
                    </span>
                  </label>
                ) : (
                  line
                )}
              </li>
            );
          })}
        </ul>
      )}
      <div className="cluster">
        <Button busy={busy} onClick={onSame}>
          {t('same', { index })}
        </Button>
      </div>
    </section>
  );
}
