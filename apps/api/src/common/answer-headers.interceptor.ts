import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';
import type { Actor } from './actor';

/** ETag of a versioned answer, and the mark of a replayed one. */
@Injectable()
export class AnswerHeadersInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & { actor?: Actor }>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((answer) => {
        const version = versionOf(answer);
        if (version !== undefined) void reply.header('etag', `"v${version}"`);
        // What an account sees must not be found in a cache by the next person at the machine.
        if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
        if (request.actor?.idempotency?.replayed === true) void reply.header('idempotent-replayed', 'true');
      }),
    );
  }
}

function versionOf(answer: unknown): number | undefined {
  if (typeof answer !== 'object' || answer === null || !('version' in answer)) return undefined;
  return typeof answer.version === 'number' ? answer.version : undefined;
}
