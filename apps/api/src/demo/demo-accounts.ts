import { randomUUID } from 'node:crypto';
import type { Role } from '@ieum/domain';
import { DEMO_PASSWORD } from '../auth/demo-password';
import { hashPassword } from '../auth/passwords';
import type { Actor } from '../common/actor';
import type { Tx } from '../database/transactions';
import type { DemoPlaces } from './demo-places';

/** Somebody of the demo, before the account exists: the seed acts as this person. */
export interface DemoPerson {
  readonly email: string;
  readonly actor: Actor;
}

export type DemoPeople = ReturnType<typeof demoPeople>;

export function demoPeople(places: DemoPlaces) {
  const gangbuk = places.gangbukId;
  const clerkOf = (department: string) => ({
    institutionId: gangbuk,
    departmentId: places.departmentId(department),
  });
  return {
    clerk: person('clerk@gangbuk.example', '김서무', 'clerk', clerkOf('일자리지원과')),
    dongClerk: person('samyang@gangbuk.example', '박서무', 'clerk', clerkOf('삼양동')),
    healthClerk: person('health@gangbuk.example', '최서무', 'clerk', clerkOf('보건행정과')),
    manager: person('manager@gangbuk.example', '이팀장', 'manager', { institutionId: gangbuk }),
    support: person('support@centre.example', '정전문위원', 'support', {
      assigned: [gangbuk, places.districtId('성북구'), places.districtId('강동구')],
    }),
    teamAdviser: person('gangdong@centre.example', '최전문위원', 'support', {
      assigned: [places.districtId('강동구')],
    }),
    // The whole city is assigned when its institutions are there.
    cityAdviser: person('city@centre.example', '오전문위원', 'support', {}),
    enterprise: person('company@supplier.example', '한담당', 'enterprise', {
      enterpriseId: places.supplierId('노란들판'),
    }),
    admin: person('admin@centre.example', '윤관리자', 'admin', {}),
  };
}

interface Belonging {
  institutionId?: string;
  departmentId?: string;
  enterpriseId?: string;
  assigned?: string[];
}

function person(email: string, name: string, role: Role, at: Belonging): DemoPerson {
  return {
    email,
    actor: {
      userId: randomUUID(),
      name,
      role,
      institutionId: at.institutionId ?? null,
      departmentId: at.departmentId ?? null,
      enterpriseId: at.enterpriseId ?? null,
      assignedInstitutionIds: at.assigned ?? [],
      requestId: 'demo-seed',
      idempotency: null,
    },
  };
}

/** What happened in the year was read long ago; the bell shows this year's targets and publications, and the market. */
export async function readOldNotices(tx: Tx, people: readonly DemoPerson[], thisYear: number): Promise<void> {
  await tx.sql(
    `INSERT INTO notice_reads (notice_id, user_id)
     SELECT n.id, person FROM notices n, unnest($1::uuid[]) AS person
     WHERE n.params ? 'fiscalYear'
       AND (n.kind NOT IN ('targets_notified', 'publication_published') OR (n.params->>'fiscalYear')::int <> $2)`,
    [people.map(({ actor }) => actor.userId), thisYear],
  );
}

/** Lets them in; last of all, so that nobody logs in to half a demo. */
export async function admit(tx: Tx, people: readonly DemoPerson[]): Promise<void> {
  await tx.sql(`UPDATE users SET state = 'active' WHERE id = ANY ($1::uuid[])`, [
    people.map(({ actor }) => actor.userId),
  ]);
}

/** Makes the accounts, closed until everything that they do is there. */
export async function openAccounts(tx: Tx, people: readonly DemoPerson[]): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const { email, actor } of people) {
    await tx.sql(
      `INSERT INTO users (id, email, name, role, institution_id, department_id, enterprise_id, password_hash, is_demo, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, true, 'disabled')`,
      [
        actor.userId,
        email,
        actor.name,
        actor.role,
        actor.institutionId,
        actor.departmentId,
        actor.enterpriseId,
        passwordHash,
      ],
    );
    for (const institutionId of actor.assignedInstitutionIds) {
      await tx.sql('INSERT INTO user_assignments (user_id, institution_id) VALUES ($1, $2)', [
        actor.userId,
        institutionId,
      ]);
    }
  }
}
