import 'reflect-metadata';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { RequestMethod, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { MAX_FILE_BYTES } from '@ieum/domain';
import { AppModule } from './app.module';
import { InvalidInput } from './common/invalid-input';
import { ProblemFilter, problemOf } from './common/problem.filter';
import { loggedRequest } from './common/logged-request';
import { RouteMethods } from './common/route-methods';
import { parseStrictJson } from './common/strict-input/strict-json';
import { cleanQuery, refuseMalformedUrl } from './common/strict-input/strict-url';
import type { Config } from './config/config';
import { serveOpenApiDocument } from './openapi-document';
import { serveWeb } from './serve-web';

const BODY_LIMIT = 1024 * 1024;
/** For a whole request, an upload of 20 MB over a slow line too: who sends nothing does not hold a connection for ever. */
const REQUEST_TIMEOUT_MS = 120_000;

/** The whole HTTP application, for main and for the tests alike; not yet listening. */
export async function createApp(
  config: Config,
  options: { preview?: boolean } = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    genReqId: () => randomUUID(),
    logger:
      config.logLevel === 'silent'
        ? false
        : {
            level: config.logLevel,
            redact: ['req.headers', 'err.parameters', 'err.query'],
            serializers: { req: loggedRequest },
          },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const answer = problemOf(error, request.id);
      void reply
        .code(answer.status)
        .header('content-type', 'application/problem+json')
        .send(JSON.stringify(answer));
    },
    routerOptions: { maxParamLength: 200 },
    // A second error handler would silently take the place of Nest's, which leads to ProblemFilter: refuse to start.
    allowErrorHandlerOverride: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    bodyParser: false,
    preview: options.preview ?? false,
    abortOnError: false,
    logger: options.preview === true ? false : ['error', 'warn', 'fatal'],
  });
  const routes = new RouteMethods();
  routes.listenTo(app.getHttpAdapter().getInstance());
  await acceptStrictInput(app);
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    hsts: config.tls,
  });
  app.setGlobalPrefix('api/v1', {
    exclude: [
      { path: 'api/health/live', method: RequestMethod.GET },
      { path: 'api/health/ready', method: RequestMethod.GET },
    ],
  });
  app.useGlobalPipes(
    new ValidationPipe({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
      exceptionFactory: (errors) => InvalidInput.fromValidation(errors),
    }),
  );
  app.useGlobalFilters(new ProblemFilter(routes));
  app.enableShutdownHooks();
  if (options.preview !== true) serveOpenApiDocument(app);
  if (config.webRoot !== null) await serveWeb(app, config.webRoot);
  return app;
}

/**
 * What every request passes before a controller sees it: a sound URL, a sound body, one file at most. What is thrown
 * here reaches ProblemFilter: Nest sets the one error handler of this scope.
 */
async function acceptStrictInput(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseStrictJson(Buffer.isBuffer(body) ? body : Buffer.from(body)));
    } catch (failure) {
      done(failure instanceof Error ? failure : new Error('unreadable body'), undefined);
    }
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    try {
      refuseMalformedUrl(request.url);
      request.query = cleanQuery(request.query);
      done();
    } catch (failure) {
      done(failure instanceof Error ? failure : new Error('unreadable address'));
    }
  });
  await app.register(multipart, {
    limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 5, fieldSize: 2_000, parts: 6 },
  });
}

/** No inline script, nothing from elsewhere; inline styles because positioned overlays set them. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};
