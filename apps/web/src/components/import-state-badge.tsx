import type { ImportState } from '@ieum/domain';
import { importWords } from '../lib/import-messages';
import { useMessages } from '../lib/language';
import { StateBadge, type BadgeTone } from './state-badge';

const TONE: Readonly<Record<ImportState, BadgeTone>> = {
  checking: 'information',
  checked: 'warning',
  applying: 'information',
  applied: 'success',
  undoing: 'information',
  undone: 'neutral',
  failed: 'danger',
};

export function ImportStateBadge({ state }: { readonly state: ImportState }) {
  const t = useMessages(importWords);
  return <StateBadge tone={TONE[state]} label={t(`state_${state}`)} />;
}
