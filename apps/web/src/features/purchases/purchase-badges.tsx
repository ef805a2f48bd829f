import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import type { Purchase } from './api';

const COUNT_TONE: Readonly<Record<Purchase['countStatus'], BadgeTone>> = {
  counted: 'success',
  needs_check: 'warning',
  not_counted: 'neutral',
};

const STATE_TONE: Readonly<Record<Purchase['state'], BadgeTone>> = {
  draft: 'neutral',
  submitted: 'information',
  accepted: 'success',
  returned: 'danger',
  voided: 'neutral',
};

export function CountBadge({ status }: { readonly status: Purchase['countStatus'] }) {
  const t = useMessages(purchaseWords);
  return <StateBadge tone={COUNT_TONE[status]} label={t(`count_${status}`)} />;
}

export function PurchaseStateBadge({ state }: { readonly state: Purchase['state'] }) {
  const t = useMessages(purchaseWords);
  return <StateBadge tone={STATE_TONE[state]} label={t(`state_${state}`)} />;
}
