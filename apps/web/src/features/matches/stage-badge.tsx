import type { MatchStage } from '@ieum/domain';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import { matchWords } from '../../lib/match-messages';

const TONES: Readonly<Record<MatchStage, BadgeTone>> = {
  identified: 'neutral',
  supported: 'information',
  proposed: 'information',
  selected: 'success',
  contracted: 'success',
  lost: 'danger',
  no_result: 'neutral',
};

export function StageBadge({ stage }: { readonly stage: MatchStage }) {
  const word = useMessages(matchWords);
  return <StateBadge tone={TONES[stage]} label={word(`stage_${stage}`)} />;
}
