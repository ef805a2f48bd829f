import { useCallback, useRef } from 'react';

export interface IdempotencyKey {
  /** Header of this submit; the same for a retry of the same content, a new one when the content changed. */
  readonly headersFor: (content: unknown) => { 'Idempotency-Key': string };
  /** Call after success, so that the next row gets its own key. */
  readonly renew: () => void;
}

/** One key per form submit: a double click or a retry after a lost answer creates one row, not two. */
export function useIdempotencyKey(): IdempotencyKey {
  const current = useRef<{ content: string; key: string } | null>(null);
  const headersFor = useCallback((content: unknown) => {
    const written = JSON.stringify(content);
    if (current.current?.content !== written)
      current.current = { content: written, key: newIdempotencyKey() };
    return { 'Idempotency-Key': current.current.key };
  }, []);
  const renew = useCallback(() => {
    current.current = null;
  }, []);
  return { headersFor, renew };
}

/** A fresh key. crypto.randomUUID exists only on https and localhost, and offices do try by address. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
