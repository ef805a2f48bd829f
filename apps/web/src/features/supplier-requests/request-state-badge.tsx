import type { RequestState } from '@ieum/domain';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import { requestMessages } from './messages';

const TONE: Readonly<Record<RequestState, BadgeTone>> = {
  sent: 'information',
  answered: 'success',
  declined: 'warning',
  withdrawn: 'neutral',
};

export function RequestStateBadge({ state }: { readonly state: RequestState }) {
  const t = useMessages(requestMessages);
  return <StateBadge tone={TONE[state]} label={t(`state_${state}`)} />;
}
