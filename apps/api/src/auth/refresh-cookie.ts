import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config';

/** The refresh token's cookie: never readable by script, never sent by another site. */
export function refreshCookie(config: Config) {
  const name = config.tls ? '__Host-ieum_refresh' : 'ieum_refresh';
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: config.tls } as const;
  return {
    read: (request: FastifyRequest): string | undefined => request.cookies[name],
    set: (reply: FastifyReply, token: string) => void reply.setCookie(name, token, options),
    clear: (reply: FastifyReply) => void reply.clearCookie(name, options),
  };
}
