import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { resolve } from 'node:path';
import { problem } from './common/problem';

/** A file that the build made: its name says what is in it, so one that is not there was of another build. */
const BUILT_FILE = /^\/(?:assets|fonts)\//;

/** The built web on the same port: files as they are, every other address outside /api answers the single page. */
export async function serveWeb(app: NestFastifyApplication, webRoot: string): Promise<void> {
  const root = resolve(webRoot);
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    maxAge: '1h',
    immutable: false,
    preCompressed: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request, reply) => {
    // A wrong method of a known address, or an unknown one: who knows the routes says which.
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    if (BUILT_FILE.test(request.url)) {
      return reply
        .code(404)
        .header('content-type', 'application/problem+json')
        .send(JSON.stringify(problem(404, 'NOT_FOUND', request.id)));
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html', root, { cacheControl: false });
  });
}
