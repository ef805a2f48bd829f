import type { CertificateState, CertificationType } from '@ieum/domain';
import { useMessages } from '../lib/language';
import { purchaseWords } from '../lib/purchase-messages';
import { StateBadge, type BadgeTone } from './state-badge';

const TONE: Readonly<Record<CertificateState, BadgeTone>> = {
  pending: 'information',
  active: 'success',
  expiring: 'warning',
  expired: 'neutral',
  revoked: 'danger',
};

interface CertificateBadgeProps {
  readonly certification: { readonly type: CertificationType; readonly state: CertificateState };
  /** says the type as well, for lists of suppliers */
  readonly withType?: boolean;
}

/** A certificate's state in words, with colour and sign. */
export function CertificateBadge({ certification, withType = false }: CertificateBadgeProps) {
  const words = useMessages(purchaseWords);
  const state = words(`certificateState_${certification.state}`);
  const label = withType ? `${words(`certificate_${certification.type}`)} · ${state}` : state;
  return <StateBadge tone={TONE[certification.state]} label={label} />;
}
