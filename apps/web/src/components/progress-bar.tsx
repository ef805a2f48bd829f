import { useId } from 'react';
import { useMessages } from '../lib/language';
import { componentMessages } from './messages';
import './progress-bar.css';

interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** null while it is not known yet */
  readonly total: number | null;
}

/** Progress with counts, for imports, schedules and exports. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const t = useMessages(componentMessages);
  const labelId = useId();
  const counts = total === null ? '' : t('progress', { done, total });
  const percent = total === null || total === 0 ? 0 : Math.min(100, (done / total) * 100);
  return (
    <div className="progress-bar">
      <div className="progress-bar__texts">
        <span id={labelId}>{label}</span>
        <span className="number">{counts}</span>
      </div>
      <div
        className={
          total === null ? 'progress-bar__track progress-bar__track--unknown' : 'progress-bar__track'
        }
        role="progressbar"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={total === null ? undefined : done}
        aria-valuetext={counts || undefined}
      >
        <span style={{ width: total === null ? '30%' : `${percent}%` }} />
      </div>
    </div>
  );
}
