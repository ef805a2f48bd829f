import type { TargetState } from '@ieum/domain';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { cycleWords } from '../../lib/cycle-messages';
import { useMessages } from '../../lib/language';

const TONES: Readonly<Record<TargetState, BadgeTone>> = {
  proposed: 'neutral',
  confirmed: 'neutral',
  notified: 'information',
  acknowledged: 'success',
};

export function TargetStateBadge({ state }: { readonly state: TargetState }) {
  const t = useMessages(cycleWords);
  return <StateBadge tone={TONES[state]} label={t(`target_${state}`)} />;
}
