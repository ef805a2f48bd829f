import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import type { SupplierImport } from './api';
import { listMessages } from './messages';

const TONE: Readonly<Record<SupplierImport['state'], BadgeTone>> = {
  checking: 'information',
  checked: 'warning',
  applying: 'information',
  applied: 'success',
  undoing: 'information',
  undone: 'neutral',
  failed: 'danger',
};

export function ListStateBadge({ state }: { readonly state: SupplierImport['state'] }) {
  const t = useMessages(listMessages);
  return <StateBadge tone={TONE[state]} label={t(`state_${state}`)} />;
}
