import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import { ListMatchesQuery, MatchPageDto, MatchSummaryDto, MatchSummaryQuery } from './dto/match-list.dto';
import {
  AddCandidatesDto,
  AskCandidatesDto,
  AskedCandidatesDto,
  AttachNeedsDto,
  ChangeMatchDto,
  CreateMatchDto,
  MoveMatchDto,
  WithdrawCandidateDto,
} from './dto/match-write.dto';
import { MatchDetailDto, MatchHistoryDto } from './dto/match.dto';
import { MatchCandidatesService } from './match-candidates.service';
import { MatchRequestsService } from './match-requests.service';
import { MatchesService } from './matches.service';

@ApiTags('matches')
@Controller('matches')
export class MatchesController {
  constructor(
    private readonly matches: MatchesService,
    private readonly candidates: MatchCandidatesService,
    private readonly requests: MatchRequestsService,
  ) {}

  @Get()
  @Operation({
    id: 'listMatches',
    summary: 'Matches of the areas, institution or department, with the totals of what is found',
    requires: 'match:read',
    answers: MatchPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListMatchesQuery): Promise<MatchPageDto> {
    return this.matches.list(actor, query);
  }

  @Get('summary')
  @Operation({
    id: 'getMatchSummary',
    summary: 'A year of matches and of the contracts they led to, in figures',
    requires: 'match:read',
    answers: MatchSummaryDto,
  })
  summary(@CurrentActor() actor: Actor, @Query() query: MatchSummaryQuery): Promise<MatchSummaryDto> {
    return this.matches.summary(actor, query.year);
  }

  @Get(':id')
  @Operation({
    id: 'getMatch',
    summary: 'One match with its candidates and needs',
    requires: 'match:read',
    answers: MatchDetailDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<MatchDetailDto> {
    return this.matches.get(actor, id);
  }

  @Get(':id/history')
  @Operation({
    id: 'getMatchHistory',
    summary: 'Every change of the stage: who, when, and the note',
    requires: 'match:read',
    answers: MatchHistoryDto,
  })
  history(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<MatchHistoryDto> {
    return this.matches.history(actor, id);
  }

  @Post()
  @Operation({
    id: 'createMatch',
    summary: 'Begin a match, from needs or without',
    requires: 'match:write',
    answers: MatchDetailDto,
    status: 201,
    idempotent: true,
    etag: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateMatchDto): Promise<MatchDetailDto> {
    return this.matches.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeMatch',
    summary: 'Correct what is known of it',
    requires: 'match:write',
    answers: MatchDetailDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeMatchDto,
  ): Promise<MatchDetailDto> {
    return this.matches.change(actor, id, version, body);
  }

  @Post(':id/stage')
  @Operation({
    id: 'moveMatch',
    summary: 'Move it to another stage',
    requires: 'match:write',
    answers: MatchDetailDto,
    etag: true,
    ifMatch: true,
  })
  move(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: MoveMatchDto,
  ): Promise<MatchDetailDto> {
    return this.matches.move(actor, id, version, body);
  }

  @Post(':id/needs')
  @Operation({
    id: 'attachNeedsToMatch',
    summary: 'Say which further open needs of the institution it meets',
    requires: 'match:write',
    answers: MatchDetailDto,
    etag: true,
  })
  attachNeeds(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: AttachNeedsDto,
  ): Promise<MatchDetailDto> {
    return this.matches.attachNeeds(actor, id, body.needIds);
  }

  @Post(':id/candidates')
  @Operation({
    id: 'addMatchCandidates',
    summary: 'Add enterprises that could deliver',
    requires: 'match:write',
    answers: MatchDetailDto,
    idempotent: true,
    etag: true,
  })
  addCandidates(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: AddCandidatesDto,
  ): Promise<MatchDetailDto> {
    return this.candidates.add(actor, id, body);
  }

  @Post(':id/candidates/:candidateId/withdraw')
  @Operation({
    id: 'withdrawMatchCandidate',
    summary: 'Say that a candidate is none any more',
    requires: 'match:write',
    answers: MatchDetailDto,
    etag: true,
  })
  withdrawCandidate(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('candidateId') candidateId: string,
    @Body() body: WithdrawCandidateDto,
  ): Promise<MatchDetailDto> {
    return this.candidates.withdraw(actor, id, candidateId, body.note ?? null);
  }

  @Post(':id/requests')
  @Operation({
    id: 'askMatchCandidates',
    summary: 'Ask candidates of the register for an offer, with a last day to answer',
    requires: 'match:write',
    answers: AskedCandidatesDto,
    status: 201,
    idempotent: true,
  })
  ask(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: AskCandidatesDto,
  ): Promise<AskedCandidatesDto> {
    return this.requests.ask(actor, id, body);
  }
}
