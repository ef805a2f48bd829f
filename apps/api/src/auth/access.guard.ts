import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { scopeOf, type Permission } from '@ieum/domain';
import { anonymousActor, type Actor } from '../common/actor';
import { idempotencyOf } from '../common/idempotency';
import { IS_IDEMPOTENT, IS_PUBLIC, OPERATION_ID, REQUIRED_PERMISSION } from '../common/operation';
import { refuse } from '../common/refused';
import { AccessTokens } from './access-token';
import { SessionDirectory } from './session-directory';

/**
 * Deny by default: a route is public, or it names a permission that the actor's role holds; one that says neither is
 * refused to everybody. How far the permission reaches is decided by accessRefusal/reachOf in the services.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionDirectory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>();
    const isPublic = this.metadata<boolean>(context, IS_PUBLIC) === true;
    const permission = this.metadata<Permission>(context, REQUIRED_PERMISSION);
    if (!isPublic && permission === undefined) return refuse('FORBIDDEN');

    const actor = await this.actorOf(request, context, isPublic);
    if (permission !== undefined && scopeOf(actor, permission) === undefined) return refuse('FORBIDDEN');
    request.actor = actor;
    return true;
  }

  private async actorOf(
    request: FastifyRequest,
    context: ExecutionContext,
    isPublic: boolean,
  ): Promise<Actor> {
    const header = request.headers.authorization;
    if (header === undefined && isPublic) return anonymousActor(request.id);
    const isOwnAccount = this.metadata<Permission>(context, REQUIRED_PERMISSION) === 'account:own';
    const token = /^Bearer ([\w.-]+)$/.exec(header ?? '')?.[1];
    const claims = token === undefined ? null : await this.tokens.read(token);
    if (claims === null || !isUUID(claims.sid)) return refuse('SESSION_EXPIRED');
    const sessionActor = await this.sessions.actorOf(claims.sid, request.id);
    if (sessionActor === null || sessionActor.userId !== claims.sub) return refuse('SESSION_EXPIRED');
    // An initial password is known to whoever made it: until it is changed it opens the own account and nothing else.
    if (sessionActor.mustChangePassword && !isPublic && !isOwnAccount)
      return refuse('PASSWORD_CHANGE_REQUIRED');
    const isIdempotent = this.metadata<boolean>(context, IS_IDEMPOTENT) === true;
    const operation = this.metadata<string>(context, OPERATION_ID) ?? '';
    return {
      ...sessionActor,
      requestId: request.id,
      sessionId: claims.sid,
      idempotency: isIdempotent ? idempotencyOf(request, operation) : null,
    };
  }

  private metadata<T>(context: ExecutionContext, key: string): T | undefined {
    return this.reflector.get<T | undefined>(key, context.getHandler());
  }
}
