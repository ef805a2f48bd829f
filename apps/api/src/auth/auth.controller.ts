import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor';
import { CurrentActor, Operation } from '../common/operation';
import { CONFIG, type Config } from '../config/config';
import { AuthService, type OpenedSession } from './auth.service';
import { ChangePasswordDto } from './dto/change-password.dto';
import { DemoAccountListDto } from './dto/demo-account.dto';
import { LoginDto } from './dto/login.dto';
import { AccountDto, SessionDto } from './dto/session.dto';
import { refreshCookie } from './refresh-cookie';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  private readonly cookie: ReturnType<typeof refreshCookie>;

  constructor(
    private readonly auth: AuthService,
    @Inject(CONFIG) config: Config,
  ) {
    this.cookie = refreshCookie(config);
  }

  @Post('login')
  @Operation({
    id: 'login',
    summary: 'Log in with e-mail and password',
    requires: 'public',
    answers: SessionDto,
  })
  async login(
    @Body() body: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.send(reply, await this.auth.login(body, request.ip, request.id));
  }

  @Post('refresh')
  @Operation({
    id: 'refreshSession',
    summary: 'A new access token for the refresh cookie',
    requires: 'public',
    answers: SessionDto,
  })
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    return this.send(reply, await this.auth.refresh(this.cookie.read(request), request.id));
  }

  @Post('logout')
  @Operation({ id: 'logout', summary: 'End this session', requires: 'public' })
  async logout(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.auth.logout(this.cookie.read(request), request.id);
    this.cookie.clear(reply);
  }

  @Get('me')
  @Operation({
    id: 'getOwnAccount',
    summary: 'The account behind this session',
    requires: 'account:own',
    answers: AccountDto,
  })
  me(@CurrentActor() actor: Actor): Promise<AccountDto> {
    return this.auth.me(actor);
  }

  @Post('password')
  @Operation({ id: 'changeOwnPassword', summary: 'Change the own password', requires: 'account:own' })
  changePassword(@CurrentActor() actor: Actor, @Body() body: ChangePasswordDto): Promise<void> {
    return this.auth.changePassword(actor, body.currentPassword, body.newPassword);
  }

  @Get('demo-accounts')
  @Operation({
    id: 'listDemoAccounts',
    summary: 'Demo accounts; empty unless the demo flag is set',
    requires: 'public',
    answers: DemoAccountListDto,
  })
  demoAccounts(@Req() request: FastifyRequest): Promise<DemoAccountListDto> {
    return this.auth.demoAccounts(request.id);
  }

  private send(reply: FastifyReply, opened: OpenedSession): SessionDto {
    this.cookie.set(reply, opened.refreshToken);
    return opened.session;
  }
}
