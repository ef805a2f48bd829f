import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import {
  accessRefusal,
  addDays,
  departmentSuccessionRefusal,
  type DepartmentValidity,
  type InstitutionKind,
} from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page } from '../common/paging';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import { Department } from './department.entity';
import { Institution } from './institution.entity';
import {
  toDepartmentDto,
  type CreateDepartmentDto,
  type DepartmentDto,
  type ListDepartmentsQuery,
  type SucceedDepartmentDto,
} from './dto/department.dto';
import { toInstitutionDto, type InstitutionDto, type ListInstitutionsQuery } from './dto/institution.dto';

export interface InstitutionFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: InstitutionKind;
  /** the district that it lies in, or itself */
  readonly areaId: string;
}

@Injectable()
export class InstitutionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Institutions by name; everybody with an account may look up who buys. */
  list(actor: Actor, query: ListInstitutionsQuery): Promise<Page<InstitutionDto>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [name, id] = decodeCursor(query.cursor, ['text', 'id']) ?? [null, null];
    return this.transactions.run(actor, async (tx) => {
      const rows = await tx.sql<Institution>(
        `SELECT id, name, kind, administrative_code AS "administrativeCode", district_id AS "districtId", version
         FROM institutions
         WHERE ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR (name, id) > ($2, $3::uuid))
           AND ($4::text IS NULL OR strpos(lower(name), lower($4)) > 0)
           AND ($5::uuid IS NULL OR coalesce(district_id, id) = $5)
         ORDER BY name, id LIMIT $6`,
        [query.kind ?? null, name, id, query.q ?? null, query.districtId ?? null, limit + 1],
      );
      return pageOf(rows.map(toInstitutionDto), limit, (row) => [row.name, row.id]);
    });
  }

  get(actor: Actor, id: string): Promise<InstitutionDto> {
    return this.transactions.run(actor, async (tx) => {
      const row = await tx.entities.findOneBy(Institution, { id });
      return row === null ? refuse('NOT_FOUND') : toInstitutionDto(row);
    });
  }

  /** Departments in the order offices print them: by group, then name. Row security shows the own institution's only. */
  listDepartments(
    actor: Actor,
    institutionId: string,
    query: ListDepartmentsQuery,
  ): Promise<DepartmentDto[]> {
    const day = query.validOn ?? (query.includeEnded === true ? undefined : this.clock.today());
    const valid =
      day === undefined
        ? [{}]
        : [
            { validFrom: LessThanOrEqual(day), validTo: IsNull() },
            { validFrom: LessThanOrEqual(day), validTo: MoreThanOrEqual(day) },
          ];
    return this.transactions.run(actor, async (tx) => {
      const rows = await tx.entities.find(Department, {
        where: valid.map((condition) => ({ institutionId, ...condition })),
        order: { departmentGroup: 'ASC', name: 'ASC', id: 'ASC' },
      });
      return rows.map(toDepartmentDto);
    });
  }

  /** For other features, inside their transaction: who buys, and in whose area it lies (ADR 0022); or NOT_FOUND. */
  async facts(tx: Tx, id: string): Promise<InstitutionFacts> {
    const rows = await tx.prepared<InstitutionFacts>(
      `SELECT id, name, kind, coalesce(district_id, id) AS "areaId" FROM institutions WHERE id = $1`,
      [id],
    );
    return rows[0] ?? refuse('NOT_FOUND');
  }

  /** For other features, inside their transaction: refuses with NOT_FOUND. One statement. */
  async departmentFacts(
    tx: Tx,
    institutionId: string,
    id: string,
  ): Promise<DepartmentValidity & { readonly name: string }> {
    const rows = await tx.prepared<DepartmentValidity & { name: string }>(
      `SELECT name, valid_from AS "validFrom", valid_to AS "validTo" FROM departments WHERE institution_id = $1 AND id = $2`,
      [institutionId, id],
    );
    return rows[0] ?? refuse('NOT_FOUND');
  }

  createDepartment(actor: Actor, institutionId: string, input: CreateDepartmentDto): Promise<DepartmentDto> {
    assertAllowed(accessRefusal(actor, 'department:manage', { institutionId }));
    return this.transactions.runOnce(actor, async (tx) => {
      const id = await insertDepartment(tx, institutionId, {
        name: input.name,
        departmentGroup: input.group,
        validFrom: input.validFrom,
      });
      return toDepartmentDto(await findDepartment(tx, institutionId, id));
    });
  }

  renameDepartment(
    actor: Actor,
    institutionId: string,
    id: string,
    version: number,
    name: string,
  ): Promise<DepartmentDto> {
    assertAllowed(accessRefusal(actor, 'department:manage', { institutionId }));
    return this.transactions.run(actor, async (tx) => {
      await findDepartment(tx, institutionId, id);
      await tx.updateVersion('departments', { institution_id: institutionId, id }, version, { name });
      return toDepartmentDto(await findDepartment(tx, institutionId, id));
    });
  }

  /** Ends a department the day before `from` and begins its successor; returns the successor. */
  succeedDepartment(
    actor: Actor,
    institutionId: string,
    id: string,
    version: number,
    input: SucceedDepartmentDto,
  ): Promise<DepartmentDto> {
    assertAllowed(accessRefusal(actor, 'department:manage', { institutionId }));
    return this.transactions.runOnce(actor, async (tx) => {
      const old = await findDepartment(tx, institutionId, id);
      assertAllowed(departmentSuccessionRefusal(old, input.from));
      // The old one ends first: its successor may carry the same name, which only one living department may.
      const key = { institution_id: institutionId, id };
      await tx.updateVersion('departments', key, version, { valid_to: addDays(input.from, -1) });
      const successorId = await insertDepartment(tx, institutionId, {
        name: input.name,
        departmentGroup: old.departmentGroup,
        validFrom: input.from,
      });
      await tx.sql('UPDATE departments SET successor_id = $3 WHERE institution_id = $1 AND id = $2', [
        institutionId,
        id,
        successorId,
      ]);
      return toDepartmentDto(await findDepartment(tx, institutionId, successorId));
    });
  }
}

async function insertDepartment(
  tx: Tx,
  institutionId: string,
  row: Pick<Department, 'name' | 'departmentGroup' | 'validFrom'>,
): Promise<string> {
  const rows = await tx.sql<{ id: string }>(
    `INSERT INTO departments (institution_id, name, department_group, valid_from) VALUES ($1, $2, $3, $4) RETURNING id`,
    [institutionId, row.name, row.departmentGroup, row.validFrom],
  );
  return rows[0]?.id ?? refuse('NOT_FOUND');
}

async function findDepartment(tx: Tx, institutionId: string, id: string): Promise<Department> {
  return (await tx.entities.findOneBy(Department, { institutionId, id })) ?? refuse('NOT_FOUND');
}
