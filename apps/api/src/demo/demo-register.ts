import type { INestApplicationContext } from '@nestjs/common';
import { addDays, type CertificationType, type Day } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { CatalogueItemsService } from '../suppliers/catalogue/catalogue-items.service';
import { CatalogueStepsService } from '../suppliers/catalogue/catalogue-steps.service';
import { CertificationsService } from '../suppliers/certifications/certifications.service';
import { SupplierMergesService } from '../suppliers/merges/supplier-merges.service';
import { SuppliersService } from '../suppliers/suppliers.service';
import { DEMO_CATALOGUE, type DemoItem } from './demo-catalogue';
import { SEOUL_DISTRICTS } from './demo-districts';
import { DEMO_ENTERPRISES, type DemoStanding } from './demo-enterprises';
import { DEMO_SUPPLIERS, syntheticBusinessNumber, type DemoCertificate } from './demo-suppliers';

const ISSUER = '(시범 자료)';
const YEAR = 365;
/** The reports name few districts beside enterprises; the others take turns, the first one in 강북구. */
const DISTRICT_CODES = SEOUL_DISTRICTS.map(([, code]) => code);
/** Nobody has confirmed these for more than a year. */
const STALE = new Set(['미디어공동체 가까이', '에코시티서울', '통인시장커뮤니티주식회사']);
/** Out of business: kept, marked, and found only when asked for. */
const CLOSED = '공동체경제네트워크모아';
/** The enterprise of the demo's account: something of its own ends soon. */
const RENEWS = '노란들판';
/** Below 30 %: the higher limit of a single quotation is not theirs. */
const LOW_EMPLOYMENT = new Set(['영화제작소 눈', '오엠인트랙티브', '티팟']);

interface NewEnterprise {
  readonly name: string;
  readonly districtCode: string | null;
  readonly certificates: readonly DemoCertificate[];
  readonly items: readonly DemoItem[];
}

/**
 * Enters every enterprise of the demo with its certificates and what it offers, as somebody who keeps the register does.
 * Certificates of whom 강북구 buys from are as their year needs them; the others' stand to the day of loading.
 * @returns ids by name
 */
export async function createRegister(
  app: INestApplicationContext,
  actor: Actor,
): Promise<Map<string, string>> {
  const options = { strict: false };
  const clock = app.get(Clock, options);
  const suppliers = app.get(SuppliersService, options);
  const today = clock.today();
  const ids = new Map<string, string>();
  for (const [index, enterprise] of newEnterprises(today).entries()) {
    const isSocial = enterprise.certificates.some(({ type }) => type === 'certified_social_enterprise');
    const { id } = await suppliers.create(actor, {
      name: enterprise.name,
      businessNumber: syntheticBusinessNumber(index + 1),
      districtCode: enterprise.districtCode,
      closedOn: enterprise.name === CLOSED ? addDays(today, -200) : null,
      socialPurpose: isSocial ? '일자리제공형' : null,
      ...(isSocial
        ? {
            vulnerableEmploymentBp: LOW_EMPLOYMENT.has(enterprise.name)
              ? 2_990
              : 3_000 + ((index * 370) % 4_000),
            vulnerableEmploymentOn: `${Number(today.slice(0, 4)) - 1}-12-31`,
          }
        : {}),
      certifications: enterprise.certificates.map((certificate, at) => ({
        ...certificate,
        number: `시범-${String(index + 1).padStart(4, '0')}-${at + 1}`,
        issuer: ISSUER,
        issuedOn: certificate.validFrom,
      })),
    });
    ids.set(enterprise.name, id);
  }
  await revokeOne(app, actor, ids, today);
  await mergeDuplicate(app, actor, ids);
  await offerItems(app, actor, ids, today);
  return ids;
}

function newEnterprises(today: Day): NewEnterprise[] {
  const districts = new Map(SEOUL_DISTRICTS);
  return [
    ...DEMO_SUPPLIERS.map(({ name, certificates }, index) => ({
      name,
      districtCode: DISTRICT_CODES[(index + 8) % DISTRICT_CODES.length] ?? null,
      certificates:
        name === RENEWS
          ? [...certificates, certificateOf('disabled_standard_workplace', 'expiring', today, 2)]
          : certificates,
      items: DEMO_CATALOGUE[name] ?? [],
    })),
    ...DEMO_ENTERPRISES.map(({ name, district, certificates, items }, index) => ({
      name,
      districtCode:
        district === null
          ? (DISTRICT_CODES[(index * 7) % DISTRICT_CODES.length] ?? null)
          : (districts.get(district) ?? null),
      certificates: certificates
        .filter(([, standing]) => standing !== 'pending')
        .map(([type, standing], at) => certificateOf(type, standing, today, index * 3 + at)),
      items,
    })),
  ];
}

/** Two years of validity around the day of loading, ended or about to end as the demo needs it. */
function certificateOf(
  type: CertificationType,
  standing: DemoStanding,
  today: Day,
  n: number,
): DemoCertificate {
  const left = {
    active: YEAR + n,
    expiring: 7 + ((n * 11) % 80),
    expired: -30 - n,
    revoked: YEAR,
    pending: YEAR,
  };
  const validUntil = addDays(today, left[standing]);
  const hasNoEnd =
    standing === 'active' && (type === 'cooperative' || type === 'certified_social_enterprise');
  return { type, validFrom: addDays(validUntil, 1 - 3 * YEAR), validUntil: hasNoEnd ? null : validUntil };
}

/** One enterprise that somebody entered twice: its second row leads to the first. */
async function mergeDuplicate(
  app: INestApplicationContext,
  actor: Actor,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const options = { strict: false };
  const { id } = await app
    .get(SuppliersService, options)
    .create(actor, { name: '(주)푸른환경코리아', confirmSameName: true });
  const intoId = ids.get('푸른환경코리아') ?? '';
  await app
    .get(SupplierMergesService, options)
    .merge(actor, id, { intoId, reason: '같은 기업을 두 번 등록함 (시범 자료)' });
}

async function revokeOne(
  app: INestApplicationContext,
  actor: Actor,
  ids: ReadonlyMap<string, string>,
  today: Day,
): Promise<void> {
  const revoked = DEMO_ENTERPRISES.find(({ certificates }) =>
    certificates.some(([, standing]) => standing === 'revoked'),
  );
  const supplierId = ids.get(revoked?.name ?? '');
  if (supplierId === undefined) return;
  const certifications = app.get(CertificationsService, { strict: false });
  const { items, version } = await certifications.list(actor, supplierId);
  const [certification] = items;
  if (certification === undefined) return;
  await certifications.revoke(
    actor,
    { supplierId, certificationId: certification.id, version },
    { revokedOn: today, reason: '인증 요건 미충족 (시범 자료)' },
  );
}

async function offerItems(
  app: INestApplicationContext,
  actor: Actor,
  ids: ReadonlyMap<string, string>,
  today: Day,
): Promise<void> {
  const clock = app.get(Clock, { strict: false });
  const items = app.get(CatalogueItemsService, { strict: false });
  const steps = app.get(CatalogueStepsService, { strict: false });
  const now = clock.now;
  for (const { name, items: offered } of newEnterprises(today)) {
    const supplierId = ids.get(name);
    if (supplierId === undefined) continue;
    if (STALE.has(name)) clock.now = () => new Date(`${addDays(today, -14 * 30)}T12:00:00+09:00`);
    for (const [at, [item, kind, priceKrw, unit, classificationCode]] of offered.entries()) {
      const made = await items.create(actor, supplierId, {
        name: item,
        kind,
        unit,
        priceKrw,
        classificationCode,
        description: `${item} (시범 자료)`,
        leadTimeDays: kind === 'goods' ? 3 + at : null,
        directProduction: kind === 'goods',
      });
      await steps.act(actor, made.id, made.version, 'publish');
    }
    clock.now = now;
  }
}
