import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { systemActor } from '../src/common/actor';
import { CONFIG, type Config } from '../src/config/config';
import { Transactions } from '../src/database/transactions';
import { FilesService } from '../src/files/files.service';
import type { ApiClient } from './support/api-client';
import { createWorld, type World } from './support/world';

const MEGABYTE = 1024 * 1024;
const WORKBOOK = ['[Content_Types].xml', 'xl/workbook.xml'];

let world: World;
let institutionId: string;
let jobs: ApiClient;
let health: ApiClient;
let manager: ApiClient;
let foreignManager: ApiClient;
let admin: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  institutionId = await world.given.institution();
  const otherId = await world.given.institution('노원구');
  const clerkOf = async (name: string) =>
    world.loginAs(
      await world.given.user('clerk', {
        institutionId,
        departmentId: await world.given.department(institutionId, name),
      }),
    );
  jobs = await clerkOf('일자리지원과');
  health = await clerkOf('보건행정과');
  manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  foreignManager = await world.loginAs(await world.given.user('manager', { institutionId: otherId }));
  admin = await world.loginAs(await world.given.user('admin'));
});
afterAll(() => world.end());

interface Part {
  name: string;
  fileName?: string;
  content: string | Buffer;
}

async function send(client: ApiClient, parts: Part[], key?: string) {
  const boundary = 'ieum-test-boundary';
  const payload = Buffer.concat([
    ...parts.flatMap(({ name, fileName, content }) => [
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"` +
          (fileName === undefined ? '' : `; filename="${fileName}"\r\ncontent-type: application/x-whatever`) +
          '\r\n\r\n',
      ),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  const response = await world.app.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: {
      authorization: `Bearer ${client.token ?? ''}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    payload,
  });
  const body = response.json<Record<string, string>>();
  return { status: response.statusCode, headers: response.headers, body, code: body['code'] };
}

const sendFile = (client: ApiClient, fileName: string, content: string | Buffer, ...fields: Part[]) =>
  send(client, [{ name: 'file', fileName, content }, ...fields]);

/** A zip of empty-ish entries; `lie` states another unpacked size in the directory than the truth. */
function zip(entries: { name: string; content: Buffer; lie?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, lie } of entries) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const central = Buffer.alloc(46 + name.length);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(lie ?? content.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    central.write(name, 46);
    locals.push(local, packed);
    directory.push(central);
    at += local.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const workbook = (...more: { name: string; content: Buffer; lie?: number }[]) =>
  zip([...WORKBOOK.map((name) => ({ name, content: Buffer.from(`<${name.length}/>`) })), ...more]);

/** Everything on disk below the folder of this run, temporary files included. */
function bytesOnDisk(): string[] {
  const root = world.app.get<Config>(CONFIG).filesDir;
  return existsSync(root) ? readdirSync(root, { recursive: true }).map(String).sort() : [];
}

const incoming = () => bytesOnDisk().filter((path) => path.startsWith('incoming'));

describe('an upload', () => {
  it('is kept and handed out again as an attachment under its Korean name', async () => {
    const made = await sendFile(jobs, '계약서 (1).pdf'.normalize('NFD'), '%PDF-1.7 내용');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      institutionId,
      departmentId: jobs.user.departmentId,
      name: '계약서 (1).pdf',
      mediaType: 'application/pdf',
      uploadedBy: jobs.user.id,
    });
    const meta = await jobs.get(`/files/${String(made.body['id'])}`, { expect: 200 });
    expect(meta.body).toEqual(made.body);
    const content = await world.app.inject({
      method: 'GET',
      url: `/api/v1/files/${String(made.body['id'])}/content`,
      headers: { authorization: `Bearer ${jobs.token ?? ''}` },
    });
    expect(content.body).toBe('%PDF-1.7 내용');
    expect(content.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="___ (1).pdf"; filename*=UTF-8''${encodeURIComponent('계약서')}%20%281%29.pdf`,
    });
  });

  it('is what its content says, whatever its name says', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    const typeOf = async (name: string, content: string | Buffer) =>
      (await sendFile(jobs, name, content)).body['mediaType'];
    expect(await typeOf('a.pdf', png)).toBe('image/png');
    expect(await typeOf('a.exe', Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
    expect(await typeOf('a.txt', '품목,금액\n현수막,160000\n')).toBe('text/csv');
    const cp949 = Buffer.from([0xc7, 0xf6, 0xbc, 0xf6, 0xb8, 0xb7, 0x2c, 0x31, 0x0a]);
    expect(await typeOf('a.csv', cp949)).toBe('text/csv');
    expect(await typeOf('a.csv', workbook())).toContain('spreadsheetml');
  });

  it('of anything else is refused, and leaves nothing on the disk', async () => {
    const before = bytesOnDisk();
    const refused = async (name: string, content: string | Buffer) => {
      const { status, code } = await sendFile(jobs, name, content);
      return `${status} ${String(code)}`;
    };
    expect(await refused('a.pdf', 'MZ\u0000\u0001')).toBe('415 FILE_TYPE_REFUSED');
    expect(await refused('a.csv', '<html>a,b</html>')).toBe('415 FILE_TYPE_REFUSED');
    expect(await refused('a.csv', 'no columns at all')).toBe('415 FILE_TYPE_REFUSED');
    expect(await refused('a.csv', Buffer.from([0x2c, 0xff, 0xff, 0x0a]))).toBe('415 FILE_TYPE_REFUSED');
    expect(await refused('a.xlsx', zip([{ name: 'a.txt', content: Buffer.from('x') }]))).toBe(
      '415 FILE_TYPE_REFUSED',
    );
    expect(await refused('a.xlsx', workbook({ name: 'xl/vbaProject.bin', content: Buffer.from('x') }))).toBe(
      '415 FILE_TYPE_REFUSED',
    );
    expect(await refused('a.xlsx', workbook().subarray(0, -1))).toBe('422 FILE_UNREADABLE');
    expect(await refused('a.csv', '')).toBe('422 FILE_UNREADABLE');
    expect(await refused('a.csv', Buffer.alloc(20 * MEGABYTE + 1, 'a,'))).toBe('413 FILE_TOO_LARGE');
    expect(bytesOnDisk()).toEqual(before);
  });

  it('of a workbook that unpacks to too much is refused, also when its directory lies', async () => {
    const refused = async (content: Buffer) => (await sendFile(jobs, 'a.xlsx', content)).code;
    const sheet = (content: Buffer, lie?: number) =>
      workbook({ name: 'xl/worksheets/sheet1.xml', content, ...(lie === undefined ? {} : { lie }) });
    const zeros = Buffer.alloc(2 * MEGABYTE);
    expect(await refused(sheet(zeros))).toBe('FILE_TOO_LARGE');
    expect(await refused(sheet(zeros, 1_000))).toBe('FILE_UNREADABLE');
    const text = Buffer.from([...Array(5_000).keys()].join(','));
    expect((await sendFile(jobs, 'a.xlsx', sheet(text))).status).toBe(201);
  });

  it('of 20 MB is taken', async () => {
    const made = await sendFile(jobs, 'big.csv', Buffer.alloc(20 * MEGABYTE, 'a,'));
    expect([made.status, made.body['sizeBytes']]).toEqual([201, 20 * MEGABYTE]);
  });

  it('that is not a form, has no file, two files or a strange field is refused', async () => {
    expect((await jobs.post('/files', { file: 'x' })).status).toBe(415);
    expect((await send(jobs, [])).status).toBe(400);
    expect((await send(jobs, [{ name: 'institutionId', content: institutionId }])).status).toBe(400);
    const file = { name: 'file', fileName: 'a.csv', content: 'a,b' };
    expect((await send(jobs, [file, file])).status).toBe(413);
    expect((await send(jobs, [file, { name: 'strange', content: 'x' }])).status).toBe(400);
    expect((await send(jobs, [file, { name: 'institutionId', content: 'x\u0000' }])).status).toBe(400);
    expect(incoming().filter((path) => path !== 'incoming')).toEqual([]);
  });

  it('repeated under one key is one file; with another content it is another request', async () => {
    const file = (content: string) => [{ name: 'file', fileName: 'a.csv', content }];
    const first = await send(jobs, file('a,b'), 'upload-1');
    const before = bytesOnDisk();
    const second = await send(jobs, file('a,b'), 'upload-1');
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect((await send(jobs, file('a,c'), 'upload-1')).code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(bytesOnDisk()).toEqual(before);
  });
});

describe('a row and its bytes', () => {
  it('are kept together: without the bytes there is no row', async () => {
    const blockedId = await world.given.institution('막힌구');
    const blocked = await world.loginAs(await world.given.user('manager', { institutionId: blockedId }));
    // A file lies where the institution's folder should be, so that the bytes cannot get their place.
    const obstacle = join(world.app.get<Config>(CONFIG).filesDir, blockedId);
    writeFileSync(obstacle, '');
    const before = incoming();
    expect((await sendFile(blocked, 'a.csv', 'a,b')).status).toBe(500);
    expect(await world.database.sql('SELECT id FROM files WHERE institution_id = $1', [blockedId])).toEqual(
      [],
    );
    expect(incoming()).toEqual(before);
    rmSync(obstacle);
    expect((await sendFile(blocked, 'a.csv', 'a,b')).status).toBe(201);
  });

  it('are kept together: without the row there are no bytes', async () => {
    await world.database.sql(
      'ALTER TABLE files ADD CONSTRAINT chk_planted CHECK (size_bytes <> 5) NOT VALID',
    );
    await world.database.sql(`CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.size_bytes = 7 THEN RAISE 'the commit fails' USING ERRCODE = '57P01'; END IF; RETURN NULL; END $$`);
    await world.database
      .sql(`CREATE CONSTRAINT TRIGGER planted AFTER INSERT ON files DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION planted()`);
    const before = bytesOnDisk();
    expect((await sendFile(jobs, 'a.csv', 'a,b,c')).status).toBe(500);
    expect((await sendFile(jobs, 'a.csv', 'a,b,c,d')).status).toBe(503);
    expect(bytesOnDisk()).toEqual(before);
    expect(await world.database.sql('SELECT id FROM files WHERE size_bytes IN (5, 7)')).toEqual([]);
  });

  it('over a real connection: a refusal in the middle of an upload is answered, not left hanging', async () => {
    await world.app.listen(0, '127.0.0.1');
    const form = new FormData();
    form.append('file', new Blob([Buffer.alloc(25 * MEGABYTE, 'a,')]), 'big.csv');
    const answer = await fetch(`${await world.app.getUrl()}/api/v1/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${jobs.token ?? ''}` },
      body: form,
    });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'FILE_TOO_LARGE' });
  });
});

describe('whose a file is', () => {
  it('a clerk sees the own department’s, the manager the institution’s, nobody else', async () => {
    const made = await sendFile(jobs, 'a.csv', 'a,b');
    const path = `/files/${String(made.body['id'])}`;
    await manager.get(path, { expect: 200 });
    await admin.get(path, { expect: 200 });
    for (const other of [health, foreignManager]) {
      await other.get(path, { expect: 404 });
      await other.get(`${path}/content`, { expect: 404 });
    }
    await world.anonymous.get(path, { expect: 401 });
  });

  it('is not chosen freely: another institution or department is not there', async () => {
    const place = (name: string, content: string) => ({ name, content });
    const foreign = place('institutionId', foreignManager.user.institutionId);
    expect((await sendFile(manager, 'a.csv', 'a,b', foreign)).status).toBe(404);
    expect(
      (await sendFile(jobs, 'a.csv', 'a,b', place('departmentId', health.user.departmentId))).status,
    ).toBe(404);
    const before = bytesOnDisk();
    expect((await sendFile(manager, 'a.csv', 'a,b', place('departmentId', institutionId))).status).toBe(404);
    expect(bytesOnDisk()).toEqual(before);
    const given = await sendFile(manager, 'a.csv', 'a,b', place('departmentId', health.user.departmentId));
    expect(given.status).toBe(201);
    await health.get(`/files/${String(given.body['id'])}`, { expect: 200 });
  });

  it("is the support centre's own when whoever belongs to the centre names no institution", async () => {
    const bare = await sendFile(admin, 'a.csv', 'a,b');
    expect(bare.body).toMatchObject({ institutionId: null, enterpriseId: null });
    await manager.get(`/files/${String(bare.body['id'])}`, { expect: 404 });
    const named = await sendFile(admin, 'a.csv', 'a,b', { name: 'institutionId', content: institutionId });
    expect(named.body).toMatchObject({ institutionId, departmentId: null });
  });

  it('is checked again for the feature that opens it', async () => {
    const made = await sendFile(jobs, 'a.csv', 'a,b');
    const id = String(made.body['id']);
    const [transactions, files] = [world.app.get(Transactions), world.app.get(FilesService)];
    const opened = await transactions.run(systemActor('test'), (tx) => files.open(tx, institutionId, id));
    expect(opened).toMatchObject({ name: 'a.csv', mediaType: 'text/csv', sizeBytes: 3 });
    expect(existsSync(opened.path)).toBe(true);
    const foreign = transactions.run(systemActor('test'), (tx) =>
      files.open(tx, foreignManager.user.institutionId, id),
    );
    await expect(foreign).rejects.toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });
});

describe('a torn form', () => {
  const part = '--B\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b\r\n';

  it.each([
    ['without a boundary', 'multipart/form-data', `${part}--B--`],
    ['with another boundary', `multipart/form-data; boundary=${'B'.repeat(99)}`, `${part}--B--`],
    ['without an end', 'multipart/form-data; boundary=B', part],
    ['cut in its heading', 'multipart/form-data; boundary=B', part.slice(0, 40)],
  ])('%s is refused with a reason', async (_, type, payload) => {
    const response = await world.app.inject({
      method: 'POST',
      url: '/api/v1/files',
      headers: { authorization: `Bearer ${jobs.token ?? ''}`, 'content-type': type },
      payload,
    });
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([400, 'INVALID_INPUT']);
  });
});
