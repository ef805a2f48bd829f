import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { AccessGuard } from './access.guard';
import { AccessTokens } from './access-token';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { LoginFailures } from './login-failures';
import { SessionDirectory } from './session-directory';

@Global()
@Module({
  imports: [JwtModule.register({})],
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
