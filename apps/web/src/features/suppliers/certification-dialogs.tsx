import { certificationRefusal, CERTIFICATION_TYPES, type Day } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../../components/day-field';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { SelectField } from '../../components/select-field';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { problemSentence } from '../../lib/problem-sentences';
import { ProblemError } from '../../lib/problem-error';
import { purchaseWords } from '../../lib/purchase-messages';
import { refusalSentence } from '../../lib/refusal-sentence';
import { useIdempotencyKey } from '../../lib/use-idempotency-key';
import {
  addCertification,
  revokeCertification,
  SUPPLIERS_KEY,
  type Certification,
  type Supplier,
} from './api';
import { supplierMessages } from './messages';

/** Runs one change of a supplier: busy meanwhile, the refusal in words, fresh data afterwards. */
export function useSupplierChange(onDone: () => void) {
  const t = useMessages(supplierMessages);
  const { language } = useLanguage();
  const say = useToast();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const run = async (change: () => Promise<Supplier>, done: string) => {
    setBusy(true);
    setFault(null);
    try {
      await change();
      await queryClient.invalidateQueries({ queryKey: SUPPLIERS_KEY });
      say(done);
      onDone();
    } catch (error) {
      const stale = error instanceof ProblemError && error.status === 412;
      setFault(stale ? t('stale') : problemSentence(error, language));
      if (stale) await queryClient.invalidateQueries({ queryKey: SUPPLIERS_KEY });
    }
    setBusy(false);
  };
  return { busy, fault, setFault, run };
}

interface AddCertificationDialogProps {
  readonly supplier: Supplier;
  readonly onClose: () => void;
}

export function AddCertificationDialog({ supplier, onClose }: AddCertificationDialogProps) {
  const t = useMessages(supplierMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  const idempotency = useIdempotencyKey();
  const { busy, fault, setFault, run } = useSupplierChange(onClose);
  const [type, setType] = useState<(typeof CERTIFICATION_TYPES)[number]>('certified_social_enterprise');
  const [number, setNumber] = useState('');
  const [issuer, setIssuer] = useState('');
  const [validFrom, setFrom] = useState<Day | null>(null);
  const [validUntil, setUntil] = useState<Day | null>(null);
  const save = () => {
    if (validFrom === null) return setFault(t('dayRequired'));
    const held = { revokedOn: null, revocationReason: null, verified: true };
    const refused = certificationRefusal({ type, validFrom, validUntil, ...held });
    if (refused !== null) return setFault(refusalSentence(refused, language));
    const textOrNull = (text: string) => (text.trim() === '' ? null : text.trim().normalize('NFC'));
    const body = { type, number: textOrNull(number), issuer: textOrNull(issuer), validFrom, validUntil };
    return void run(
      () => addCertification(supplier.id, body, idempotency.headersFor(body)),
      t('certificationAdded'),
    );
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={save}
      title={t('addCertification')}
      confirmLabel={t('save')}
      busy={busy}
    >
      <div className="stack stack--tight">
        {fault !== null && (
          <Notice tone="danger" live>
            {fault}
          </Notice>
        )}
        <SelectField
          label={t('type')}
          emptyLabel={null}
          required
          value={type}
          onChange={(event) =>
            setType(CERTIFICATION_TYPES.find((one) => one === event.target.value) ?? CERTIFICATION_TYPES[0])
          }
          options={CERTIFICATION_TYPES.map((value) => ({ value, label: words(`certificate_${value}`) }))}
        />
        <TextField
          label={t('number')}
          maxLength={60}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        <TextField
          label={t('issuer')}
          maxLength={100}
          value={issuer}
          onChange={(event) => setIssuer(event.target.value)}
        />
        <DayField label={t('validFrom')} required value={validFrom} onChange={setFrom} />
        <DayField label={t('validUntil')} hint={t('validUntilHint')} value={validUntil} onChange={setUntil} />
      </div>
    </ConfirmDialog>
  );
}

interface RevokeDialogProps extends AddCertificationDialogProps {
  readonly certification: Certification;
}

export function RevokeDialog({ supplier, certification, onClose }: RevokeDialogProps) {
  const t = useMessages(supplierMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  const { busy, fault, setFault, run } = useSupplierChange(onClose);
  const [revokedOn, setDay] = useState<Day | null>(today());
  const [reason, setReason] = useState('');
  const save = () => {
    if (revokedOn === null) return setFault(t('dayRequired'));
    const body = { revokedOn, revocationReason: reason.trim().normalize('NFC') };
    const refused = certificationRefusal({ ...certification, ...body });
    if (refused !== null) return setFault(refusalSentence(refused, language));
    return void run(
      () => revokeCertification(supplier, certification.id, { revokedOn, reason: body.revocationReason }),
      t('revoked'),
    );
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={save}
      title={t('revokeTitle', { type: words(`certificate_${certification.type}`) })}
      confirmLabel={t('revoke')}
      danger
      busy={busy}
    >
      <div className="stack stack--tight">
        <p>{t('revokeText')}</p>
        {fault !== null && (
          <Notice tone="danger" live>
            {fault}
          </Notice>
        )}
        <DayField
          label={t('revokedOn')}
          hint={t('revokedOnHint')}
          required
          value={revokedOn}
          onChange={setDay}
        />
        <TextArea
          label={t('reason')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
