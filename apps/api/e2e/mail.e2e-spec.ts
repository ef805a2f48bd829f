import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '../src/config/config';
import { listOf } from './support/api-client';
import { look } from './support/clock';
import { until } from './support/jobs';
import { SmtpServer, type ReceivedMail } from './support/smtp-server';
import { createWorld, type World } from './support/world';

let server: SmtpServer;
let world: World;
let company: string;

beforeEach(async () => {
  server = new SmtpServer();
  world = await createWorld({
    environment: {
      IEUM_SMTP_URL: await server.start(),
      IEUM_MAIL_FROM: 'ieum@city.example',
      IEUM_PUBLIC_URL: 'https://ieum.city.example/',
    },
  });
  world.setToday('2026-11-20');
  company = await world.given.supplier('노란들판', 'prospective_local', '2023-12-21', '2026-12-20');
});
afterEach(async () => {
  await world.end();
  await server.stop();
});

async function person(email: string): Promise<string> {
  const given = await world.given.user('enterprise');
  await world.database.sql('UPDATE users SET enterprise_id = $2, email = $3 WHERE email = $1', [
    given,
    company,
    email,
  ]);
  return email;
}

interface QueueRow {
  /** an attempt failed, the next one is to come */
  waits: boolean;
  state: string;
  message: string | null;
}

async function mailJob(): Promise<QueueRow | undefined> {
  const [row] = await world.database.sql<QueueRow>(
    `SELECT j.state, j.message, q.last_error IS NOT NULL AS waits FROM jobs j
     LEFT JOIN graphile_worker._private_jobs q ON q.payload->>'jobId' = j.id::text WHERE j.kind = 'mail.send'`,
  );
  return row;
}
const sent = () => until(async () => (await mailJob())?.state === 'succeeded');

function part(mail: ReceivedMail | undefined, header: string): string {
  return new RegExp(`^${header}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(mail?.source ?? '')?.[1] ?? '';
}

/** =?UTF-8?B?…?= and =?UTF-8?Q?…?= as text */
function decoded(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
      way.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString()
        : quotedPrintable(text.replaceAll('_', ' ')),
    );
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

function bodyOf(mail: ReceivedMail | undefined): string {
  const [, ...rest] = (mail?.source ?? '').split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  return /base64/i.test(part(mail, 'Content-Transfer-Encoding'))
    ? Buffer.from(body, 'base64').toString()
    : quotedPrintable(body);
}

describe('mail', () => {
  it('takes a reminder to each person of the enterprise, in Korean, with the way to it', async () => {
    await person('kim@company.example');
    await person('lee@company.example');
    await look(world);
    await sent();
    expect(server.received.map((mail) => mail.to)).toEqual([
      expect.arrayContaining([expect.stringMatching(/@company\.example$/)]),
      expect.arrayContaining([expect.stringMatching(/@company\.example$/)]),
    ]);
    expect(server.received.flatMap((mail) => mail.to).sort()).toEqual([
      'kim@company.example',
      'lee@company.example',
    ]);
    const [mail] = server.received;
    expect(mail?.from).toBe('ieum@city.example');
    expect(decoded(part(mail, 'Subject'))).toBe('[이음] 예비사회적기업 (지역형) 유효기간이 30일 남았습니다');
    expect(bodyOf(mail)).toContain('노란들판의 예비사회적기업 (지역형) 유효기간이 2026-12-20에 끝납니다.');
    expect(bodyOf(mail)).toContain('https://ieum.city.example/enterprise/certificates');
    expect(part(mail, 'Auto-Submitted')).toBe('auto-generated');
  });

  it('is not sent twice, and not to whom it had reached when the rest has to wait', async () => {
    await person('kim@company.example');
    await person('lee@company.example');
    let first = '';
    server.answerTo = (address) => {
      first ||= address;
      return address === first ? '450 greylisted, come back later' : '250 ok';
    };
    await look(world);
    await until(async () => (await mailJob())?.waits === true);
    expect(server.received.map((mail) => mail.to)).toHaveLength(1);
    expect(server.received[0]?.to).not.toEqual([first]);
    server.answerTo = () => '250 ok';
    await world.database.sql(`UPDATE graphile_worker._private_jobs SET run_at = now()`);
    await sent();
    expect(server.received).toHaveLength(2);
    expect(new Set(server.received.flatMap((mail) => mail.to)).size).toBe(2);
  });

  it('waits for a server that is down, without holding up what asked for it', async () => {
    await person('kim@company.example');
    server.isDown = true;
    await look(world);
    const [notice] = await world.database.sql(`SELECT 1 FROM notices WHERE audience = 'enterprise'`);
    expect(notice).toBeDefined();
    await until(async () => (await mailJob())?.waits === true);
    expect(await mailJob()).toMatchObject({ state: 'queued' });
    const [queued] = await world.database.sql<{ max: number; waits: boolean }>(
      `SELECT max_attempts::int AS max, run_at > now() AS waits FROM graphile_worker._private_jobs`,
    );
    expect(queued).toEqual({ max: 12, waits: true });
  });

  it('leaves out whom the server refuses for good, and goes on with the others', async () => {
    await person('gone@company.example');
    await person('kim@company.example');
    server.answerTo = (address) => (address.startsWith('gone') ? '550 no such user' : '250 ok');
    await look(world);
    await sent();
    expect(server.received.map((mail) => mail.to)).toEqual([['kim@company.example']]);
    const outcomes = await world.database.sql('SELECT outcome FROM mail_deliveries ORDER BY outcome');
    expect(outcomes).toEqual([{ outcome: 'refused' }, { outcome: 'sent' }]);
  });

  it('cannot be given another header or recipient by a name or an address', async () => {
    await world.database.sql('UPDATE suppliers SET name = $2 WHERE id = $1', [
      company,
      '노란들판\r\nBcc: everybody@evil.example\r\n\r\n다른 글',
    ]);
    await person('kim@company.example, everybody@evil.example');
    await person('lee@company.example');
    await look(world);
    await sent();
    expect(server.received.map((mail) => mail.to)).toEqual([['lee@company.example']]);
    const [mail] = server.received;
    const headers = (mail?.source ?? '').split('\r\n\r\n')[0] ?? '';
    expect(headers).not.toMatch(/^bcc:/im);
    expect(headers.match(/^to:/gim)).toHaveLength(1);
  });

  it('goes to nobody whose account is closed', async () => {
    await person('kim@company.example');
    await world.database.sql(`UPDATE users SET state = 'disabled' WHERE email = 'kim@company.example'`);
    await look(world);
    await sent();
    expect(server.received).toEqual([]);
  });
});

describe('what people ask each other', () => {
  it('goes to the enterprise, and the answer to whoever asked and to no other adviser', async () => {
    const { given, database } = world;
    const areaId = await given.institution('강북구');
    const advisers = [await given.user('support'), await given.user('support')];
    const [asking, colleague] = advisers;
    for (const email of advisers)
      await database.sql(
        'INSERT INTO user_assignments (user_id, institution_id) SELECT id, $2 FROM users WHERE email = $1',
        [email, areaId],
      );
    await person('han@company.example');
    const adviser = await world.loginAs(asking ?? '');
    const match = await adviser.post(
      '/matches',
      { institutionId: areaId, title: '안내 현수막' },
      { expect: 201 },
    );
    const found = await adviser.post(
      `/matches/${String(match.body['id'])}/candidates`,
      { supplierIds: [company] },
      { expect: 200 },
    );
    const candidateIds = listOf(found.body['candidates']).map((one) => one['id']);
    const question = { candidateIds, title: '현수막 견적', message: '부탁드립니다.', answerBy: '2026-11-27' };
    await adviser.post(`/matches/${String(match.body['id'])}/requests`, question, { expect: 201 });
    await until(() => Promise.resolve(server.received.length === 1));
    expect(server.received[0]?.to).toEqual(['han@company.example']);
    expect(decoded(part(server.received[0], 'Subject'))).toBe('[이음] 요청이 왔습니다: 현수막 견적');

    const enterprise = await world.loginAs('han@company.example');
    const inbox = await enterprise.get('/supplier-requests', { expect: 200 });
    const id = String(listOf(inbox.body['items'])[0]?.['id']);
    await enterprise.post(
      `/supplier-requests/${id}/decline`,
      { reason: '일정이 찼습니다.' },
      { expect: 200 },
    );
    await until(() => Promise.resolve(server.received.length === 2));
    expect(server.received[1]?.to).toEqual([asking]);
    expect(server.received.flatMap((mail) => mail.to)).not.toContain(colleague);
    expect(decoded(part(server.received[1], 'Subject'))).toContain('요청을 사양했습니다');
  });
});

describe('without SMTP', () => {
  it('there are notices and no mail, not even on the queue', async () => {
    const quiet = await createWorld();
    quiet.setToday('2026-11-20');
    await quiet.given.supplier('노란들판', 'prospective_local', '2023-12-21', '2026-12-20');
    await look(quiet);
    expect(await quiet.database.sql('SELECT 1 FROM notices')).toHaveLength(1);
    expect(await quiet.database.sql('SELECT 1 FROM jobs')).toEqual([]);
    await quiet.end();
  });

  it('half a configuration ends the start with a sentence, which does not repeat the password', () => {
    const base = { DATABASE_URL: 'postgres://db/ieum', IEUM_JWT_SECRET: 'x'.repeat(32) };
    expect(readConfig(base).mail).toBeNull();
    expect(readConfig({ ...base, IEUM_SMTP_URL: '', IEUM_MAIL_FROM: '' }).mail).toBeNull();
    expect(() => readConfig({ ...base, IEUM_MAIL_FROM: 'ieum@city.example' })).toThrow('belong together');
    const wrong = {
      ...base,
      IEUM_MAIL_FROM: 'ieum@city.example',
      IEUM_SMTP_URL: 'http://user:geheim@mail.example',
    };
    expect(() => readConfig(wrong)).toThrow('IEUM_SMTP_URL');
    expect(() => readConfig(wrong)).not.toThrow('geheim');
  });
});
