import type { SupplierSurveyState } from '@ieum/domain';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import { surveyMessages } from './messages';

const TONE: Readonly<Record<SupplierSurveyState, BadgeTone>> = {
  sent: 'information',
  can_sell: 'warning',
  cannot_sell: 'neutral',
  visited: 'success',
};

/** Who can sell and waits for a visit is what the second round has to do. */
export function SurveyStateBadge({ state }: { readonly state: SupplierSurveyState }) {
  const t = useMessages(surveyMessages);
  return <StateBadge tone={TONE[state]} label={t(`state_${state}`)} />;
}
