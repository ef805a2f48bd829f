import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import { ownerDataSource } from '../src/database/data-source';
import { listOf, type ApiClient, type Body } from './support/api-client';
import { exif, jpeg, jpegApp, jpegComment, png } from './support/pictures';
import { upload, uploaded } from './support/upload';
import { createWorld, type World } from './support/world';

let world: World;
let yellow: string;
let own: ApiClient;
let other: ApiClient;
let keeper: ApiClient;
let manager: ApiClient;
let admin: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2016-11-21');
  yellow = await world.given.supplier('노란들판');
  const care = await world.given.supplier('도우누리');
  const institutionId = await world.given.institution();
  own = await world.loginAs(await world.given.user('enterprise', { enterpriseId: yellow }));
  other = await world.loginAs(await world.given.user('enterprise', { enterpriseId: care }));
  keeper = await world.loginAs(await world.given.user('support'));
  manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  admin = await world.loginAs(await world.given.user('admin'));
});
afterAll(() => world.end());

const TEXT = '행사장에 걸린 파란 현수막';
const newItem = (state = 'published') => world.given.catalogueItem(yellow, '현수막', { state });

async function add(itemId: string, content: Buffer, name = 'a.jpg', client = own) {
  const fileId = await uploaded(world.app, client, name, content);
  return client.post(`/catalogue-items/${itemId}/photos`, { fileId, alternativeText: TEXT });
}

async function added(
  itemId: string,
  content: Buffer = png(640, 480),
): Promise<{ item: Body; address: string }> {
  const answer = await add(itemId, content);
  expect(answer).toMatchObject({ status: 201 });
  const photo = listOf(answer.body['photos']).at(-1);
  return { item: answer.body, address: `/catalogue-items/${itemId}/photos/${String(photo?.['id'])}` };
}

async function picture(client: ApiClient, address: string, headers: Record<string, string> = {}) {
  return world.app.inject({
    method: 'GET',
    url: `/api/v1${address}`,
    headers: { ...(client.token === null ? {} : { authorization: `Bearer ${client.token}` }), ...headers },
  });
}

const idsOf = (item: Body | undefined) => listOf(item?.['photos']).map((photo) => String(photo['id']));

describe('a photo of a published item', () => {
  it('is a picture for everybody, safe to show and asked for again each time', async () => {
    const { item, address } = await added(await newItem(), png(640, 480));
    expect(item['photos']).toMatchObject([{ alternativeText: TEXT, width: 640, height: 480 }]);
    const answer = await picture(world.anonymous, address);
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload).toEqual(png(640, 480));
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(png(640, 480).length),
      'cache-control': 'public, no-cache',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'inline',
    });
    const again = await picture(world.anonymous, address, {
      'if-none-match': String(answer.headers['etag']),
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('is gone for others when its item is archived, also for who knows its tag', async () => {
    const { item, address } = await added(await newItem());
    const tag = String((await picture(world.anonymous, address)).headers['etag']);
    await own.post(`/catalogue-items/${String(item['id'])}/archive`, undefined, {
      version: Number(item['version']),
      expect: 200,
    });
    for (const client of [world.anonymous, other]) {
      expect((await picture(client, address)).statusCode).toBe(404);
      expect((await picture(client, address, { 'if-none-match': tag })).statusCode).toBe(404);
    }
    expect((await picture(own, address)).statusCode).toBe(200);
  });

  it('confirms the item and counts its version up', async () => {
    const itemId = await newItem();
    const { item } = await added(itemId);
    expect(item).toMatchObject({ confirmedOn: '2016-11-21', version: 2 });
  });
});

describe('a photo of a draft', () => {
  it('is seen by its enterprise and register keepers, is kept nowhere, and is not there for others', async () => {
    const { address } = await added(await newItem('draft'));
    for (const client of [own, keeper, manager, admin]) {
      const answer = await picture(client, address);
      expect([answer.statusCode, answer.headers['cache-control'], answer.headers['etag']]).toEqual([
        200,
        'private, no-store',
        undefined,
      ]);
    }
    for (const client of [other, world.anonymous]) {
      expect((await picture(client, address)).statusCode).toBe(404);
    }
  });

  it('is not found by way of another item', async () => {
    const { address } = await added(await newItem('draft'));
    const elsewhere = address.replace(/catalogue-items\/[^/]+/, `catalogue-items/${await newItem()}`);
    expect((await picture(own, elsewhere)).statusCode).toBe(404);
  });

  it('is neither hung nor changed nor taken off by another enterprise', async () => {
    const itemId = await newItem('draft');
    const { address } = await added(itemId);
    const fileId = await uploaded(world.app, other, 'a.png', png(10, 10));
    const body = { fileId, alternativeText: '가로챔' };
    await other.post(`/catalogue-items/${itemId}/photos`, body, { expect: 404 });
    await other.patch(address, { alternativeText: '가로챔' }, { version: 2, expect: 404 });
    await other.call('DELETE', address, { version: 2, expect: 404 });
    await own.patch(address, { alternativeText: '새 글' }, { version: 2, expect: 200 });
  });

  it('is kept back by the database too; with the own enterprise set it is there', async () => {
    const itemId = await newItem('draft');
    const { address } = await added(itemId);
    const photoId = address.split('/').at(-1);
    const owner = await ownerDataSource(world.database.url).initialize();
    const asEnterprise = (supplierId: string, statement: string, values: unknown[]) =>
      owner.transaction(async (db) => {
        await db.query('SET LOCAL ROLE ieum_app');
        await db.query(
          `SELECT set_config('ieum.enterprise_id', $1, true), set_config('ieum.actor_id', gen_random_uuid()::text, true)`,
          [supplierId],
        );
        return db.query<unknown[]>(statement, values);
      });
    const [stranger] = await world.database.sql<{ id: string }>('SELECT id FROM suppliers WHERE id <> $1', [
      yellow,
    ]);
    const strangerId = stranger?.id ?? '';
    const read = 'SELECT id FROM catalogue_item_photos WHERE id = $1';
    expect(await asEnterprise(strangerId, read, [photoId])).toEqual([]);
    expect(await asEnterprise(yellow, read, [photoId])).toEqual([{ id: photoId }]);
    // Under the own name on another's item: the key of two columns says no where row security would not.
    const hang = `INSERT INTO catalogue_item_photos (supplier_id, catalogue_item_id, file_id, alternative_text, position,
        width, height, sent_ranges)
      SELECT $1, $2, f.id, 'x', 2, 1, 1, '[]' FROM files f WHERE f.supplier_id = $1 LIMIT 1`;
    await uploaded(world.app, other, 'a.png', png(10, 10));
    await expect(asEnterprise(strangerId, hang, [strangerId, itemId])).rejects.toThrow(
      'fk_catalogue_item_photos_item',
    );
    await asEnterprise(yellow, hang, [yellow, itemId]);
    expect(
      listOf((await own.get(`/catalogue-items/${itemId}`, { expect: 200 })).body['photos']),
    ).toHaveLength(2);
    await owner.destroy();
  });
});

describe('the photos of an item', () => {
  it('are put in order, described anew and taken off, each with the version that was read', async () => {
    const itemId = await newItem();
    for (let count = 0; count < 3; count++) await added(itemId);
    const first = await own.get(`/catalogue-items/${itemId}`, { expect: 200 });
    const [a = '', b = '', c = ''] = idsOf(first.body);
    const at = (id: string) => `/catalogue-items/${itemId}/photos/${id}`;
    const moved = await own.patch(at(c), { position: 1 }, { version: 4, expect: 200 });
    expect(idsOf(moved.body)).toEqual([c, a, b]);
    await own.patch(at(a), { position: 1 }, { version: 4, expect: 412 });
    const said = await own.patch(at(a), { alternativeText: '  새  글 ' }, { version: 5, expect: 200 });
    expect(listOf(said.body['photos'])[1]).toMatchObject({ id: a, alternativeText: '새 글' });
    const fewer = await own.call('DELETE', at(c), { version: 6, expect: 200 });
    expect(idsOf(fewer.body)).toEqual([a, b]);
    await own.call('DELETE', at(c), { version: 7, expect: 404 });
    await added(itemId);
    const places = await world.database.sql(
      'SELECT position FROM catalogue_item_photos WHERE catalogue_item_id = $1 ORDER BY position',
      [itemId],
    );
    expect(places).toEqual([{ position: 1 }, { position: 2 }, { position: 3 }]);
  });

  it('are six at most, also when seven arrive at once', async () => {
    const itemId = await newItem();
    const answers = await Promise.all(Array.from({ length: 7 }, () => add(itemId, png(10, 10), 'a.png')));
    const codes = answers.map((answer) => answer.body['code'] ?? 'added').sort();
    expect(codes).toEqual(['PHOTO_TOO_MANY', ...Array<string>(6).fill('added')]);
  });

  it('are copied with the item and outlive the original', async () => {
    const itemId = await newItem();
    const { item } = await added(itemId);
    const copy = await own.post(`/catalogue-items/${itemId}/copy`, undefined, { expect: 201 });
    const [photoId] = idsOf(copy.body);
    expect(photoId).not.toBe(idsOf(item)[0]);
    const answer = await picture(own, `/catalogue-items/${String(copy.body['id'])}/photos/${photoId ?? ''}`);
    expect(answer.rawPayload).toEqual(png(640, 480));
  });

  it('need words for who cannot see them', async () => {
    const itemId = await newItem();
    const fileId = await uploaded(world.app, own, 'a.png', png(10, 10));
    const send = (alternativeText: string) =>
      own.post(`/catalogue-items/${itemId}/photos`, { fileId, alternativeText });
    expect((await send('   ')).status).toBe(400);
    expect((await send('가'.repeat(201))).status).toBe(400);
  });

  it('are of the enterprise, or of whoever adds them: no evidence of a purchase becomes public', async () => {
    const itemId = await newItem();
    const evidence = await uploaded(world.app, manager, 'contract.png', png(10, 10));
    const body = { fileId: evidence, alternativeText: TEXT };
    // The administrator may read the manager's file, and still may not show it.
    await admin.get(`/files/${evidence}`, { expect: 200 });
    await admin.post(`/catalogue-items/${itemId}/photos`, body, { expect: 404 });
    await own.post(`/catalogue-items/${itemId}/photos`, body, { expect: 404 });
    await manager.post(`/catalogue-items/${itemId}/photos`, body, { expect: 201 });
  });
});

describe('an enterprise’s upload that lies about its type', () => {
  const workbookAsPng = () =>
    Buffer.concat([Buffer.from('PK\u0003\u0004'), deflateRawSync(Buffer.from('x'))]);

  it.each([
    ['html as jpg', 'a.jpg', '<html><script>alert(1)</script></html>', 'FILE_TYPE_REFUSED'],
    ['html with commas as png', 'a.png', '<svg onload="a(1,2)">,</svg>', 'FILE_TYPE_REFUSED'],
    ['a program as png', 'a.png', 'MZ\u0000\u0001', 'FILE_TYPE_REFUSED'],
    ['gif as png', 'a.png', 'GIF89a\u0001\u0000', 'FILE_TYPE_REFUSED'],
    ['a torn zip as png', 'a.png', workbookAsPng(), 'FILE_UNREADABLE'],
  ])('%s is not kept', async (_, name, content, code) => {
    expect(await upload(world.app, own, name, content)).toMatchObject({ code });
  });

  it('is kept as what it is, and what is no picture is no photo', async () => {
    const itemId = await newItem();
    const refused = async (name: string, content: Buffer) => {
      const answer = await add(itemId, content, name);
      return `${answer.status} ${JSON.stringify(answer.body['details'])}`;
    };
    expect(await refused('a.png', Buffer.from('%PDF-1.7'))).toBe('422 {"reason":"type"}');
    expect(await refused('a.jpg', Buffer.from('품목,금액\n'))).toBe('422 {"reason":"type"}');
    // A beginning of a picture with a page behind it: the signature alone does not make a picture.
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    expect(await refused('a.png', Buffer.concat([png(10, 10).subarray(0, 8), page]))).toBe(
      '422 {"reason":"unreadable"}',
    );
    expect(await refused('a.jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), page]))).toBe(
      '422 {"reason":"unreadable"}',
    );
    expect(await refused('a.png', png(10, 10).subarray(0, -4))).toBe('422 {"reason":"unreadable"}');
  });

  it('a picture with something behind it or inside it is sent without that', async () => {
    const script = '<script>alert(1)</script>';
    const tail = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from(script)]);
    const hidden = png(640, 480, [{ type: 'tEXt', text: script }]);
    const asPng = await added(await newItem(), Buffer.concat([hidden, tail]));
    expect((await picture(world.anonymous, asPng.address)).rawPayload).toEqual(png(640, 480));
    const asJpeg = await added(
      await newItem(),
      jpeg(640, 480, { before: [jpegComment(script)], after: tail }),
    );
    expect((await picture(world.anonymous, asJpeg.address)).rawPayload).toEqual(jpeg(640, 480));
  });
});

describe('a picture', () => {
  it('of few bytes and 2.5 billion dots is refused before anybody unpacks it', async () => {
    const itemId = await newItem();
    for (const content of [png(50_000, 50_000), jpeg(60_000, 60_000)]) {
      const answer = await add(itemId, content);
      expect(answer.body).toMatchObject({ code: 'PHOTO_INVALID', details: { reason: 'dots' } });
    }
    expect((await add(itemId, png(8_000, 5_000))).status).toBe(201);
  });

  it('does not tell where it was taken, nor with what', async () => {
    const before = [
      exif(1),
      jpegApp(1, 'http://ns.adobe.com/xap/1.0/ <rdf/>'),
      jpegApp(13, 'Photoshop 3.0'),
      jpegApp(2, 'MPF'),
    ];
    const { address } = await added(await newItem(), jpeg(640, 480, { before }));
    const sent = await picture(world.anonymous, address);
    expect(sent.rawPayload.toString('latin1')).not.toMatch(/37\.6396N|Exif|adobe|Photoshop|MPF/);
    expect(sent.rawPayload).toEqual(jpeg(640, 480));
    const asPng = await added(await newItem(), png(640, 480, [{ type: 'eXIf', text: '37.6396N' }]));
    expect((await picture(world.anonymous, asPng.address)).body).not.toContain('37.6396N');
  });

  it('of a telephone held upright stays upright without its EXIF', async () => {
    const { item, address } = await added(await newItem(), jpeg(640, 480, { before: [exif(6)] }));
    expect(item['photos']).toMatchObject([{ width: 480, height: 640 }]);
    const sent = await picture(world.anonymous, address);
    const bare = jpeg(640, 480);
    expect(sent.rawPayload).toEqual(Buffer.concat([bare.subarray(0, 2), exif(6, ''), bare.subarray(2)]));
    expect(sent.headers['content-length']).toBe(String(sent.rawPayload.length));
  });
});
