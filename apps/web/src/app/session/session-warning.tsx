import { useEffect, useState } from 'react';
import { Button } from '../../components/button';
import { accessTokenExpiresAt, onAccessTokenChange } from '../../lib/access-token';
import { useMessages } from '../../lib/language';
import { useSession } from '../../lib/session';
import { sessionMessages } from './messages';
import './session-warning.css';

const WARN_BEFORE_MS = 120_000;
const ACTIVITY = ['pointerdown', 'keydown'] as const;

/**
 * Renews quietly while somebody works; when nobody has touched anything for the life of a token, warns two
 * minutes before it ends (WCAG 2.2.1) and lets the person go on with one key.
 */
export function SessionWarning() {
  const t = useMessages(sessionMessages);
  const { extend, logout } = useSession();
  const secondsLeft = useSecondsLeft(extend);
  if (secondsLeft === null) return null;
  return (
    <div className="session-warning" role="alertdialog" aria-labelledby="session-warning-title">
      <p id="session-warning-title" className="session-warning__text">
        <strong>{t('ending')}</strong>
        {secondsLeft > 0 ? t('secondsLeft', { seconds: secondsLeft }) : t('ended')}
      </p>
      <div className="session-warning__actions">
        <Button size="small" onClick={() => void extend().catch(() => undefined)} autoFocus>
          {t('continue')}
        </Button>
        <Button size="small" variant="secondary" onClick={() => void logout()}>
          {t('logout')}
        </Button>
      </div>
    </div>
  );
}

/** Seconds left once the warning is due, else null. */
function useSecondsLeft(extend: () => Promise<void>): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    let lastActivity = Date.now();
    let renewing = false;
    const noteActivity = () => {
      lastActivity = Date.now();
    };
    const tick = () => {
      const expiresAt = accessTokenExpiresAt();
      if (expiresAt === null) return setLeft(null);
      const remaining = expiresAt - Date.now();
      if (remaining > WARN_BEFORE_MS) return setLeft(null);
      const workedLately = Date.now() - lastActivity < WARN_BEFORE_MS * 2;
      if (workedLately && remaining > 0 && !renewing) {
        renewing = true;
        extend()
          .catch(() => undefined)
          .finally(() => {
            renewing = false;
          });
        return;
      }
      setLeft(Math.max(0, Math.ceil(remaining / 1000)));
    };
    const timer = window.setInterval(tick, 1000);
    const stop = onAccessTokenChange(tick);
    ACTIVITY.forEach((kind) => window.addEventListener(kind, noteActivity, { passive: true }));
    return () => {
      window.clearInterval(timer);
      stop();
      ACTIVITY.forEach((kind) => window.removeEventListener(kind, noteActivity));
    };
  }, [extend]);
  return left;
}
