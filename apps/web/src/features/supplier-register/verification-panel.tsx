import { useEffect, useRef, useState, type RefObject } from 'react';
import { Button } from '../../components/button';
import { FactList } from '../../components/fact-list';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { ReasonDialog } from '../../components/reason-dialog';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useToast } from '../../components/toast';
import { showInstant } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { refuse, verify, type Verification } from './api';
import { EvidenceButton } from './evidence-button';
import { NamesakeDialog, otherSupplierOf, type OtherSupplier } from './namesake-dialog';
import { VerificationDifferences } from './verification-differences';
import { verificationMessages } from './verification-messages';

const TONE: Readonly<Record<Verification['state'], BadgeTone>> = {
  pending: 'information',
  verified: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
};

interface VerificationPanelProps {
  readonly verification: Verification;
  /** true once after a decision: then the heading takes the focus */
  readonly takesFocus: RefObject<boolean>;
  readonly onDecided: (decided: Verification) => Promise<void>;
  /** somebody else was faster, or it changed: read it again */
  readonly onOutdated: () => Promise<void>;
}

export function VerificationPanel({
  verification,
  takesFocus,
  onDecided,
  onOutdated,
}: VerificationPanelProps) {
  const t = useMessages(verificationMessages);
  const { language } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const { state, supplierName, reason, note } = verification;
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    heading.current?.focus();
  }, [takesFocus]);
  return (
    <section className="panel stack verifications__panel" aria-label={supplierName}>
      <div className="cluster cluster--spread">
        <h2 tabIndex={-1} ref={heading}>
          {supplierName} · {t(`subject_${verification.subject}`)}
        </h2>
        <StateBadge tone={TONE[state]} label={t(`state_${state}`)} />
      </div>
      <VerificationDifferences verification={verification} />
      <FactList
        facts={[
          { label: t('evidence'), value: <EvidenceShown verification={verification} /> },
          ...(note === null ? [] : [{ label: t('note'), value: note }]),
          {
            label: t('requestedBy'),
            value: `${verification.requestedByName ?? t('requestedByUnknown')} · ${showInstant(verification.requestedAt, language)}`,
          },
          ...(verification.decidedAt === null
            ? []
            : [{ label: t('decidedAt'), value: showInstant(verification.decidedAt, language) }]),
          ...(reason === null ? [] : [{ label: t('reasonShown'), value: reason }]),
        ]}
      />
      {state === 'pending' && (
        <Decision verification={verification} onDecided={onDecided} onOutdated={onOutdated} />
      )}
      <div>
        <LinkButton variant="secondary" size="small" to={`/suppliers/${verification.supplierId}/register`}>
          {t('register')}
        </LinkButton>
      </div>
    </section>
  );
}

function EvidenceShown({ verification }: { readonly verification: Verification }) {
  const t = useMessages(verificationMessages);
  if (!verification.hasEvidence) return t('evidenceNone');
  return (
    <span className="cluster">
      <EvidenceButton
        path={`/api/v1/supplier-verifications/${verification.id}/evidence`}
        name={verification.evidenceName}
      />
      {verification.evidenceName}
    </span>
  );
}

type DecisionProps = Omit<VerificationPanelProps, 'takesFocus'>;

function Decision({ verification, onDecided, onOutdated }: DecisionProps) {
  const t = useMessages(verificationMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [refusing, setRefusing] = useState(false);
  const [namesake, setNamesake] = useState<OtherSupplier | null>(null);
  const name = verification.supplierName;
  const decide = async (send: () => Promise<Verification>, done: string) => {
    setBusy(true);
    setFault(null);
    try {
      const decided = await send();
      say(done);
      await onDecided(decided);
    } catch (error) {
      await fail(error);
    }
    setBusy(false);
  };
  const fail = async (error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    const other = error.code === 'SUPPLIER_NAME_EXISTS' ? otherSupplierOf(error) : null;
    if (other !== null) return setNamesake(other);
    if (error.status === 412 || error.code === 'VERIFICATION_STATE') return onOutdated();
    setFault(sentence(error));
  };
  return (
    <div className="stack stack--tight">
      {fault !== null && (
        <Notice tone="danger" live>
          {fault}
        </Notice>
      )}
      <div className="cluster">
        <Button
          busy={busy}
          onClick={() => void decide(() => verify(verification, {}), t('verified', { name }))}
        >
          {t('verify')}
        </Button>
        <Button variant="secondary" onClick={() => setRefusing(true)}>
          {t('refuse')}
        </Button>
        <span className="field__hint">{t('decideHint')}</span>
      </div>
      <ReasonDialog
        open={refusing}
        onClose={() => setRefusing(false)}
        onConfirm={(reason) => {
          setRefusing(false);
          void decide(() => refuse(verification, reason.normalize('NFC')), t('refused', { name }));
        }}
        title={t('refuseTitle', { name })}
        text={t('refuseText')}
        label={t('reason')}
        confirmLabel={t('refuse')}
        missingText={t('reasonRequired')}
        danger
      />
      <NamesakeDialog
        other={namesake}
        onClose={() => setNamesake(null)}
        onConfirm={() => {
          setNamesake(null);
          void decide(() => verify(verification, { confirmSameName: true }), t('verified', { name }));
        }}
      />
    </div>
  );
}
