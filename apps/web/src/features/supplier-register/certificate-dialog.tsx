import {
  certificationRefusal,
  CERTIFICATION_TYPES,
  tidyLine,
  validityRuleFor,
  validUntilOf,
  type CertificationType,
  type Day,
} from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button';
import { DayField } from '../../components/day-field';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { SelectField } from '../../components/select-field';
import { TextField } from '../../components/text-field';
import { showDay } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { refusalSentence } from '../../lib/refusal-sentence';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import {
  addCertification,
  changeCertification,
  validityRulesQuery,
  type CertificationEntry,
  type RecountQuestion,
} from './api';
import { EvidenceField, type KeptEvidence } from './evidence-field';
import { registerMessages } from './messages';
import { RecountPreview } from './recount-preview';
import { useCertificateChange } from './use-certificate-change';

interface CertificateDialogProps {
  readonly supplierId: string;
  readonly version: number;
  /** null = a new one; the type of an entry stays, for another type is another certificate */
  readonly entry: CertificationEntry | null;
  readonly onClose: () => void;
}

type Texts = Readonly<Record<'number' | 'issuer' | 'issueRound', string>>;

export function CertificateDialog({ supplierId, version, entry, onClose }: CertificateDialogProps) {
  const t = useMessages(registerMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  const idempotency = useIdempotencyKey();
  const { busy, fault, setFault, run } = useCertificateChange(onClose);
  const [type, setType] = useState<CertificationType>(entry?.type ?? 'certified_social_enterprise');
  const [texts, setTexts] = useState<Texts>({
    number: entry?.number ?? '',
    issuer: entry?.issuer ?? '',
    issueRound: entry?.issueRound ?? '',
  });
  const [issuedOn, setIssuedOn] = useState<Day | null>(entry?.issuedOn ?? null);
  const [validFrom, setFrom] = useState<Day | null>(entry?.validFrom ?? null);
  const [validUntil, setUntil] = useState<Day | null>(entry?.validUntil ?? null);
  const [evidence, setEvidence] = useState<KeptEvidence | null>(null);

  const save = () => {
    if (validFrom === null) return setFault(t('dayRequired'));
    const held = {
      revokedOn: entry?.revokedOn ?? null,
      revocationReason: entry?.revocationReason ?? null,
      verified: true,
    };
    const refused = certificationRefusal({ type, validFrom, validUntil, ...held });
    if (refused !== null) return setFault(refusalSentence(refused, language));
    const line = (text: string) => (tidyLine(text) === '' ? null : tidyLine(text));
    const body = {
      number: line(texts.number),
      issuer: line(texts.issuer),
      issueRound: line(texts.issueRound),
      issuedOn,
      validFrom,
      validUntil,
      ...(evidence === null ? {} : { evidenceFileId: evidence.id }),
    };
    if (entry !== null) {
      const address = { id: supplierId, certificationId: entry.id, version };
      return void run(() => changeCertification(address, body), t('certificateChanged'));
    }
    const made = { type, ...body };
    return void run(
      () => addCertification(supplierId, made, idempotency.headersFor(made)),
      t('certificateAdded'),
    );
  };
  const text = (name: keyof Texts, maxLength: number) => ({
    label: t(name),
    maxLength,
    value: texts[name],
    onChange: (event: { target: { value: string } }) => setTexts({ ...texts, [name]: event.target.value }),
  });
  const title =
    entry === null
      ? t('addCertificateTitle')
      : t('changeCertificateTitle', { type: words(`certificate_${entry.type}`) });
  return (
    <ConfirmDialog open onClose={onClose} onConfirm={save} title={title} confirmLabel={t('save')} busy={busy}>
      <div className="stack stack--tight">
        {fault !== null && (
          <Notice tone="danger" live>
            {fault}
          </Notice>
        )}
        {entry === null && (
          <SelectField
            label={t('type')}
            emptyLabel={null}
            required
            value={type}
            onChange={(event) =>
              setType(CERTIFICATION_TYPES.find((one) => one === event.target.value) ?? type)
            }
            options={CERTIFICATION_TYPES.map((value) => ({ value, label: words(`certificate_${value}`) }))}
          />
        )}
        <DayField label={t('validFrom')} required value={validFrom} onChange={setFrom} />
        <DayField label={t('validUntil')} hint={t('validUntilHint')} value={validUntil} onChange={setUntil} />
        <Suggestion type={type} validFrom={validFrom} validUntil={validUntil} onUse={setUntil} />
        <TextField {...text('number', 60)} />
        <TextField {...text('issuer', 100)} />
        <DayField label={t('issuedOn')} value={issuedOn} onChange={setIssuedOn} />
        <TextField {...text('issueRound', 30)} />
        <EvidenceField
          value={
            evidence ?? (entry?.hasEvidence ? { id: '', name: entry.evidenceName ?? t('evidence') } : null)
          }
          onChange={setEvidence}
        />
        <RecountPreview question={questionOf(supplierId, entry, validFrom, validUntil)} />
      </div>
    </ConfirmDialog>
  );
}

/** Other days of a verified certificate may count purchases otherwise; of one that waits, or is new, nothing to ask. */
function questionOf(
  supplierId: string,
  entry: CertificationEntry | null,
  validFrom: Day | null,
  validUntil: Day | null,
): RecountQuestion | null {
  if (entry === null || !entry.verified || validFrom === null) return null;
  if (validFrom === entry.validFrom && validUntil === entry.validUntil) return null;
  if (validUntil !== null && validUntil < validFrom) return null;
  const until = validUntil === null ? { noEnd: true } : { validUntil };
  return { supplierId, certificationId: entry.id, validFrom, ...until };
}

interface SuggestionProps {
  readonly type: CertificationType;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly onUse: (day: Day | null) => void;
}

/** How long a certificate of the type usually holds; guidance with its basis, put in only by a press. */
function Suggestion({ type, validFrom, validUntil, onUse }: SuggestionProps) {
  const t = useMessages(registerMessages);
  const { language } = useLanguage();
  const rules = useQuery(validityRulesQuery);
  const rule = validFrom === null ? undefined : validityRuleFor(rules.data?.items ?? [], type, validFrom);
  if (validFrom === null || rule === undefined) return null;
  const until = validUntilOf(validFrom, rule.validMonths);
  return (
    <p className="certificate-dialog__suggestion" role="status">
      <span>
        {until === null
          ? t('validUntilSuggestedNone')
          : t('validUntilSuggested', { day: showDay(until, language) })}{' '}
        {t('suggestionBasis', { basis: rule.legalBasis })}
      </span>
      {until !== validUntil && (
        <Button variant="secondary" size="small" onClick={() => onUse(until)}>
          {t('useSuggestion')}
        </Button>
      )}
    </p>
  );
}
