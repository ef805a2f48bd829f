import { createHmac } from 'node:crypto';
import type { ApiClient } from './api-client';

const TEST_SECRET = 'a secret that only the tests know, long enough';

/** A token that we really signed, with its end in the past. */
export function expiredToken(client: ApiClient): string {
  const [header, payload] = (client.token ?? '')
    .split('.')
    .slice(0, 2)
    .map((part) => Buffer.from(part, 'base64url').toString());
  const claims: Record<string, unknown> = JSON.parse(payload ?? '{}');
  const unsigned = [header ?? '', JSON.stringify({ ...claims, exp: 1_000_000_000 })]
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
  return `${unsigned}.${createHmac('sha256', TEST_SECRET).update(unsigned).digest('base64url')}`;
}
