import './bullet-bar.css';

interface BulletTrackProps {
  /** the figures in words: the picture alone tells nothing */
  readonly label: string;
  readonly actual: number;
  /** null = none: no scale is drawn */
  readonly target: number | null;
  readonly pace?: number | null;
}

/** Up to twice the target the bar is true to scale; beyond that it runs into an arrow and the figure tells. */
const LONGEST = 2;

/** The bar alone: actual against target and pace. Whatever the figures are, it stays within its frame. */
export function BulletTrack({ label, actual, target, pace = null }: BulletTrackProps) {
  const share = target === null ? 0 : actual / target;
  const expected = target === null || pace === null ? null : pace / target;
  const scale = Math.min(LONGEST, Math.max(1, share, expected ?? 0));
  const at = (value: number) => `${Math.max(0, Math.min(100, (value / scale) * 100))}%`;
  return (
    <div className="bullet-bar__track" role="img" aria-label={label}>
      {target !== null && (
        <>
          <span className="bullet-bar__actual" style={{ width: at(Math.min(share, 1)) }} />
          {share > 1 && (
            <span
              className={share > LONGEST ? 'bullet-bar__over bullet-bar__over--cut' : 'bullet-bar__over'}
              style={{ left: at(1), width: `calc(${at(share)} - ${at(1)})` }}
            />
          )}
          {expected !== null && (
            <span className="bullet-bar__pace" style={{ left: at(Math.min(expected, scale)) }} />
          )}
          <span className="bullet-bar__target" style={{ left: at(1) }} />
        </>
      )}
    </div>
  );
}
