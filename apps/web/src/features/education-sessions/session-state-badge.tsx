import type { EducationSessionState } from '@ieum/domain';
import { StateBadge, type BadgeTone } from '../../components/state-badge';
import { useMessages } from '../../lib/language';
import { sessionMessages } from './messages';

const TONE: Readonly<Record<EducationSessionState, BadgeTone>> = {
  planned: 'information',
  held: 'success',
  cancelled: 'neutral',
};

export function SessionStateBadge({ state }: { readonly state: EducationSessionState }) {
  const t = useMessages(sessionMessages);
  return <StateBadge tone={TONE[state]} label={t(`state_${state}`)} />;
}
