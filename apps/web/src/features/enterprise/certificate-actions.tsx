import { certificateActionRefusal } from '@ieum/domain';
import { useQueryClient } from '@tanstack/react-query';
import { LinkButton } from '../../components/link-button';
import { WithdrawButton } from '../../components/withdraw-button';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { companyQuery, ENTERPRISE_KEY, withdrawVerification, type CertificationEntry } from './api';
import { certificateMessages } from './certificate-messages';

interface CertificateActionsProps {
  readonly supplierId: string;
  readonly entry: CertificationEntry;
  readonly entries: readonly CertificationEntry[];
}

/** Renew or correct what stands, change or take back what waits; by the rule that the server calls too. */
export function CertificateActions({ entry, entries }: CertificateActionsProps) {
  const t = useMessages(certificateMessages);
  const words = useMessages(purchaseWords);
  const name = words(`certificate_${entry.type}`);
  const standing = { state: entry.entryState, revokedOn: entry.revokedOn };
  const changeWaits = entries.some((one) => one.entryState === 'waiting' && one.replacesId === entry.id);
  if (entry.entryState === 'waiting') {
    return (
      <>
        <LinkButton
          variant="secondary"
          size="small"
          icon="edit"
          to={`/enterprise/certificates/${entry.id}/edit`}
        >
          {t('edit')}
        </LinkButton>
        <Withdraw entry={entry} name={name} />
      </>
    );
  }
  if (certificateActionRefusal(standing, 'propose') !== null) return null;
  return (
    <>
      {entry.validUntil !== null && (
        <LinkButton
          size="small"
          to={`/enterprise/certificates/new?renews=${entry.id}`}
          aria-label={t('renewOf', { name })}
        >
          {t('renew')}
        </LinkButton>
      )}
      {!changeWaits && (
        <LinkButton
          variant="secondary"
          size="small"
          icon="edit"
          to={`/enterprise/certificates/${entry.id}/edit`}
          aria-label={t('correctOf', { name })}
        >
          {t('correct')}
        </LinkButton>
      )}
    </>
  );
}

function Withdraw({ entry, name }: { readonly entry: CertificationEntry; readonly name: string }) {
  const t = useMessages(certificateMessages);
  const queryClient = useQueryClient();
  const withdraw = async () => {
    // The version of the request is not the certificate's: it is read with the enterprise.
    const { data } = await queryClient.fetchQuery({ ...companyQuery, staleTime: 0 });
    const asked = data.verifications.find(({ id }) => id === entry.verificationId);
    if (asked !== undefined) await withdrawVerification(asked);
  };
  return (
    <WithdrawButton
      label={t('withdraw')}
      title={t('withdrawTitle', { name })}
      text={t('withdrawText')}
      done={t('withdrawn')}
      withdraw={withdraw}
      reloads={ENTERPRISE_KEY}
    />
  );
}
