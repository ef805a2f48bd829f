import type { VisitState } from '@ieum/domain';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import { visitMessages } from './messages';

const TONE: Readonly<Record<VisitState, BadgeTone>> = {
  planned: 'information',
  done: 'success',
  followed_up: 'success',
  cancelled: 'neutral',
};

export function VisitStateBadge({ state }: { readonly state: VisitState }) {
  const t = useMessages(visitMessages);
  return <StateBadge tone={TONE[state]} label={t(`state_${state}`)} />;
}
