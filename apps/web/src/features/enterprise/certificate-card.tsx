import { useState } from 'react';
import { Button } from '../../components/button';
import { CertificateBadge } from '../../components/certificate-badge';
import { DaysLeft } from '../../components/days-left';
import { FactList } from '../../components/fact-list';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useToast } from '../../components/toast';
import { showDay, showInstant, today } from '../../lib/date-format';
import { saveAnswer } from '../../lib/files';
import { useLanguage, useMessages } from '../../lib/language';
import { useProblemSentence } from '../../lib/problem-sentences';
import { purchaseWords } from '../../lib/purchase-messages';
import type { CertificationEntry } from './api';
import { CertificateActions } from './certificate-actions';
import { certificateMessages } from './certificate-messages';
import { shareLeft } from './certificate-values';
import './certificate-card.css';

interface CertificateCardProps {
  readonly supplierId: string;
  readonly entry: CertificationEntry;
  /** every entry: what a waiting one would replace, and whether a change waits already */
  readonly entries: readonly CertificationEntry[];
}

const TONE: Readonly<Record<CertificationEntry['entryState'], BadgeTone>> = {
  waiting: 'information',
  verified: 'success',
  replaced: 'neutral',
  refused: 'danger',
  withdrawn: 'neutral',
};

/** One certificate with what is left of it in words and as a bar, and what can be done with it. */
export function CertificateCard({ supplierId, entry, entries }: CertificateCardProps) {
  const t = useMessages(certificateMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  const stands = entry.entryState === 'verified';
  const replaced = entry.replacesId === null ? undefined : entries.find(({ id }) => id === entry.replacesId);
  const until = entry.validUntil === null ? t('noLimit') : showDay(entry.validUntil, language);
  return (
    <article className="panel certificate-card" aria-labelledby={`certificate-${entry.id}`}>
      <div className="cluster cluster--spread">
        <h3 id={`certificate-${entry.id}`}>{words(`certificate_${entry.type}`)}</h3>
        {stands ? (
          <CertificateBadge certification={entry} />
        ) : (
          <StateBadge tone={TONE[entry.entryState]} label={t(`entry_${entry.entryState}`)} />
        )}
      </div>
      {stands && entry.revokedOn === null && <Left entry={entry} />}
      {entry.revokedOn !== null && (
        <p>
          {t('revoked', { day: showDay(entry.revokedOn, language), reason: entry.revocationReason ?? '–' })}
        </p>
      )}
      {entry.entryState === 'waiting' && replaced !== undefined && (
        <p>{replaced.number === null ? t('changesUnnumbered') : t('changes', { number: replaced.number })}</p>
      )}
      {entry.refusalReason !== null && <p>{t('refusal', { reason: entry.refusalReason })}</p>}
      <FactList
        facts={[
          { label: t('number'), value: entry.number },
          {
            label: t('period'),
            value: t('periodShown', { from: showDay(entry.validFrom, language), until }),
          },
          { label: t('issuer'), value: entry.issuer },
          { label: t('enteredAt'), value: showInstant(entry.enteredAt, language) },
        ]}
      />
      <div className="cluster no-print">
        <CertificateActions supplierId={supplierId} entry={entry} entries={entries} />
        {entry.hasEvidence && <EvidenceButton supplierId={supplierId} entry={entry} />}
      </div>
    </article>
  );
}

function Left({ entry }: { readonly entry: CertificationEntry }) {
  const day = today();
  const share = shareLeft(entry.validFrom, entry.validUntil, day);
  return (
    <div className="certificate-left">
      <DaysLeft validUntil={entry.validUntil} asOf={day} />
      {share !== null && (
        // The words beside it say the same.
        <span className={`certificate-left__bar certificate-left__bar--${entry.state}`} aria-hidden="true">
          <span style={{ width: `${share * 100}%` }} />
        </span>
      )}
    </div>
  );
}

function EvidenceButton({ supplierId, entry }: Pick<CertificateCardProps, 'supplierId' | 'entry'>) {
  const t = useMessages(certificateMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    const path = `/api/v1/suppliers/${supplierId}/certifications/${entry.id}/evidence`;
    await saveAnswer(path, entry.evidenceName ?? t('evidence')).catch((error: unknown) =>
      say(sentence(error)),
    );
    setBusy(false);
  };
  return (
    <Button variant="text" size="small" icon="download" busy={busy} onClick={() => void download()}>
      {t('download')}
    </Button>
  );
}
