import { useEffect, useState } from 'react';

const TICK_MS = 5_000;

/**
 * The server's clock in milliseconds, going on by the device's own while nothing answers. A device whose clock is wrong
 * shows the right meeting all the same.
 */
export function useServerNow(answeredNow: string | undefined, answeredAt: number): number {
  const [deviceNow, setDeviceNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setDeviceNow(Date.now()), TICK_MS);
    return () => window.clearInterval(timer);
  }, []);
  if (answeredNow === undefined) return deviceNow;
  return Date.parse(answeredNow) + Math.max(0, deviceNow - answeredAt);
}
