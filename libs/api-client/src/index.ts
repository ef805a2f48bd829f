import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, operations, paths } from './generated/schema';

export type { components, operations, paths };
export type { Middleware };

/** A named shape of the contract: `Schema<'Purchase'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export type ApiClient = Client<paths>;

export interface ClientOptions {
  /** Origin of the API, without a trailing slash: paths of the contract already begin with /api/v1. */
  readonly baseUrl: string;
  /** Replaces the platform's fetch, for example to renew a session and repeat a refused request. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** The one typed way to the API: `client.GET('/api/v1/…')`. Answers are `{data}` or `{error, response}`. */
export function createClient(options: ClientOptions): ApiClient {
  return createFetchClient<paths>({
    baseUrl: options.baseUrl,
    credentials: 'same-origin',
    // Several values of one filter repeat the key: ?status=draft&status=submitted
    querySerializer: { array: { style: 'form', explode: true } },
    ...(options.fetch ? { fetch: options.fetch } : {}),
  });
}
