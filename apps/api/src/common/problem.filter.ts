import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusalOfDatabaseError } from './database-errors';
import { InvalidInput } from './invalid-input';
import { problem, STATUS_OF, type Problem } from './problem';
import { Refused } from './refused';
import type { RouteMethods } from './route-methods';

const RETRY_AFTER_SECONDS = 1;

/** Every failure leaves through here: a known refusal with its reason, anything else as a plain 500 that tells nothing. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly routes: RouteMethods) {}

  catch(failure: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const allowed = request.is404 ? this.routes.of(request.url.split('?')[0] ?? '') : [];
    if (allowed.length > 0) void reply.header('allow', allowed.join(', '));
    const answer =
      allowed.length > 0 ? problem(405, codeOf(405), request.id) : problemOf(failure, request.id);
    if (answer.status === 500) this.logger.error({ requestId: request.id, ...describeDefect(failure) });
    if (reply.sent) return;
    if (answer.status === 503 || answer.status === 429) {
      void reply.header('retry-after', String(answer.details['retryAfterSeconds'] ?? RETRY_AFTER_SECONDS));
    }
    void reply
      .code(answer.status)
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify(answer));
  }
}

export function problemOf(failure: unknown, requestId: string): Problem {
  if (failure instanceof InvalidInput) {
    return problem(400, 'INVALID_INPUT', requestId, { errors: failure.errors });
  }
  const refused = failure instanceof Refused ? failure.refusal : refusalOfDatabaseError(failure);
  if (refused !== null) {
    return problem(STATUS_OF[refused.code], refused.code, requestId, { details: refused.details });
  }
  const status = statusOf(failure);
  return problem(status, codeOf(status), requestId);
}

/** Framework errors carry a status of the 4xx range; whatever else is our defect. */
function statusOf(failure: unknown): number {
  if (failure instanceof HttpException) return failure.getStatus();
  if (typeof failure === 'object' && failure !== null && 'statusCode' in failure) {
    const status = failure.statusCode;
    if (typeof status === 'number' && status >= 400 && status < 500) return status;
  }
  return 500;
}

const CODES: Readonly<Record<number, string>> = {
  400: 'INVALID_INPUT',
  401: 'SESSION_EXPIRED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'FILE_TOO_LARGE',
  415: 'FILE_TYPE_REFUSED',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_BUSY',
};

function codeOf(status: number): string {
  return CODES[status] ?? (status < 500 ? 'INVALID_INPUT' : 'INTERNAL');
}

/** Message and stack for our log; never the parameters of a statement, which may be personal data. */
function describeDefect(failure: unknown): { message: string; stack: string | undefined } {
  if (!(failure instanceof Error))
    return { message: 'a thrown value that is not an Error', stack: undefined };
  return { message: failure.message.split('\n')[0] ?? '', stack: failure.stack };
}
