import { certificationRefusal, type Day } from '@ieum/domain';
import { useState } from 'react';
import { DayField } from '../../components/day-field';
import { ConfirmDialog } from '../../components/dialog';
import { Notice } from '../../components/notice';
import { TextArea } from '../../components/text-area';
import { today } from '../../lib/date-format';
import { useLanguage, useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { refusalSentence } from '../../lib/refusal-sentence';
import { reinstateCertification, revokeCertification, type CertificationEntry } from './api';
import { registerMessages } from './messages';
import { RecountPreview } from './recount-preview';
import { useCertificateChange } from './use-certificate-change';

interface RevocationDialogProps {
  readonly supplierId: string;
  readonly version: number;
  readonly entry: CertificationEntry;
  /** false = the revocation is taken back */
  readonly isRevocation: boolean;
  readonly onClose: () => void;
}

/** A revocation, also of a day gone by, or taking it back; with the purchases that would count otherwise. */
export function RevocationDialog(props: RevocationDialogProps) {
  const { supplierId, version, entry, isRevocation, onClose } = props;
  const t = useMessages(registerMessages);
  const words = useMessages(purchaseWords);
  const { language } = useLanguage();
  const { busy, fault, setFault, run } = useCertificateChange(onClose);
  const [revokedOn, setDay] = useState<Day | null>(today());
  const [reason, setReason] = useState('');
  const type = words(`certificate_${entry.type}`);
  const address = { id: supplierId, certificationId: entry.id, version };
  const save = () => {
    if (!isRevocation) return void run(() => reinstateCertification(address), t('reinstated'));
    if (revokedOn === null) return setFault(t('dayRequired'));
    const body = { revokedOn, reason: reason.trim().normalize('NFC') };
    const refused = certificationRefusal({ ...entry, revokedOn, revocationReason: body.reason });
    if (refused !== null) return setFault(refusalSentence(refused, language));
    return void run(() => revokeCertification(address, body), t('revoked'));
  };
  const change = isRevocation ? revokedOn !== null && { revokedOn } : { notRevoked: true };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={save}
      title={t(isRevocation ? 'revokeTitle' : 'reinstateTitle', { type })}
      confirmLabel={t(isRevocation ? 'revokeConfirm' : 'reinstate')}
      danger={isRevocation}
      busy={busy}
    >
      <div className="stack stack--tight">
        <p>{t(isRevocation ? 'revokeText' : 'reinstateText')}</p>
        {fault !== null && (
          <Notice tone="danger" live>
            {fault}
          </Notice>
        )}
        {isRevocation && (
          <>
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
          </>
        )}
        <RecountPreview
          question={change === false ? null : { supplierId, certificationId: entry.id, ...change }}
        />
      </div>
    </ConfirmDialog>
  );
}
