import type { CertificationType, Role } from '@ieum/domain';
import { normaliseCompanyName } from '@ieum/domain';
import type { TestDatabase } from './database';

export const TEST_PASSWORD = 'a long enough test password';

/** Facts that a test starts from, written past the application. Names are unique where the schema wants it. */
export class Given {
  constructor(
    private readonly database: TestDatabase,
    private readonly passwordHash: string,
  ) {}

  async institution(name = '강북구', administrativeCode: string | null = null): Promise<string> {
    return this.insert('institutions', { name, kind: 'district', administrative_code: administrativeCode });
  }

  async department(
    institutionId: string,
    name: string,
    group = 'division',
    validFrom = '2010-01-01',
  ): Promise<string> {
    return this.insert('departments', {
      institution_id: institutionId,
      name,
      department_group: group,
      valid_from: validFrom,
    });
  }

  /** @returns the e-mail to log in with */
  async user(
    role: Role,
    at: { institutionId?: string; departmentId?: string; enterpriseId?: string } = {},
  ): Promise<string> {
    const email = `${role}-${Math.random().toString(36).slice(2)}@test.example`;
    await this.insert('users', {
      email,
      name: `${role} 시험`,
      role,
      institution_id: at.institutionId ?? null,
      department_id: at.departmentId ?? null,
      enterprise_id: at.enterpriseId ?? null,
      password_hash: this.passwordHash,
    });
    return email;
  }

  /** A year that is open for entry: policy, the two schemes, a cycle, four open periods. */
  async year(
    institutionId: string,
    fiscalYear = 2016,
    policy: Readonly<Record<string, unknown>> = {},
  ): Promise<string> {
    await this.insert('counting_policies', {
      institution_id: institutionId,
      fiscal_year: fiscalYear,
      recognition_date_basis: 'contract',
      amount_basis: 'vat_included',
      eligible_certification_types: [
        'certified_social_enterprise',
        'prospective_local',
        'prospective_ministry',
        'village_enterprise',
        'prospective_village',
        'self_reliance_enterprise',
        'cooperative',
        'social_cooperative',
      ],
      mall_target_position: 'inside',
      denominator: 'none',
      rounding: 'half_up',
      decimals: 1,
      split_threshold_krw: 20_000_000,
      ...policy,
    });
    await this.insertBare('schemes', {
      institution_id: institutionId,
      fiscal_year: fiscalYear,
      code: 'social_economy',
      name: '사회적경제기업 제품',
      basis: 'certification',
    });
    await this.insertBare('schemes', {
      institution_id: institutionId,
      fiscal_year: fiscalYear,
      code: 'hamkke_nuri_mall',
      name: '함께누리몰',
      basis: 'channel',
      channels: ['hamkke_nuri_mall'],
    });
    for (const quarter of [1, 2, 3, 4]) {
      await this.insert('purchase_periods', {
        institution_id: institutionId,
        fiscal_year: fiscalYear,
        quarter,
      });
    }
    return this.insert('purchase_target_cycles', {
      institution_id: institutionId,
      fiscal_year: fiscalYear,
      state: 'reporting',
    });
  }

  async target(
    institutionId: string,
    cycleId: string,
    departmentId: string,
    targetKrw: number | null,
    scheme = 'social_economy',
  ): Promise<string> {
    return this.insert('purchase_targets', {
      institution_id: institutionId,
      cycle_id: cycleId,
      department_id: departmentId,
      scheme_code: scheme,
      target_krw: targetKrw,
      state: 'notified',
    });
  }

  async institutionTarget(
    institutionId: string,
    cycleId: string,
    targetKrw: number,
    scheme = 'social_economy',
  ): Promise<void> {
    await this.insertBare('institution_targets', {
      institution_id: institutionId,
      cycle_id: cycleId,
      scheme_code: scheme,
      target_krw: targetKrw,
    });
  }

  /** A supplier with one certificate; validUntil null = no limit. Business numbers are the synthetic 000-… ones. */
  async supplier(
    name: string,
    type: CertificationType | null = 'certified_social_enterprise',
    validFrom = '2010-01-01',
    validUntil: string | null = null,
  ): Promise<string> {
    const businessNumber = `000${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`;
    const id = await this.insert('suppliers', {
      name,
      normalised_name: normaliseCompanyName(name),
      business_number: businessNumber,
      is_synthetic: true,
    });
    if (type !== null) {
      await this.insert('supplier_certifications', {
        supplier_id: id,
        type,
        valid_from: validFrom,
        valid_until: validUntil,
        verified_at: new Date(),
      });
    }
    return id;
  }

  /** A further certificate, verified and without limit unless `columns` say else. */
  async certificate(
    supplierId: string,
    type: CertificationType,
    columns: Readonly<Record<string, unknown>> = {},
  ): Promise<string> {
    return this.insert('supplier_certifications', {
      supplier_id: supplierId,
      type,
      valid_from: '2010-01-01',
      verified_at: new Date(),
      ...columns,
    });
  }

  /** An item of the catalogue, published and confirmed on the day that the system began, unless `columns` say else. */
  async catalogueItem(
    supplierId: string,
    name: string,
    columns: Readonly<Record<string, unknown>> = {},
  ): Promise<string> {
    return this.insert('catalogue_items', {
      supplier_id: supplierId,
      name,
      kind: 'goods',
      classification_code: '55121706',
      description: `${name} 설명`,
      unit: '개',
      price_krw: 50_000,
      state: 'published',
      confirmed_on: '2016-01-04',
      published_at: '2016-01-04T00:00:00Z',
      created_by: '00000000-0000-0000-0000-000000000000',
      ...columns,
    });
  }

  private async insert(table: string, row: Readonly<Record<string, unknown>>): Promise<string> {
    const rows = await this.database.sql<{ id: string }>(
      `${insertStatement(table, row)} RETURNING id`,
      Object.values(row),
    );
    return rows[0]?.id ?? '';
  }

  private async insertBare(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    await this.database.sql(insertStatement(table, row), Object.values(row));
  }
}

function insertStatement(table: string, row: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(row);
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`;
}
