import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import { BudgetsService } from './budgets.service';
import {
  BudgetDto,
  BudgetListDto,
  ChangeBudgetDto,
  CreateBudgetDto,
  ListBudgetsQuery,
} from './dto/budget.dto';

@ApiTags('kpis')
@Controller('budgets')
export class BudgetsController {
  constructor(private readonly budgets: BudgetsService) {}

  @Get()
  @Operation({
    id: 'listBudgets',
    summary: 'Budgets of a year by programme, with balance and execution rate',
    requires: 'kpi:read',
    answers: BudgetListDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListBudgetsQuery): Promise<BudgetListDto> {
    return this.budgets.list(actor, query);
  }

  @Get(':id')
  @Operation({
    id: 'getBudget',
    summary: 'One budget row',
    requires: 'kpi:read',
    answers: BudgetDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<BudgetDto> {
    return this.budgets.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createBudget',
    summary: 'Add a budget row',
    requires: 'kpi:manage',
    answers: BudgetDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateBudgetDto): Promise<BudgetDto> {
    return this.budgets.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeBudget',
    summary: 'Change a budget row, or take it off the list',
    requires: 'kpi:manage',
    answers: BudgetDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeBudgetDto,
  ): Promise<BudgetDto> {
    return this.budgets.change(actor, id, version, body);
  }
}
