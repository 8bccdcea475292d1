// Rich menus themselves: what they may be, their pictures, their short names.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { clientOf, simulatorForTest, TOKEN } from './helpers/bot.ts';
import { FAMILY, many, repeat } from './helpers/limits.ts';
import { answerTo, area, menuOf, menuWithPicture, NO_MENU, refused, wrong } from './helpers/menus.ts';
import { bytesOf, jpegOf, pngOf } from './helpers/pictures.ts';
import { callerWithoutNetwork } from './helpers/without-network.ts';

describe('A rich menu (rules 19, 20, 23, 28)', () => {
  test('is made, told, listed and deleted', async () => {
    const client = clientOf(await simulatorForTest());
    const { richMenuId } = await client.createRichMenu(menuOf());
    expect(richMenuId).toMatch(/^richmenu-[0-9a-f]{32}$/);
    expect(await client.getRichMenu(richMenuId)).toEqual({ richMenuId, ...menuOf() });
    expect(await client.getRichMenuList()).toEqual({ richmenus: [{ richMenuId, ...menuOf() }] });
    await client.deleteRichMenu(richMenuId);
    expect(await client.getRichMenuList()).toEqual({ richmenus: [] });
    const gone = refused(404, 'Not found');
    expect(await answerTo(client.getRichMenu(richMenuId))).toEqual(gone);
    expect(await answerTo(client.deleteRichMenu(richMenuId))).toEqual(gone);
  });

  const within = (what: object) => menuOf(what);
  const tap = (action: Record<string, unknown>) => menuOf({ areas: [area(action)] });
  const at = (bounds: object) => menuOf({ areas: [{ ...area({ type: 'postback', data: 'a' }), bounds }] });
  const box = { x: 0, y: 0, width: 1, height: 1 };
  test.each([
    [
      'name',
      within({ name: repeat(300) }),
      within({ name: repeat(301) }),
      'Length must be between 0 and 300',
      'name',
    ],
    [
      'bar text',
      within({ chatBarText: repeat(14, FAMILY) }),
      within({ chatBarText: repeat(15) }),
      'Length must be between 0 and 14',
      'chatBarText',
    ],
    [
      'areas',
      within({ areas: many(20, area({ type: 'postback', data: 'a' })) }),
      within({ areas: many(21, area({ type: 'postback', data: 'a' })) }),
      'Size must be between 0 and 20',
      'areas',
    ],
    [
      'width',
      within({ size: { width: 2500, height: 1686 } }),
      within({ size: { width: 2501, height: 1686 } }),
      'must be less than or equal to 2500',
      'size.width',
    ],
    [
      'least width',
      within({ size: { width: 800, height: 540 } }),
      within({ size: { width: 799, height: 540 } }),
      'must be greater than or equal to 800',
      'size.width',
    ],
    [
      'height',
      within({ size: { width: 800, height: 250 } }),
      within({ size: { width: 800, height: 249 } }),
      'must be greater than or equal to 250',
      'size.height',
    ],
    [
      'ratio',
      within({ size: { width: 1450, height: 1000 } }),
      within({ size: { width: 1449, height: 1000 } }),
      'invalid value',
      'size',
    ],
    ['bounds', at(box), at({ ...box, x: -1 }), 'must be greater than or equal to 0', 'areas[0].bounds.x'],
    [
      'least bounds',
      at(box),
      at({ ...box, height: 0 }),
      'must be greater than or equal to 1',
      'areas[0].bounds.height',
    ],
    ['required fields', within({}), within({ name: undefined }), 'must be specified', 'name'],
    [
      'addresses',
      tap({ type: 'uri', uri: 'tel:0534541234' }),
      tap({ type: 'uri', uri: 'ftp://example.com' }),
      'invalid uri',
      'areas[0].action.uri',
    ],
    [
      'label',
      tap({ type: 'message', text: 'a', label: repeat(20) }),
      tap({ type: 'message', text: 'a', label: repeat(21) }),
      'Length must be between 0 and 20',
      'areas[0].action.label',
    ],
    [
      'alias to switch to',
      tap({ type: 'richmenuswitch', richMenuAliasId: repeat(32), data: '' }),
      tap({ type: 'richmenuswitch', richMenuAliasId: repeat(33), data: '' }),
      'Length must be between 0 and 32',
      'areas[0].action.richMenuAliasId',
    ],
    [
      'data of a switch',
      tap({ type: 'richmenuswitch', richMenuAliasId: 'a', data: repeat(300) }),
      tap({ type: 'richmenuswitch', richMenuAliasId: 'a', data: repeat(301) }),
      'Length must be between 0 and 300',
      'areas[0].action.data',
    ],
    [
      'kinds of action',
      tap({ type: 'clipboard', clipboardText: 'a' }),
      tap({ type: 'camera', label: 'a' }),
      'invalid value',
      'areas[0].action.type',
    ],
  ] as const)('keeps the limit of its %s', async (_what, taken, broken, message, property) => {
    const client = clientOf(await simulatorForTest());
    expect(await answerTo(client.validateRichMenuObject(taken as never))).toEqual({ status: 200 });
    const refusal = wrong(message, property);
    expect(await answerTo(client.validateRichMenuObject(broken as never))).toEqual(refusal);
    expect(await answerTo(client.createRichMenu(broken as never))).toEqual(refusal);
    expect((await client.getRichMenuList()).richmenus).toEqual([]);
  });

  test('switches to another only from a rich menu, never from a message', async () => {
    const client = clientOf(await simulatorForTest());
    const action = { type: 'richmenuswitch', label: 'a', richMenuAliasId: 'a', data: 'a' };
    const message = { type: 'text', text: 'a', quickReply: { items: [{ type: 'action', action }] } };
    expect(await answerTo(client.validateReply({ messages: [message as never] }))).toMatchObject({
      status: 400,
    });
  });

  test('is one of a thousand at most', async () => {
    const call = callerWithoutNetwork();
    const made = await call.times(1000, 'POST', '/v2/bot/richmenu', menuOf());
    expect(made.every(({ status }) => status === 200)).toBe(true);
    expect((await call.once('POST', '/v2/bot/richmenu', menuOf())).status).toBe(400);
    const [first] = made;
    const { richMenuId } = z.object({ richMenuId: z.string() }).parse(first?.body);
    expect((await call.once('DELETE', `/v2/bot/richmenu/${richMenuId}`)).status).toBe(200);
    expect((await call.once('POST', '/v2/bot/richmenu', menuOf())).status).toBe(200);
  });

  test('can be made a hundred times an hour, listed ten times a second', async () => {
    const simulator = await simulatorForTest({ now: () => 0 });
    const client = clientOf(simulator);
    await Promise.all(many(100, 0).map(() => client.createRichMenu(menuOf())));
    expect(await answerTo(client.createRichMenu(menuOf()))).toMatchObject({ status: 429 });
    expect(await answerTo(client.validateRichMenuObject(menuOf()))).toEqual({ status: 200 });
    simulator.clock.moveBy(36_000);
    expect(await answerTo(client.createRichMenu(menuOf()))).toEqual({ status: 200 });
    await Promise.all(many(10, 0).map(() => client.getRichMenuList()));
    expect(await answerTo(client.getRichMenuList())).toMatchObject({ status: 429 });
  });
});

describe("A rich menu's picture (rule 28)", () => {
  const MB = 1024 * 1024;
  test.each([
    ['width', pngOf(2500, 1724), pngOf(2501, 1724)],
    ['least width', pngOf(800, 250), pngOf(799, 250)],
    ['height', jpegOf(800, 250), jpegOf(800, 249)],
    ['ratio', jpegOf(1450, 1000), jpegOf(1449, 1000)],
    ['bytes', pngOf(2500, 843, MB), pngOf(2500, 843, MB + 1)],
    ['form', pngOf(2500, 843), new Blob(['GIF89a'], { type: 'image/png' })],
  ])('keeps the limit of its %s', async (_what, taken, broken) => {
    const client = clientOf(await simulatorForTest());
    const { richMenuId } = await client.createRichMenu(menuOf());
    expect(await answerTo(client.setRichMenuImage(richMenuId, broken))).toEqual(
      refused(400, 'The image size is not allowed for richmenu'),
    );
    await client.setRichMenuImage(richMenuId, taken);
    const downloaded = await bytesOf(await client.getRichMenuImage(richMenuId));
    expect(downloaded.equals(Buffer.from(await taken.arrayBuffer()))).toBe(true);
  });

  test('is given once, as PNG or JPEG, to a menu that exists', async () => {
    const client = clientOf(await simulatorForTest());
    const { richMenuId } = await client.createRichMenu(menuOf());
    expect(await answerTo(client.getRichMenuImage(richMenuId))).toEqual(refused(404, 'Not found'));
    for (const type of ['image/gif', ''])
      expect(await answerTo(client.setRichMenuImage(richMenuId, new Blob(['a'], { type })))).toMatchObject({
        status: 415,
      });
    expect(await answerTo(client.setRichMenuImage(NO_MENU, pngOf(800, 250)))).toEqual(
      refused(404, 'Not found'),
    );
    await client.setRichMenuImage(richMenuId, pngOf(800, 250));
    expect(await answerTo(client.setRichMenuImage(richMenuId, pngOf(800, 250)))).toEqual(
      refused(400, 'An image has already been uploaded to the richmenu'),
    );
  });

  test('can be fetched by whoever shows the phone', async () => {
    const simulator = await simulatorForTest();
    const richMenuId = await menuWithPicture(clientOf(simulator));
    const shown = await fetch(`${simulator.origin}/_control/rich-menus/${richMenuId}/image`);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    expect(
      Buffer.from(await shown.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const none = await fetch(`${simulator.origin}/_control/rich-menus/${NO_MENU}/image`);
    expect(none.status).toBe(422);
  });
});

test('No call about rich menus is answered without the token', async () => {
  const { origin } = await simulatorForTest();
  const ask = (authorization: string) =>
    fetch(`${origin}/v2/bot/richmenu/list`, { headers: { authorization } }).then(({ status }) => status);
  expect(await ask('Bearer other')).toBe(401);
  expect(await ask(TOKEN)).toBe(401);
  expect(await ask(`Bearer ${TOKEN}`)).toBe(200);
});

test.each([
  ['DELETE', `/v2/bot/richmenu/${NO_MENU}`, 100],
  ['DELETE', '/v2/bot/richmenu/alias/a', 100],
  ['GET', '/v2/bot/richmenu/list', 10],
  ['POST', '/v2/oauth/accessToken', 370],
] as const)('%s %s may be called so often at once, and not once more', async (method, path, most) => {
  const call = callerWithoutNetwork({ rateLimits: true });
  const answers = await call.times(most + 1, method, path, {});
  expect(answers.map(({ status }) => status).indexOf(429)).toBe(most);
});
