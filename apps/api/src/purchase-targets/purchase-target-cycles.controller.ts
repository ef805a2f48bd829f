import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import { InstitutionYearQuery } from './dto/counting-policy.dto';
import {
  ChangeCycleDto,
  InstitutionTargetRevisionListDto,
  OpenCycleDto,
  PurchaseTargetCycleDto,
  PurchaseTargetCycleListDto,
} from './dto/cycle.dto';
import { ProposeTargetsDto, PurchaseTargetListDto } from './dto/purchase-target.dto';
import { StepReasonDto } from './dto/step-reason.dto';
import { PurchaseTargetCyclesService } from './purchase-target-cycles.service';
import { PurchaseTargetsService } from './purchase-targets.service';

@ApiTags('purchase-targets')
@Controller('purchase-target-cycles')
export class PurchaseTargetCyclesController {
  constructor(
    private readonly cycles: PurchaseTargetCyclesService,
    private readonly targets: PurchaseTargetsService,
  ) {}

  @Get()
  @Operation({
    id: 'listPurchaseTargetCycles',
    summary: 'Years of an institution, newest first',
    requires: 'cycle:read',
    answers: PurchaseTargetCycleListDto,
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: InstitutionYearQuery,
  ): Promise<PurchaseTargetCycleListDto> {
    return { items: await this.cycles.list(actor, query) };
  }

  @Post()
  @Operation({
    id: 'openPurchaseTargetCycle',
    summary: 'Open a year with its counting policy and demand survey',
    requires: 'cycle:manage',
    answers: PurchaseTargetCycleDto,
    status: 201,
    idempotent: true,
    etag: true,
  })
  open(@CurrentActor() actor: Actor, @Body() body: OpenCycleDto): Promise<PurchaseTargetCycleDto> {
    return this.cycles.open(actor, body);
  }

  @Get(':id')
  @Operation({
    id: 'getPurchaseTargetCycle',
    summary: 'One year: state, targets and sums',
    requires: 'cycle:read',
    answers: PurchaseTargetCycleDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PurchaseTargetCycleDto> {
    return this.cycles.get(actor, id);
  }

  @Patch(':id')
  @Operation({
    id: 'changePurchaseTargetCycle',
    summary: "Change the due day or the institution's targets",
    requires: 'cycle:manage',
    answers: PurchaseTargetCycleDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeCycleDto,
  ): Promise<PurchaseTargetCycleDto> {
    return this.cycles.change(actor, id, version, body);
  }

  @Get(':id/target-revisions')
  @Operation({
    id: 'listInstitutionTargetRevisions',
    summary: "Earlier amounts of the institution's targets: who, when, why",
    requires: 'cycle:read',
    answers: InstitutionTargetRevisionListDto,
  })
  listRevisions(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
  ): Promise<InstitutionTargetRevisionListDto> {
    return this.cycles.listRevisions(actor, id);
  }

  @Post(':id/propose')
  @Operation({
    id: 'proposePurchaseTargets',
    summary: 'Propose targets from the answers of the survey',
    requires: 'target:manage',
    answers: PurchaseTargetListDto,
  })
  propose(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: ProposeTargetsDto,
  ): Promise<PurchaseTargetListDto> {
    return this.targets.propose(actor, id, body.overwrite === true);
  }

  @Post(':id/open-survey')
  @Operation({
    id: 'openDemandSurvey',
    summary: 'Take a closed survey back',
    requires: 'cycle:manage',
    answers: PurchaseTargetCycleDto,
    etag: true,
  })
  openSurvey(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PurchaseTargetCycleDto> {
    return this.cycles.openSurvey(actor, id);
  }

  @Post(':id/close-survey')
  @Operation({
    id: 'closeDemandSurvey',
    summary: 'Close the survey',
    requires: 'cycle:manage',
    answers: PurchaseTargetCycleDto,
    etag: true,
  })
  closeSurvey(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PurchaseTargetCycleDto> {
    return this.cycles.closeSurvey(actor, id);
  }

  @Post(':id/confirm')
  @Operation({
    id: 'confirmPurchaseTargets',
    summary: 'Confirm the targets; a sum that differs needs a reason',
    requires: 'cycle:manage',
    answers: PurchaseTargetCycleDto,
    etag: true,
  })
  confirm(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: StepReasonDto,
  ): Promise<PurchaseTargetCycleDto> {
    return this.cycles.confirm(actor, id, body.reason ?? null);
  }

  @Post(':id/notify')
  @Operation({
    id: 'notifyPurchaseTargets',
    summary: 'Notify every department of its targets',
    requires: 'cycle:manage',
    answers: PurchaseTargetCycleDto,
    etag: true,
  })
  notify(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PurchaseTargetCycleDto> {
    return this.cycles.notify(actor, id);
  }

  @Post(':id/start-reporting')
  @Operation({
    id: 'startReporting',
    summary: 'Begin reporting without waiting for the last acknowledgement',
    requires: 'cycle:manage',
    answers: PurchaseTargetCycleDto,
    etag: true,
  })
  startReporting(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PurchaseTargetCycleDto> {
    return this.cycles.startReporting(actor, id);
  }

  @Post(':id/close')
  @Operation({
    id: 'closePurchaseTargetCycle',
    summary: 'Close the year',
    requires: 'cycle:manage',
    answers: PurchaseTargetCycleDto,
    etag: true,
  })
  close(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PurchaseTargetCycleDto> {
    return this.cycles.close(actor, id);
  }

  @Post(':id/reopen')
  @Operation({
    id: 'reopenPurchaseTargetCycle',
    summary: 'Re-open a closed year, with a reason',
    requires: 'cycle:manage',
    answers: PurchaseTargetCycleDto,
    etag: true,
  })
  reopen(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: StepReasonDto,
  ): Promise<PurchaseTargetCycleDto> {
    return this.cycles.reopen(actor, id, body.reason ?? null);
  }
}
