import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import {
  CreateSupportTeamDto,
  EndSupportTeamDto,
  ListSupportTeamsQuery,
  PutTeamMembersDto,
  PutTeamTargetsDto,
  RenameSupportTeamDto,
  SupportTeamDto,
  SupportTeamPageDto,
  TeamFiguresDto,
  TeamFiguresListDto,
  TeamYearQuery,
} from './dto/support-team.dto';
import { SupportTeamsService } from './support-teams.service';
import { TeamFiguresService } from './team-figures.service';

@ApiTags('support-teams')
@Controller('support-teams')
export class SupportTeamsController {
  constructor(
    private readonly teams: SupportTeamsService,
    private readonly figures: TeamFiguresService,
  ) {}

  @Get()
  @Operation({
    id: 'listSupportTeams',
    summary: 'Teams of the districts, by name',
    requires: 'support-team:read',
    answers: SupportTeamPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListSupportTeamsQuery): Promise<SupportTeamPageDto> {
    return this.teams.list(actor, query);
  }

  @Post()
  @Operation({
    id: 'createSupportTeam',
    summary: 'Begin a team in a district',
    requires: 'support-team:manage',
    answers: SupportTeamDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateSupportTeamDto): Promise<SupportTeamDto> {
    return this.teams.create(actor, body);
  }

  @Get('figures')
  @Operation({
    id: 'listSupportTeamFigures',
    summary: 'Targets and actuals of all teams in a year',
    requires: 'support-team:read',
    answers: TeamFiguresListDto,
  })
  listFigures(@CurrentActor() actor: Actor, @Query() query: TeamYearQuery): Promise<TeamFiguresListDto> {
    return this.figures.list(actor, query.year);
  }

  @Get(':id')
  @Operation({
    id: 'getSupportTeam',
    summary: 'One team with its members',
    requires: 'support-team:read',
    answers: SupportTeamDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<SupportTeamDto> {
    return this.teams.get(actor, id);
  }

  @Get(':id/figures')
  @Operation({
    id: 'getSupportTeamFigures',
    summary: 'Targets and actuals of a team in a year',
    requires: 'support-team:read',
    answers: TeamFiguresDto,
  })
  getFigures(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() query: TeamYearQuery,
  ): Promise<TeamFiguresDto> {
    return this.figures.get(actor, id, query.year);
  }

  @Patch(':id')
  @Operation({
    id: 'renameSupportTeam',
    summary: 'Correct the name',
    requires: 'support-team:manage',
    answers: SupportTeamDto,
    etag: true,
    ifMatch: true,
  })
  rename(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: RenameSupportTeamDto,
  ): Promise<SupportTeamDto> {
    return this.teams.rename(actor, id, version, body.name);
  }

  @Post(':id/end')
  @Operation({
    id: 'endSupportTeam',
    summary: 'End a team; its figures stay',
    requires: 'support-team:manage',
    answers: SupportTeamDto,
    etag: true,
    ifMatch: true,
  })
  end(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: EndSupportTeamDto,
  ): Promise<SupportTeamDto> {
    return this.teams.end(actor, id, version, body.endedOn);
  }

  @Put(':id/members')
  @Operation({
    id: 'putSupportTeamMembers',
    summary: 'Say who belongs to the team',
    requires: 'support-team:manage',
    answers: SupportTeamDto,
    etag: true,
    ifMatch: true,
  })
  putMembers(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: PutTeamMembersDto,
  ): Promise<SupportTeamDto> {
    return this.teams.putMembers(actor, id, version, body.userIds);
  }

  @Put(':id/targets')
  @Operation({
    id: 'putSupportTeamTargets',
    summary: 'Set the targets of a year',
    requires: 'support-team:manage',
    answers: SupportTeamDto,
    etag: true,
    ifMatch: true,
  })
  putTargets(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: PutTeamTargetsDto,
  ): Promise<SupportTeamDto> {
    return this.teams.putTargets(actor, id, version, body);
  }
}
