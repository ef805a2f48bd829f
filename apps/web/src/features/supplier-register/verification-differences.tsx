import { formatBusinessNumber, type VerifiedFact } from '@ieum/domain';
import type { ReactNode } from 'react';
import { StateBadge } from '../../components/state-badge';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { districtName } from '../../lib/seoul-tiles';
import type { Verification } from './api';
import { registerMessages } from './messages';
import { verificationMessages } from './verification-messages';

interface Compared {
  readonly key: string;
  readonly label: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
  readonly differs: boolean;
}

/** Old and new side by side; of a new certificate, what is new. */
export function VerificationDifferences({ verification }: { readonly verification: Verification }) {
  const t = useMessages(verificationMessages);
  const facts = useFactRows(verification);
  const certificates = useCertificateRows(verification);
  if (verification.subject === 'claim') {
    const person = verification.requestedByName ?? t('requestedByUnknown');
    return (
      <div>
        <h3>{t('claimTitle')}</h3>
        <p>{t('claimText', { person, name: verification.supplierName })}</p>
      </div>
    );
  }
  const isFacts = verification.subject === 'facts';
  const title = isFacts
    ? 'factsTitle'
    : verification.replaces === null
      ? 'certificationTitle'
      : 'replacesTitle';
  return (
    <Comparison
      title={t(title)}
      rows={isFacts ? facts : certificates}
      before={
        isFacts || verification.replaces !== null
          ? t(verification.state === 'pending' ? 'standing' : 'stood')
          : null
      }
    />
  );
}

interface ComparisonProps {
  readonly title: string;
  readonly rows: readonly Compared[];
  /** heading of the old values; null = there are none */
  readonly before: string | null;
}

function Comparison({ title, rows, before }: ComparisonProps) {
  const t = useMessages(verificationMessages);
  return (
    <div className="verifications__comparison" role="region" aria-label={title} tabIndex={0}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fact')}</th>
            {before !== null && <th scope="col">{before}</th>}
            <th scope="col">{t('proposed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.differs ? 'verifications__differs' : undefined}>
              <th scope="row">{row.label}</th>
              {before !== null && <td>{row.before}</td>}
              <td>{row.differs ? <strong>{row.after}</strong> : row.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useFactRows({ differences }: Verification): Compared[] {
  const t = useMessages(verificationMessages);
  const label = useMessages(registerMessages);
  const { language } = useLanguage();
  const shown = (fact: VerifiedFact, value: string | null): string => {
    if (value === null) return t('none');
    switch (fact) {
      case 'businessNumber':
        return formatBusinessNumber(value);
      case 'districtCode':
        return districtName(value, language) ?? value;
      case 'vulnerableEmploymentBp':
        return t('percent', { percent: String(Number(value) / 100) });
      case 'vulnerableEmploymentOn':
        return showDay(value, language);
      default:
        return value;
    }
  };
  return differences.map(({ fact, standing, proposed, changedSince }) => ({
    key: fact,
    label: label(fact === 'vulnerableEmploymentBp' ? 'employment' : fact),
    before: (
      <span className="cluster">
        {shown(fact, standing)}
        {changedSince && <StateBadge tone="warning" label={t('changedSince')} />}
      </span>
    ),
    after: shown(fact, proposed),
    differs: true,
  }));
}

const CERTIFICATE_ROWS = [
  'type',
  'number',
  'issuer',
  'issuedOn',
  'issueRound',
  'validFrom',
  'validUntil',
] as const;

function useCertificateRows({ certification, replaces }: Verification): Compared[] {
  const t = useMessages(verificationMessages);
  const label = useMessages(registerMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  if (certification === null) return [];
  const shown = (field: (typeof CERTIFICATE_ROWS)[number], from: NonNullable<typeof replaces>): string => {
    if (field === 'type') return words(`certificate_${from.type}`);
    const value = from[field];
    if (value === null) return field === 'validUntil' ? label('noLimit') : t('none');
    return field === 'issuedOn' || field === 'validFrom' || field === 'validUntil'
      ? showDay(value, language)
      : value;
  };
  return CERTIFICATE_ROWS.map((field) => ({
    key: field,
    label: label(field),
    before: replaces === null ? null : shown(field, replaces),
    after: shown(field, certification),
    differs: replaces !== null && replaces[field] !== certification[field],
  }));
}
