import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import type { Page } from '../common/paging';
import {
  CreateDepartmentDto,
  DepartmentDto,
  DepartmentListDto,
  ListDepartmentsQuery,
  RenameDepartmentDto,
  SucceedDepartmentDto,
} from './dto/department.dto';
import {
  ChangeInstitutionDto,
  InstitutionDto,
  InstitutionPageDto,
  ListInstitutionsQuery,
  RegisterInstitutionDto,
} from './dto/institution.dto';
import { InstitutionRegisterService } from './institution-register.service';
import { InstitutionsService } from './institutions.service';

@ApiTags('institutions')
@Controller('institutions')
export class InstitutionsController {
  constructor(
    private readonly institutions: InstitutionsService,
    private readonly register: InstitutionRegisterService,
  ) {}

  @Get()
  @Operation({
    id: 'listInstitutions',
    summary: 'Buying institutions by name',
    requires: 'institution:read',
    answers: InstitutionPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListInstitutionsQuery): Promise<Page<InstitutionDto>> {
    return this.institutions.list(actor, query);
  }

  @Get(':id')
  @Operation({
    id: 'getInstitution',
    summary: 'One institution',
    requires: 'institution:read',
    answers: InstitutionDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<InstitutionDto> {
    return this.institutions.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'registerInstitution',
    summary: 'Enter an institution into the register',
    requires: 'institution:register',
    answers: InstitutionDto,
    status: 201,
    idempotent: true,
  })
  enter(@CurrentActor() actor: Actor, @Body() body: RegisterInstitutionDto): Promise<InstitutionDto> {
    return this.register.enter(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeInstitution',
    summary: 'Correct name, kind or district',
    requires: 'institution:register',
    answers: InstitutionDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeInstitutionDto,
  ): Promise<InstitutionDto> {
    return this.register.change(actor, id, version, body);
  }

  @Get(':id/departments')
  @Operation({
    id: 'listDepartments',
    summary: 'Departments of an institution',
    requires: 'institution:read',
    answers: DepartmentListDto,
  })
  async listDepartments(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() query: ListDepartmentsQuery,
  ): Promise<DepartmentListDto> {
    return { items: await this.institutions.listDepartments(actor, id, query) };
  }

  @Post(':id/departments')
  @Operation({
    id: 'createDepartment',
    summary: 'Add a department',
    requires: 'department:manage',
    answers: DepartmentDto,
    status: 201,
    idempotent: true,
  })
  createDepartment(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: CreateDepartmentDto,
  ): Promise<DepartmentDto> {
    return this.institutions.createDepartment(actor, id, body);
  }

  @Patch(':id/departments/:departmentId')
  @Operation({
    id: 'renameDepartment',
    summary: 'Correct a name',
    requires: 'department:manage',
    answers: DepartmentDto,
    etag: true,
    ifMatch: true,
  })
  renameDepartment(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('departmentId') departmentId: string,
    @IfMatch() version: number,
    @Body() body: RenameDepartmentDto,
  ): Promise<DepartmentDto> {
    return this.institutions.renameDepartment(actor, id, departmentId, version, body.name);
  }

  @Post(':id/departments/:departmentId/succeed')
  @Operation({
    id: 'succeedDepartment',
    summary: 'End a department and begin its successor',
    requires: 'department:manage',
    answers: DepartmentDto,
    status: 201,
    idempotent: true,
    ifMatch: true,
  })
  succeedDepartment(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('departmentId') departmentId: string,
    @IfMatch() version: number,
    @Body() body: SucceedDepartmentDto,
  ): Promise<DepartmentDto> {
    return this.institutions.succeedDepartment(actor, id, departmentId, version, body);
  }
}
