import { useCallback, useEffect, useState } from 'react';

const PREFIX = 'ieum.draft.';

export interface Draft<Values> {
  /** what was kept from before a reload or an ended session; null when there is nothing */
  readonly kept: Values | null;
  readonly keep: (values: Values) => void;
  /** after success, or when the person throws the draft away */
  readonly clear: () => void;
}

/**
 * Keeps what somebody typed in a form for this tab. `name` must tell apart the form and the row
 * ("purchase:new", "purchase:<id>"). Passwords and files are never to be kept.
 */
export function useDraft<Values>(name: string, isValues: (value: unknown) => value is Values): Draft<Values> {
  const key = PREFIX + name;
  const [kept, setKept] = useState<Values | null>(() => readDraft(key, isValues));
  const keep = useCallback((values: Values) => writeDraft(key, values), [key]);
  const clear = useCallback(() => {
    sessionStorage.removeItem(key);
    setKept(null);
  }, [key]);
  useEffect(() => setKept(readDraft(key, isValues)), [key, isValues]);
  return { kept, keep, clear };
}

function readDraft<Values>(key: string, isValues: (value: unknown) => value is Values): Values | null {
  const written = sessionStorage.getItem(key);
  if (written === null) return null;
  try {
    const value: unknown = JSON.parse(written);
    return isValues(value) ? value : null;
  } catch {
    return null;
  }
}

function writeDraft(key: string, values: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(values));
  } catch {
    // A full or forbidden storage must not stop somebody from typing.
  }
}

/** Somebody else's drafts must not appear on a shared office PC. */
export function clearAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
