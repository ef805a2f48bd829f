import { Body, Controller, Get, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import { SHEET_MEDIA_TYPE } from '../../common/sheets/sheet-writer';
import { attachment } from '../../files/content-disposition';
import { ContractExportService } from './contract-export.service';
import { ContractPurchaseService } from './contract-purchase.service';
import { ContractsService } from './contracts.service';
import { ContractDto, ContractPageDto } from './dto/contract.dto';
import { ExportContractsQuery, ListContractsQuery } from './dto/list-contracts.query';
import {
  CancelContractDto,
  ContractFieldsDto,
  CreateContractDto,
  PurchaseContractDto,
} from './dto/write-contract.dto';

@ApiTags('contracts')
@Controller('contracts')
export class ContractsController {
  constructor(
    private readonly contracts: ContractsService,
    private readonly purchases: ContractPurchaseService,
    private readonly exports: ContractExportService,
  ) {}

  @Get()
  @Operation({
    id: 'listContracts',
    summary: 'Contracts of the own department, institution or areas, with their sum',
    requires: 'contract:read',
    answers: ContractPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListContractsQuery): Promise<ContractPageDto> {
    return this.contracts.list(actor, query);
  }

  @Get('export')
  @Operation({
    id: 'exportContracts',
    summary: 'What the list shows, as a sheet',
    requires: 'contract:read',
    answers: 'file',
  })
  export(@CurrentActor() actor: Actor, @Query() query: ExportContractsQuery): StreamableFile {
    const format = query.format ?? 'xlsx';
    return new StreamableFile(this.exports.export(actor, query), {
      type: SHEET_MEDIA_TYPE[format],
      disposition: attachment(`계약.${format}`),
    });
  }

  @Get(':id')
  @Operation({
    id: 'getContract',
    summary: 'One contract with its parties and the purchase that it became',
    requires: 'contract:read',
    answers: ContractDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ContractDto> {
    return this.contracts.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createContract',
    summary: 'Write down what was signed, from a match or without one',
    requires: 'contract:write',
    answers: ContractDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateContractDto): Promise<ContractDto> {
    return this.contracts.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'editContract',
    summary: 'Change a contract that is not in the books yet',
    requires: 'contract:write',
    answers: ContractDto,
    etag: true,
    ifMatch: true,
  })
  edit(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ContractFieldsDto,
  ): Promise<ContractDto> {
    return this.contracts.edit(actor, id, version, body);
  }

  @Post(':id/cancel')
  @Operation({
    id: 'cancelContract',
    summary: 'Say that it was not carried out, and why; refused while a purchase names it',
    requires: 'contract:write',
    answers: ContractDto,
    ifMatch: true,
  })
  cancel(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: CancelContractDto,
  ): Promise<ContractDto> {
    return this.contracts.cancel(actor, id, version, body.reason);
  }

  @Post(':id/to-purchase')
  @Operation({
    id: 'enterContractAsPurchase',
    summary: 'Enter it in the ledger: one purchase of the lead party, with the whole value; once',
    requires: 'purchase:write',
    answers: ContractDto,
    status: 201,
    idempotent: true,
  })
  toPurchase(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: PurchaseContractDto,
  ): Promise<ContractDto> {
    return this.purchases.toPurchase(actor, id, body);
  }
}
