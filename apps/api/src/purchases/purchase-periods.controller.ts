import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, Operation } from '../common/operation';
import { ReasonDto } from './dto/enter-purchase.dto';
import {
  ListPeriodsQuery,
  OptionalReasonDto,
  PurchasePeriodDto,
  PurchasePeriodListDto,
  SubmitPeriodDto,
  WithdrawPeriodDto,
} from './dto/purchase-period.dto';
import { PurchasePeriodsService } from './purchase-periods.service';

@ApiTags('purchase-periods')
@Controller('purchase-periods')
export class PurchasePeriodsController {
  constructor(private readonly periods: PurchasePeriodsService) {}

  @Get()
  @Operation({
    id: 'listPurchasePeriods',
    summary: 'The four quarters of a year and who has handed in',
    requires: 'period:read',
    answers: PurchasePeriodListDto,
  })
  async list(@CurrentActor() actor: Actor, @Query() query: ListPeriodsQuery): Promise<PurchasePeriodListDto> {
    return { items: await this.periods.list(actor, query) };
  }

  @Get(':id')
  @Operation({
    id: 'getPurchasePeriod',
    summary: 'One quarter',
    requires: 'period:read',
    answers: PurchasePeriodDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PurchasePeriodDto> {
    return this.periods.get(actor, id);
  }

  @Post(':id/submit')
  @Operation({
    id: 'submitPurchasePeriod',
    summary: "Hand in the department's quarter, or a nil report",
    requires: 'period:submit',
    answers: PurchasePeriodDto,
  })
  submit(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: SubmitPeriodDto,
  ): Promise<PurchasePeriodDto> {
    return this.periods.submit(actor, id, body.departmentId, body.kind);
  }

  @Post(':id/withdraw')
  @Operation({
    id: 'withdrawPurchasePeriod',
    summary: 'Take the report back before the close',
    requires: 'period:submit',
    answers: PurchasePeriodDto,
  })
  withdraw(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: WithdrawPeriodDto,
  ): Promise<PurchasePeriodDto> {
    return this.periods.withdraw(actor, id, body.departmentId);
  }

  @Post(':id/close')
  @Operation({
    id: 'closePurchasePeriod',
    summary: 'Close the quarter for all departments',
    requires: 'period:close',
    answers: PurchasePeriodDto,
  })
  close(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: OptionalReasonDto,
  ): Promise<PurchasePeriodDto> {
    return this.periods.close(actor, id, body.reason ?? null);
  }

  @Post(':id/reopen')
  @Operation({
    id: 'reopenPurchasePeriod',
    summary: 'Open a closed quarter again, with a reason',
    requires: 'period:close',
    answers: PurchasePeriodDto,
  })
  reopen(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: ReasonDto,
  ): Promise<PurchasePeriodDto> {
    return this.periods.reopen(actor, id, body.reason);
  }
}
