import type { Day } from '@ieum/domain';
import { CertificateBadge } from '../../components/certificate-badge';
import { DayField } from '../../components/day-field';
import { DaysLeft } from '../../components/days-left';
import { EmptyState } from '../../components/empty-state';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { useCertificateName } from './certificate-name';
import { pageMessages } from './page-messages';
import type { Certification, Supplier } from './supplier-api';
import './certificate-history.css';

interface CertificateHistoryProps {
  readonly supplier: Supplier;
  /** null = today */
  readonly asOf: Day | null;
  readonly onAsOf: (day: Day | null) => void;
}

/** All certificates, latest first: what was prospective stays below what came after it. */
export function CertificateHistory({ supplier, asOf, onAsOf }: CertificateHistoryProps) {
  const t = useMessages(pageMessages);
  const { language } = useLanguage();
  const rows = [...supplier.certifications].sort(
    (one, other) => other.validFrom.localeCompare(one.validFrom) || other.id.localeCompare(one.id),
  );
  return (
    <section className="panel stack stack--tight" aria-label={t('certificates')}>
      <div className="cluster cluster--spread certificate-history__head">
        <h2>
          {t('certificates')}{' '}
          <span className="certificate-history__day">
            {t('asOfShown', { day: showDay(supplier.asOf, language) })}
          </span>
        </h2>
        <div className="certificate-history__choice no-print">
          <DayField label={t('asOf')} hint={t('asOfHint')} value={asOf} onChange={onAsOf} />
        </div>
      </div>
      {rows.length === 0 ? (
        <EmptyState icon="policy" title={t('noCertificates')} />
      ) : (
        <ol className="certificate-history">
          {rows.map((row) => (
            <HistoryEntry key={row.id} certification={row} asOf={supplier.asOf} />
          ))}
        </ol>
      )}
    </section>
  );
}

function HistoryEntry({
  certification,
  asOf,
}: {
  readonly certification: Certification;
  readonly asOf: Day;
}) {
  const t = useMessages(pageMessages);
  const { language } = useLanguage();
  const certificateName = useCertificateName();
  const { number, issuer, issuedOn, issueRound, validFrom, validUntil, revokedOn } = certification;
  const holds = certification.state === 'active' || certification.state === 'expiring';
  const details = [
    number === null ? null : t('certificateNumber', { number }),
    issuer === null ? null : t('certificateIssuer', { issuer }),
    issuedOn === null ? null : t('certificateIssued', { day: showDay(issuedOn, language) }),
    issueRound === null ? null : t('certificateRound', { round: issueRound }),
  ].filter((detail) => detail !== null);
  return (
    <li
      className={
        holds ? 'certificate-history__entry' : 'certificate-history__entry certificate-history__entry--past'
      }
    >
      <div className="cluster">
        <h3>{certificateName(certification.type)}</h3>
        <CertificateBadge certification={certification} />
        {holds && <DaysLeft validUntil={validUntil} asOf={asOf} />}
      </div>
      <p className="certificate-history__period">
        {validUntil === null
          ? t('periodOpen', { from: showDay(validFrom, language) })
          : t('period', { from: showDay(validFrom, language), until: showDay(validUntil, language) })}
      </p>
      {details.length > 0 && <p className="certificate-history__details">{details.join(' · ')}</p>}
      {revokedOn !== null && (
        <p>
          {t('revoked', { day: showDay(revokedOn, language), reason: certification.revocationReason ?? '–' })}
        </p>
      )}
      {!certification.verified && <p className="certificate-history__details">{t('waiting')}</p>}
    </li>
  );
}
