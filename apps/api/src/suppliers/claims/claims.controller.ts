import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, Operation } from '../../common/operation';
import { ClaimsService } from './claims.service';
import {
  ClaimableSupplierDto,
  ClaimableSupplierQuery,
  ClaimDto,
  ClaimListDto,
  CreateClaimDto,
} from './dto/claim.dto';

@ApiTags('enterprise')
@Controller('enterprise')
export class ClaimsController {
  constructor(private readonly claims: ClaimsService) {}

  @Get('claimable-supplier')
  @Operation({
    id: 'findClaimableSupplier',
    summary: 'Name and district of the enterprise with this business number; bounded a day',
    requires: 'supplier-claim:write',
    answers: ClaimableSupplierDto,
  })
  find(@CurrentActor() actor: Actor, @Query() query: ClaimableSupplierQuery): Promise<ClaimableSupplierDto> {
    return this.claims.find(actor, query.businessNumber);
  }

  @Get('claims')
  @Operation({
    id: 'listOwnClaims',
    summary: 'What the own account has claimed',
    requires: 'supplier-claim:write',
    answers: ClaimListDto,
  })
  list(@CurrentActor() actor: Actor): Promise<ClaimListDto> {
    return this.claims.list(actor);
  }

  @Post('claims')
  @Operation({
    id: 'claimSupplier',
    summary: 'Say that an enterprise of the register is the own one; somebody checks it',
    requires: 'supplier-claim:write',
    answers: ClaimDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateClaimDto): Promise<ClaimDto> {
    return this.claims.create(actor, body);
  }

  @Post('claims/:id/withdraw')
  @Operation({
    id: 'withdrawClaim',
    summary: 'Take a claim back that still waits',
    requires: 'supplier-claim:write',
    answers: ClaimDto,
  })
  withdraw(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ClaimDto> {
    return this.claims.withdraw(actor, id);
  }
}
