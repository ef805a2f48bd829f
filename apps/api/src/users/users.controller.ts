import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import type { Page } from '../common/paging';
import {
  ChangeUserDto,
  CreateUserDto,
  ListUsersQuery,
  UserDto,
  UserPageDto,
  UserWithPasswordDto,
} from './dto/user.dto';
import { UsersService } from './users.service';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Operation({
    id: 'listUsers',
    summary: 'Accounts by name',
    requires: 'user:manage',
    answers: UserPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListUsersQuery): Promise<Page<UserDto>> {
    return this.users.list(actor, query);
  }

  @Get(':id')
  @Operation({ id: 'getUser', summary: 'One account', requires: 'user:manage', answers: UserDto, etag: true })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<UserDto> {
    return this.users.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createUser',
    summary: 'Open an account; the initial password is answered once',
    requires: 'user:manage',
    answers: UserWithPasswordDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateUserDto): Promise<UserWithPasswordDto> {
    return this.users.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeUser',
    summary: 'Change name, role, department or assignments',
    requires: 'user:manage',
    answers: UserDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeUserDto,
  ): Promise<UserDto> {
    return this.users.change(actor, id, version, body);
  }

  @Post(':id/disable')
  @Operation({
    id: 'disableUser',
    summary: 'Disable an account and end its sessions',
    requires: 'user:manage',
    answers: UserDto,
  })
  disable(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<UserDto> {
    return this.users.disable(actor, id);
  }

  @Post(':id/enable')
  @Operation({
    id: 'enableUser',
    summary: 'Let a disabled account in again',
    requires: 'user:manage',
    answers: UserDto,
  })
  enable(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<UserDto> {
    return this.users.enable(actor, id);
  }

  @Post(':id/reset-password')
  @Operation({
    id: 'resetUserPassword',
    summary: 'A new initial password, answered once; ends the sessions',
    requires: 'user:manage',
    answers: UserWithPasswordDto,
  })
  resetPassword(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<UserWithPasswordDto> {
    return this.users.resetPassword(actor, id);
  }
}
