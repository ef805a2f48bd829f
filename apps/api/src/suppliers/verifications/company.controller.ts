import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import { CompanyService } from './company.service';
import { ChangeCompanyDto, CompanyDto } from './dto/company.dto';

@ApiTags('enterprise')
@Controller('enterprise/company')
export class CompanyController {
  constructor(private readonly company: CompanyService) {}

  @Get()
  @Operation({
    id: 'getOwnCompany',
    summary: 'The own enterprise with what waits for verification',
    requires: 'company:write',
    answers: CompanyDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor): Promise<CompanyDto> {
    return this.company.get(actor);
  }

  @Patch()
  @Operation({
    id: 'changeOwnCompany',
    summary: 'Change the own words at once; verified facts become a proposal that waits',
    requires: 'company:write',
    answers: CompanyDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() body: ChangeCompanyDto,
  ): Promise<CompanyDto> {
    return this.company.change(actor, version, body);
  }
}
