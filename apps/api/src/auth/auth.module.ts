import { createSecretKey } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { CONFIG, type Config } from '../config/config';
import { AccessGuard } from './access.guard';
import { AccessTokens } from './access-token';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { LoginFailures } from './login-failures';
import { SessionDirectory } from './session-directory';

@Global()
@Module({
  imports: [
    JwtModule.registerAsync({
      inject: [CONFIG],
      // As a key object: a plain text would be tried as a public key first, with every request.
      useFactory: (config: Config) => ({ secret: createSecretKey(Buffer.from(config.jwtSecret)) }),
    }),
  ],
  controllers: [AuthController],
  providers: [
    AuthService,
    AccessTokens,
    SessionDirectory,
    LoginFailures,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [SessionDirectory],
})
export class AuthModule {}
