import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { expect } from '@jest/globals';
import type { ApiClient } from './api-client';

const BOUNDARY = 'ieum-test-boundary';

/** Uploads a file as the browser does. @returns the status and, when it was kept, its id */
export async function upload(
  app: NestFastifyApplication,
  client: ApiClient,
  name: string,
  content: Buffer | string,
): Promise<{ status: number; id: string; code: string }> {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: {
      authorization: `Bearer ${client.token}`,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  });
  const body = response.json<{ id?: string; code?: string }>();
  return { status: response.statusCode, id: body.id ?? '', code: body.code ?? '' };
}

/** The id of a file that has to be kept. */
export async function uploaded(
  app: NestFastifyApplication,
  client: ApiClient,
  name: string,
  content: Buffer | string,
): Promise<string> {
  const answer = await upload(app, client, name, content);
  expect(answer).toMatchObject({ status: 201 });
  return answer.id;
}
