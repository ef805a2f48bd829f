import { normaliseCompanyName, type DepartmentGroup } from '@ieum/domain';
import type { Tx } from '../database/transactions';
import {
  GANGBUK_AFFILIATES,
  GANGBUK_DIVISIONS,
  GANGBUK_DONG,
  GANGBUK_HEALTH_CENTER,
  SEOUL_DISTRICTS,
} from './demo-districts';
import { DEMO_SUPPLIERS, syntheticBusinessNumber } from './demo-suppliers';

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
  readonly suppliers = new Map<string, string>();

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

/** Districts, the departments of 강북구, one department elsewhere, and the suppliers with their certificates. */
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
  await createSuppliers(tx, places);
  return places;
}

async function createSuppliers(tx: Tx, places: DemoPlaces): Promise<void> {
  for (const [index, supplier] of DEMO_SUPPLIERS.entries()) {
    const id = await inserted(
      tx,
      `INSERT INTO suppliers (name, normalised_name, business_number, district_code, is_synthetic) VALUES ($1, $2, $3, $4, true) RETURNING id`,
      [
        supplier.name,
        normaliseCompanyName(supplier.name),
        syntheticBusinessNumber(index + 1),
        SEOUL_DISTRICTS[index % SEOUL_DISTRICTS.length]?.[1],
      ],
    );
    places.suppliers.set(supplier.name, id);
    for (const certificate of supplier.certificates) {
      await tx.sql(
        `INSERT INTO supplier_certifications (supplier_id, type, number, issuer, valid_from, valid_until, verified_at)
         VALUES ($1, $2, $3, '(시범 자료)', $4, $5, now())`,
        [
          id,
          certificate.type,
          `시범-${String(index + 1).padStart(4, '0')}`,
          certificate.validFrom,
          certificate.validUntil,
        ],
      );
    }
  }
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
