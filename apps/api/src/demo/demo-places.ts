import type { DepartmentGroup } from '@ieum/domain';
import type { Tx } from '../database/transactions';
import {
  GANGBUK_AFFILIATES,
  GANGBUK_DIVISIONS,
  GANGBUK_DONG,
  GANGBUK_HEALTH_CENTER,
  SEOUL_DISTRICTS,
} from './demo-districts';

export interface DemoDepartment {
  readonly id: string;
  readonly name: string;
  readonly group: DepartmentGroup;
}

/** Ids of what the demo stands on, by name. */
export class DemoPlaces {
  readonly districts = new Map<string, string>();
  /** The one department that the other districts have. */
  readonly districtDepartments = new Map<string, string>();
  readonly departments: DemoDepartment[] = [];
  suppliers: ReadonlyMap<string, string> = new Map();

  get gangbukId(): string {
    return this.districtId('강북구');
  }
  districtId(name: string): string {
    return known(this.districts.get(name), name);
  }
  departmentId(name: string): string {
    return known(this.departments.find((department) => department.name === name)?.id, name);
  }
  supplierId(name: string): string {
    return known(this.suppliers.get(name), name);
  }
}

function known(id: string | undefined, name: string): string {
  if (id === undefined) throw new Error(`the demo has no ${name}`);
  return id;
}

/** Districts, the departments of 강북구, and one department elsewhere. */
export async function createPlaces(tx: Tx): Promise<DemoPlaces> {
  const places = new DemoPlaces();
  for (const [name, code] of SEOUL_DISTRICTS) {
    const id = await inserted(
      tx,
      `INSERT INTO institutions (name, kind, administrative_code) VALUES ($1, 'district', $2) RETURNING id`,
      [name, code],
    );
    places.districts.set(name, id);
    if (name !== '강북구')
      places.districtDepartments.set(name, await insertDepartment(tx, id, '사회적경제과', 'division'));
  }
  const groups: readonly (readonly [DepartmentGroup, readonly string[]])[] = [
    ['division', GANGBUK_DIVISIONS],
    ['dong', GANGBUK_DONG],
    ['health_center', GANGBUK_HEALTH_CENTER],
    ['affiliate', GANGBUK_AFFILIATES],
  ];
  for (const [group, names] of groups) {
    for (const name of names) {
      places.departments.push({ id: await insertDepartment(tx, places.gangbukId, name, group), name, group });
    }
  }
  return places;
}

function insertDepartment(
  tx: Tx,
  institutionId: string,
  name: string,
  group: DepartmentGroup,
): Promise<string> {
  return inserted(
    tx,
    `INSERT INTO departments (institution_id, name, department_group, valid_from) VALUES ($1, $2, $3, '2010-01-01') RETURNING id`,
    [institutionId, name, group],
  );
}

async function inserted(tx: Tx, statement: string, values: readonly unknown[]): Promise<string> {
  const rows = await tx.sql<{ id: string }>(statement, values);
  return known(rows[0]?.id, 'row');
}
