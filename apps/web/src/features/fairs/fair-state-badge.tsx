import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import type { FairState } from './api';
import { fairWords } from './messages';

const TONES: Readonly<Record<FairState, BadgeTone>> = {
  planned: 'neutral',
  applications: 'information',
  scheduling: 'information',
  open: 'information',
  held: 'success',
  followed_up: 'success',
};

export function FairStateBadge({ state }: { readonly state: FairState }) {
  const t = useMessages(fairWords);
  return <StateBadge tone={TONES[state]} label={t(`state_${state}`)} />;
}
