import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/** The value once it has stood still for a moment: one request per thought instead of one per key. */
export function usePaused<Value>(value: Value, milliseconds = PAUSE_MS): Value {
  const [paused, setPaused] = useState(value);
  const written = JSON.stringify(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setPaused(JSON.parse(written)), milliseconds);
    return () => window.clearTimeout(timer);
  }, [written, milliseconds]);
  return paused;
}
