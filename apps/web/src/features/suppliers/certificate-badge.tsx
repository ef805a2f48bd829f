import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import type { Certification } from './api';

const TONE: Readonly<Record<Certification['state'], BadgeTone>> = {
  pending: 'information',
  active: 'success',
  expiring: 'warning',
  expired: 'neutral',
  revoked: 'danger',
};

interface CertificateBadgeProps {
  readonly certification: Pick<Certification, 'type' | 'state'>;
  /** says the type as well, for lists of suppliers */
  readonly withType?: boolean;
}

export function CertificateBadge({ certification, withType = false }: CertificateBadgeProps) {
  const words = useMessages(purchaseWords);
  const state = words(`certificateState_${certification.state}`);
  const label = withType ? `${words(`certificate_${certification.type}`)} · ${state}` : state;
  return <StateBadge tone={TONE[certification.state]} label={label} />;
}
