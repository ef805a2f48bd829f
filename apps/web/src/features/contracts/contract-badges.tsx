import { StateBadge } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import type { Contract } from './api';
import { contractMessages } from './messages';

export function ContractStateBadge({ state }: Pick<Contract, 'state'>) {
  const t = useMessages(contractMessages);
  return <StateBadge tone={state === 'signed' ? 'success' : 'neutral'} label={t(`state_${state}`)} />;
}

/** Whether it is in the books; nothing is waited for where it was cancelled. */
export function PurchaseBadge({ contract }: { readonly contract: Contract }) {
  const t = useMessages(contractMessages);
  if (contract.purchase !== null) return <StateBadge tone="success" label={t('purchase_entered')} />;
  return contract.state === 'signed' ? <StateBadge tone="information" label={t('purchase_waiting')} /> : '–';
}
