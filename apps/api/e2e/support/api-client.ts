import { expect } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  /** Parsed JSON; tests name the fields they look at. */
  readonly body: Body;
}

/** JSON of unknown shape, read field by field in assertions. */
export interface Body {
  readonly [field: string]: Body | undefined;
}

/** A JSON list, for walking over it; fails when it is none. */
export function listOf(body: Body | undefined): Body[] {
  if (!Array.isArray(body)) throw new Error(`not a list: ${JSON.stringify(body)}`);
  return body;
}

interface RequestOptions {
  body?: unknown;
  /** true = a fresh key */
  idempotencyKey?: string | true;
  /** version for If-Match */
  version?: number;
  headers?: Record<string, string>;
  /** The status that must come back; anything else fails the test with the answer printed. */
  expect?: number;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One person's browser: every call carries the access token. Paths are below /api/v1 unless they begin with /api. */
export class ApiClient {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly token: string | null,
    /** Where the person belongs, as /auth/me says. */
    readonly user: { id: string; institutionId: string; departmentId: string },
  ) {}

  get(path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.call('GET', path, options);
  }
  post(path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    return this.call('POST', path, { ...options, body });
  }
  put(path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    return this.call('PUT', path, { ...options, body });
  }
  patch(path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    return this.call('PATCH', path, { ...options, body });
  }

  async call(method: Method, path: string, options: RequestOptions): Promise<Answer> {
    const key = options.idempotencyKey === true ? randomUUID() : options.idempotencyKey;
    const response = await this.app.inject({
      method,
      url: path.startsWith('/api') ? path : `/api/v1${path}`,
      headers: {
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(options.version === undefined ? {} : { 'if-match': `"v${options.version}"` }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { payload: JSON.stringify(options.body) }),
    });
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    const answer: Answer = {
      status: response.statusCode,
      headers: response.headers,
      body: isJson ? response.json<Body>() : {},
    };
    if (options.expect !== undefined && answer.status !== options.expect) {
      expect({ request: `${method} ${path}`, status: answer.status, body: answer.body }).toEqual({
        request: `${method} ${path}`,
        status: options.expect,
        body: expect.anything(),
      });
    }
    return answer;
  }
}
