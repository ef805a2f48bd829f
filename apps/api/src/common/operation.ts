import {
  applyDecorators,
  createParamDecorator,
  Header,
  HttpCode,
  SetMetadata,
  UseInterceptors,
  type ExecutionContext,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtension,
  ApiHeader,
  ApiOperation,
  ApiResponse,
  getSchemaPath,
  ApiExtraModels,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { rolesWith, type Permission, type PersonalData } from '@ieum/domain';
import type { Actor } from './actor';
import { AnswerHeadersInterceptor } from './answer-headers.interceptor';
import { PersonalDataInterceptor, TELLING, type Telling } from './personal-data.interceptor';
import type { DtoClass } from './personal-data';
import { ProblemDto } from './problem.dto';
import { InvalidInput } from './invalid-input';
import { refuse } from './refused';

export const REQUIRED_PERMISSION = 'ieum:permission';
export const IS_PUBLIC = 'ieum:public';
export const IS_IDEMPOTENT = 'ieum:idempotent';
export const OPERATION_ID = 'ieum:operation';

interface OperationOptions {
  id: string;
  summary: string;
  /** The permission it needs, or 'public' for anybody. There is no third way: the guard refuses what says neither. */
  requires: Permission | 'public';
  answers?: DtoClass | 'file' | 'nothing';
  status?: 200 | 201 | 202 | 204;
  /** Takes an Idempotency-Key; the service keeps the answer through Transactions.runOnce. */
  idempotent?: boolean;
  /** Of a file: which personal data it holds; it has to be a PersonalFile. What an answer shows is read off the answer. */
  shows?: readonly PersonalData[];
  /** The answer is a single versioned resource: an ETag is sent. */
  etag?: boolean;
  /** Needs If-Match with the version that was read (@IfMatch()). */
  ifMatch?: boolean;
}

/** Everything a route says about itself, in one place: permission, document, status, headers. */
export function Operation(options: OperationOptions): MethodDecorator {
  const {
    id,
    summary,
    requires,
    answers = 'nothing',
    idempotent = false,
    etag = false,
    ifMatch = false,
  } = options;
  const status = options.status ?? (answers === 'nothing' ? 204 : 200);
  const isPublic = requires === 'public';
  return applyDecorators(
    HttpCode(status),
    SetMetadata(OPERATION_ID, id),
    SetMetadata(IS_IDEMPOTENT, idempotent),
    isPublic ? SetMetadata(IS_PUBLIC, true) : SetMetadata(REQUIRED_PERMISSION, requires),
    SetMetadata(TELLING, tellingOf(options)),
    UseInterceptors(AnswerHeadersInterceptor, PersonalDataInterceptor),
    ApiOperation({ operationId: id, summary }),
    ApiExtension('x-permission', requires),
    ApiExtension('x-roles', isPublic ? ['anonymous'] : rolesWith(requires)),
    ApiExtension('x-idempotent', idempotent),
    ...(options.shows === undefined ? [] : [ApiExtension('x-personal', options.shows)]),
    ...(isPublic ? [] : [ApiBearerAuth()]),
    ...(idempotent
      ? [
          ApiHeader({
            name: 'Idempotency-Key',
            required: false,
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          }),
        ]
      : []),
    ...(ifMatch
      ? [ApiHeader({ name: 'If-Match', required: true, schema: { type: 'string', maxLength: 40 } })]
      : []),
    ...(status === 200 && etag ? [Header('cache-control', 'no-cache')] : []),
    answerOf(answers, status),
    ApiExtraModels(ProblemDto),
    ApiResponse({
      status: 'default',
      description: 'Refused; the code says why',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
    }),
  );
}

function tellingOf({ id, answers, shows }: OperationOptions): Telling {
  return { operation: id, answers: typeof answers === 'string' ? undefined : answers, shows };
}

function answerOf(answers: OperationOptions['answers'], status: number): MethodDecorator {
  if (answers === 'nothing' || answers === undefined) return ApiResponse({ status, description: 'Done' });
  if (answers === 'file') {
    return ApiResponse({
      status,
      description: 'A file',
      content: {
        'application/octet-stream': {
          schema: { type: 'string', format: 'binary', maxLength: 1_000_000_000 },
        },
      },
    });
  }
  return ApiResponse({ status, description: 'Done', type: answers });
}

/** The actor that the guard put on the request. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>().actor;
  return actor ?? refuse('SESSION_EXPIRED');
});

/** The version that the client read: If-Match: "v3" → 3. Refuses 428 when missing, 400 when it is not ours. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) return refuse('IF_MATCH_REQUIRED');
  const version = /^"v(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined)
    throw InvalidInput.of('If-Match', 'etag', 'must be the ETag that was read, such as "v3"');
  return Number(version);
});
