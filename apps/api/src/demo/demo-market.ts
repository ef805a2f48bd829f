import type { INestApplicationContext } from '@nestjs/common';
import { Readable } from 'node:stream';
import { addDays } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { FileStore } from '../files/file-store';
import { FilesService } from '../files/files.service';
import { CatalogueItemsService } from '../suppliers/catalogue/catalogue-items.service';
import { CatalogueStepsService } from '../suppliers/catalogue/catalogue-steps.service';
import { CertificationsService } from '../suppliers/certifications/certifications.service';
import { ShortlistsService } from '../suppliers/shortlists/shortlists.service';
import { SupplierRequestsService } from '../suppliers/requests/supplier-requests.service';
import { CompanyService } from '../suppliers/verifications/company.service';
import { VerificationsService } from '../suppliers/verifications/verifications.service';
import type { DemoPlaces } from './demo-places';

interface MarketPeople {
  readonly clerk: Actor;
  readonly enterprise: Actor;
}

/** The smallest paper that is a PDF: what the demo hands in as evidence. */
const PAPER = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

/**
 * What the people of the demo have under way between buyers and enterprises: a certificate and an address that wait to be
 * verified, a draft, requests in each state, a shortlist, and a certificate that was revoked for days already counted.
 */
export async function openMarket(
  app: INestApplicationContext,
  places: DemoPlaces,
  people: MarketPeople,
  keeper: Actor,
): Promise<void> {
  await handInForVerification(app, people.enterprise, keeper);
  await askEnterprises(app, places, people);
  await keepShortlist(app, places, people.clerk);
  await revokeForPastDays(app, places, keeper);
}

async function handInForVerification(
  app: INestApplicationContext,
  enterprise: Actor,
  keeper: Actor,
): Promise<void> {
  const options = { strict: false };
  const supplierId = enterprise.enterpriseId ?? '';
  const today = app.get(Clock, options).today();
  const bytes = await app.get(FileStore, options).receive(Readable.from([Buffer.from(PAPER)]));
  const evidence = await app.get(FilesService, options).keep(enterprise, {
    bytes,
    fileName: '여성기업 확인서 (시범 자료).pdf',
    institutionId: undefined,
    departmentId: undefined,
  });
  const certifications = app.get(CertificationsService, options);
  const verifications = app.get(VerificationsService, options);
  await certifications.add(enterprise, supplierId, {
    type: 'green_product',
    number: '시범-녹색-0001',
    validFrom: today,
    evidenceFileId: evidence.id,
  });
  for (const { id, version } of (await verifications.list(keeper, {})).items)
    await verifications.refuse(keeper, id, version, {
      reason: '인증 대상 품목이 적혀 있지 않습니다. (시범 자료)',
    });
  await certifications.add(enterprise, supplierId, {
    type: 'women_owned',
    number: '시범-여성-0001',
    issuer: '(시범 자료)',
    validFrom: today,
    validUntil: addDays(today, 3 * 365),
    evidenceFileId: evidence.id,
  });
  const company = app.get(CompanyService, options);
  const { version } = await company.get(enterprise);
  await company.change(enterprise, version, {
    address: '서울특별시 강북구 도봉로 000 (시범 자료)',
    introduction: '장애가 있는 동료와 함께 현수막과 인쇄물을 만듭니다. (시범 자료)',
  });
  await app.get(CatalogueItemsService, options).create(enterprise, supplierId, {
    name: '탁상 달력 인쇄',
    kind: 'goods',
    classificationCode: '44112005',
  });
  const steps = app.get(CatalogueStepsService, options);
  const past = await app.get(CatalogueItemsService, options).create(enterprise, supplierId, {
    name: '종이 쇼핑백 인쇄',
    kind: 'goods',
    classificationCode: '82121507',
    description: '올해부터 만들지 않습니다. (시범 자료)',
    priceKrw: 1_100,
    unit: '장',
  });
  const shown = await steps.act(enterprise, past.id, past.version, 'publish');
  await steps.act(enterprise, shown.id, shown.version, 'archive');
}

async function askEnterprises(
  app: INestApplicationContext,
  places: DemoPlaces,
  people: MarketPeople,
): Promise<void> {
  const options = { strict: false };
  const requests = app.get(SupplierRequestsService, options);
  const today = app.get(Clock, options).today();
  const ask = (title: string, message: string, quantity: number) =>
    requests.create(people.clerk, {
      supplierId: places.supplierId('노란들판'),
      title,
      message,
      quantity,
      neededOn: addDays(today, 14),
    });
  await ask('행사 현수막 견적 요청', '5m × 0.9m 현수막 3장, 설치 포함 견적을 부탁드립니다.', 3);
  const answered = await ask(
    '사업 안내 리플릿 인쇄',
    'A4 3단 리플릿 2,000부 가격과 납기를 알려 주십시오.',
    2_000,
  );
  await requests.answer(people.enterprise, answered.id, {
    answer: '2,000부 기준 사흘 안에 납품할 수 있습니다.',
    quotedAmountKrw: 484_000,
    quotedIncludesVat: true,
  });
  const withdrawn = await ask('체육대회 배너 제작', '일정이 정해지면 다시 요청하겠습니다.', 4);
  await requests.withdraw(people.clerk, withdrawn.id);
  const declined = await ask('대형 현수막 긴급 제작', '내일 오전까지 20장이 필요합니다.', 20);
  await requests.decline(people.enterprise, declined.id, '하루 안에는 20장을 제작할 수 없습니다.');
}

async function keepShortlist(app: INestApplicationContext, places: DemoPlaces, clerk: Actor): Promise<void> {
  await app.get(ShortlistsService, { strict: false }).create(clerk, {
    title: '겨울 행사 현수막',
    purpose: '행사 현수막 10장, 설치 포함',
    entries: ['노란들판', '놀자엔터테인먼트협동조합', '잘되는광고시설물협동조합'].map((name) => ({
      supplierId: places.supplierId(name),
    })),
  });
}

/** For days that are counted already: the ledger lists those purchases, and the manager decides. */
async function revokeForPastDays(
  app: INestApplicationContext,
  places: DemoPlaces,
  keeper: Actor,
): Promise<void> {
  const options = { strict: false };
  const supplierId = places.supplierId('가온');
  const certifications = app.get(CertificationsService, options);
  const { items, version } = await certifications.list(keeper, supplierId);
  const [certification] = items;
  if (certification === undefined) return;
  const year = app.get(Clock, options).today().slice(0, 4);
  await certifications.revoke(
    keeper,
    { supplierId, certificationId: certification.id, version },
    { revokedOn: `${year}-04-01`, reason: '자활기업 인정 취소 통보 (시범 자료)' },
  );
}
