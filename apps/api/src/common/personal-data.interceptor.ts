import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import type { PersonalData } from '@ieum/domain';
import { AccessRecorder } from './access-recorder';
import { isAnonymous, type Actor } from './actor';
import { personsShown, tellsOfPersons, type DtoClass, type ShownPerson } from './personal-data';
import { PersonalFile } from './personal-file';

export const TELLING = 'ieum:telling';

/** What an operation may tell of persons. */
export interface Telling {
  readonly operation: string;
  /** The class of its answer, whose marked fields say it; undefined: a file, or nothing. */
  readonly answers: DtoClass | undefined;
  /** Of a file, what it holds; the file says of whom (PersonalFile). */
  readonly shows: readonly PersonalData[] | undefined;
}

/**
 * Writes down whom an answer shows, before it is given: no service can forget it, and what cannot be written down is not
 * shown. Nobody is logged for looking at the own account; what anybody may see without an account is no secret of a person.
 */
@Injectable()
export class PersonalDataInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly recorder: AccessRecorder,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>();
    const telling = this.reflector.get<Telling>(TELLING, context.getHandler());
    // Read now: a client that goes away while it waits has no address any more.
    const { actor, ip: address } = request;
    if (!mayTell(telling) || actor === undefined || isAnonymous(actor)) return next.handle();
    const { operation } = telling;
    return next.handle().pipe(
      mergeMap(async (answer) => {
        const persons = shownBy(telling, answer).filter(
          ({ kind, id }) => kind !== 'user' || id !== actor.userId,
        );
        if (persons.length === 0) return answer;
        await this.recorder.record({ actor, address, operation, persons }).catch((failure) => {
          if (answer instanceof StreamableFile) answer.getStream().destroy();
          throw failure;
        });
        return answer;
      }),
    );
  }
}

function mayTell({ answers, shows }: Telling): boolean {
  return shows !== undefined || (answers !== undefined && tellsOfPersons(answers));
}

function shownBy({ operation, answers, shows }: Telling, answer: unknown): ShownPerson[] {
  if (shows === undefined) return answers === undefined ? [] : personsShown(answers, answer);
  if (answer instanceof PersonalFile) return [{ ...answer.subject, fields: shows }];
  throw new Error(`${operation} shows personal data and does not say whose`);
}
