import type { PeriodState } from '@ieum/domain';
import type { BadgeTone } from '../../components/state-badge';

export const PERIOD_TONE: Readonly<Record<PeriodState, BadgeTone>> = {
  open: 'neutral',
  submitted: 'information',
  closed: 'success',
};
