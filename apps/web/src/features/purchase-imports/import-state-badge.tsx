import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import type { PurchaseImport } from './api';
import { importMessages } from './messages';

const TONE: Readonly<Record<PurchaseImport['state'], BadgeTone>> = {
  checking: 'information',
  checked: 'warning',
  applying: 'information',
  applied: 'success',
  undoing: 'information',
  undone: 'neutral',
  failed: 'danger',
};

export function ImportStateBadge({ state }: { readonly state: PurchaseImport['state'] }) {
  const t = useMessages(importMessages);
  return <StateBadge tone={TONE[state]} label={t(`state_${state}`)} />;
}
