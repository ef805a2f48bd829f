import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { randomUUID } from 'node:crypto';

export const ACCESS_TOKEN_SECONDS = 15 * 60;
const ISSUER = 'ieum';
const AUDIENCE = 'ieum-api';

interface AccessClaims {
  readonly sub: string;
  readonly sid: string;
}

@Injectable()
export class AccessTokens {
  constructor(private readonly jwt: JwtService) {}

  issue(userId: string, sessionId: string): Promise<string> {
    return this.jwt.signAsync(
      { sid: sessionId },
      {
        algorithm: 'HS256',
        subject: userId,
        issuer: ISSUER,
        audience: AUDIENCE,
        jwtid: randomUUID(),
        expiresIn: ACCESS_TOKEN_SECONDS,
      },
    );
  }

  /** @returns the claims of a valid token, or null for any other */
  async read(token: string): Promise<AccessClaims | null> {
    try {
      return await this.jwt.verifyAsync<AccessClaims>(token, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: AUDIENCE,
      });
    } catch {
      return null;
    }
  }
}
