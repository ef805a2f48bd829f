import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { IdempotencyContext } from './actor';
import { InvalidInput } from './invalid-input';

/** The request's Idempotency-Key with a fingerprint of what was asked; null when none was sent. */
export function idempotencyOf(request: FastifyRequest, operation: string): IdempotencyContext | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw InvalidInput.of('Idempotency-Key', 'ascii', 'must be 1 to 255 visible ASCII characters');
  }
  const fingerprint = createHash('sha256').update(`${request.method} ${request.url}\n`);
  fingerprint.update(JSON.stringify(request.body ?? null));
  return { operation, key, requestHash: fingerprint.digest('base64url'), replayed: false };
}
