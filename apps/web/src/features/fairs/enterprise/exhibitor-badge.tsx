import { StateBadge, type BadgeTone } from '../../../components/state-badge';
import { useMessages } from '../../../lib/language';
import type { FairExhibitor } from '../api';
import { fairWords } from '../messages';

const TONES: Readonly<Record<FairExhibitor['state'], BadgeTone>> = {
  applied: 'information',
  confirmed: 'success',
  declined: 'danger',
  withdrawn: 'neutral',
};

export function ExhibitorBadge({ state }: Pick<FairExhibitor, 'state'>) {
  const word = useMessages(fairWords);
  return <StateBadge tone={TONES[state]} label={word(`exhibitor_${state}`)} />;
}
