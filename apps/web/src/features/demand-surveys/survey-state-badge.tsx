import type { SurveyState } from '@ieum/domain';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { cycleWords } from '../../lib/cycle-messages';
import { useMessages } from '../../lib/language';

const TONES: Readonly<Record<SurveyState, BadgeTone>> = {
  draft: 'neutral',
  submitted: 'information',
  returned: 'warning',
  accepted: 'success',
};

export function SurveyStateBadge({ state }: { readonly state: SurveyState }) {
  const t = useMessages(cycleWords);
  return <StateBadge tone={TONES[state]} label={t(`survey_${state}`)} />;
}
