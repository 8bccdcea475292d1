// Who sees which rich menu, and what tapping it does.
import { describe, expect, test } from 'vitest';
import { NoSuchButtonError } from '../src/screen/find-button.ts';
import { botFor, clientOf, simulatorForTest } from './helpers/bot.ts';
import { many } from './helpers/limits.ts';
import { answerTo, area, menuOf, menuWithPicture, NO_MENU, refused, wrong } from './helpers/menus.ts';

async function stage(options: Parameters<typeof simulatorForTest>[0] = {}) {
  const simulator = await simulatorForTest(options);
  const bot = await botFor(simulator);
  const hanako = simulator.person('花子');
  await hanako.follow();
  const menuOnPhone = () => simulator.openChat(hanako.userId, hanako.userId).richMenu;
  return { simulator, bot, client: bot.client, hanako, menuOnPhone };
}

const NO_PICTURE = refused(400, 'must upload richmenu image before applying it to user', []);
const NONE_OF_HERS = refused(404, 'the user has no richmenu', []);
const BAD_USER = refused(400, "The value for the 'userId' parameter is invalid");

describe('The default menu (rule 28)', () => {
  test('is seen by every friend, and by nobody else', async () => {
    const { simulator, client, hanako, menuOnPhone } = await stage();
    const stranger = simulator.person('太郎');
    expect(menuOnPhone()).toBeUndefined();
    const richMenuId = await menuWithPicture(client);
    expect(menuOnPhone()).toBeUndefined();
    await client.setDefaultRichMenu(richMenuId);
    expect(await client.getDefaultRichMenuId()).toEqual({ richMenuId });
    expect(menuOnPhone()).toEqual({
      richMenuId,
      ...menuOf(),
      imageUrl: `/_control/rich-menus/${richMenuId}/image`,
    });
    expect(simulator.openChat(stranger.userId, stranger.userId).richMenu).toBeUndefined();
    const group = simulator.group('窓口', [hanako]);
    expect(simulator.openChat(hanako.userId, group.groupId).richMenu).toBeUndefined();
    await hanako.unfollow();
    expect(menuOnPhone()).toBeUndefined();
    await hanako.unblock();
    await client.cancelDefaultRichMenu();
    expect(menuOnPhone()).toBeUndefined();
  });

  test('needs its picture, and may be one that the API cannot see', async () => {
    const { simulator, client } = await stage();
    const { richMenuId } = await client.createRichMenu(menuOf());
    expect(await answerTo(client.setDefaultRichMenu(richMenuId))).toEqual(NO_PICTURE);
    expect(await answerTo(client.setDefaultRichMenu(NO_MENU))).toEqual(refused(404, 'Not found'));
    expect(await answerTo(client.getDefaultRichMenuId())).toEqual(refused(404, 'no default richmenu', []));
    simulator.switches.managerHasDefaultMenu = true;
    expect(await answerTo(client.getDefaultRichMenuId())).toEqual(
      refused(403, 'the richmenu is owned by another channel', []),
    );
    await client.cancelDefaultRichMenu();
  });
});

describe("One person's menu (rule 29)", () => {
  test('comes before the default, until it is unlinked or deleted', async () => {
    const { client, hanako, menuOnPhone } = await stage();
    const [usual, own] = [await menuWithPicture(client), await menuWithPicture(client)];
    await client.setDefaultRichMenu(usual);
    await client.linkRichMenuIdToUser(hanako.userId, own);
    expect(await client.getRichMenuIdOfUser(hanako.userId)).toEqual({ richMenuId: own });
    expect(menuOnPhone()?.richMenuId).toBe(own);
    await client.unlinkRichMenuIdFromUser(hanako.userId);
    expect(await answerTo(client.getRichMenuIdOfUser(hanako.userId))).toEqual(NONE_OF_HERS);
    expect(menuOnPhone()?.richMenuId).toBe(usual);
    await client.linkRichMenuIdToUser(hanako.userId, own);
    await client.deleteRichMenu(own);
    expect(await answerTo(client.getRichMenuIdOfUser(hanako.userId))).toEqual(NONE_OF_HERS);
    await client.deleteRichMenu(usual);
    expect(menuOnPhone()).toBeUndefined();
  });

  test('is kept of friends only, though the answer is the same', async () => {
    const { simulator, client, hanako } = await stage();
    const richMenuId = await menuWithPicture(client);
    const stranger = simulator.person('太郎');
    const blocker = simulator.person('次郎');
    await blocker.unfollow();
    for (const userId of [stranger.userId, blocker.userId, `U${'0'.repeat(32)}`]) {
      await client.linkRichMenuIdToUser(userId, richMenuId);
      expect(await answerTo(client.getRichMenuIdOfUser(userId))).toEqual(NONE_OF_HERS);
    }
    for (const call of [
      client.linkRichMenuIdToUser('U1', richMenuId),
      client.getRichMenuIdOfUser('U1'),
      client.unlinkRichMenuIdFromUser('U1'),
    ])
      expect(await answerTo(call)).toEqual(BAD_USER);
    const bare = (await client.createRichMenu(menuOf())).richMenuId;
    expect(await answerTo(client.linkRichMenuIdToUser(hanako.userId, bare))).toEqual(NO_PICTURE);
    expect(await answerTo(client.linkRichMenuIdToUser(hanako.userId, NO_MENU))).toEqual(
      refused(404, 'Not found'),
    );
  });

  test('is given to up to 500 at once and taken from them, or from nobody', async () => {
    const { simulator, client, hanako } = await stage();
    const richMenuId = await menuWithPicture(client);
    const taro = simulator.person('太郎');
    const ids = [hanako.userId, taro.userId, ...many(498, hanako.userId)];
    const { httpResponse } = await client.linkRichMenuIdToUsersWithHttpInfo({ richMenuId, userIds: ids });
    expect(httpResponse.status).toBe(202);
    expect(await client.getRichMenuIdOfUser(hanako.userId)).toEqual({ richMenuId });
    expect(await answerTo(client.getRichMenuIdOfUser(taro.userId))).toEqual(NONE_OF_HERS);
    const size = wrong('Size must be between 1 and 500', 'userIds');
    const tooMany = [...ids, hanako.userId];
    expect(await answerTo(client.linkRichMenuIdToUsers({ richMenuId, userIds: tooMany }))).toEqual(size);
    for (const userIds of [[], tooMany])
      expect(await answerTo(client.unlinkRichMenuIdFromUsers({ userIds }))).toEqual(size);
    const oneBad = [hanako.userId, 'U1'];
    const badUser = refused(
      400,
      "The property, 'userIds[1]', in the request body is invalid (line: -, column: -)",
    );
    expect(await answerTo(client.linkRichMenuIdToUsers({ richMenuId, userIds: oneBad }))).toEqual(badUser);
    expect(await answerTo(client.unlinkRichMenuIdFromUsers({ userIds: oneBad }))).toEqual(badUser);
    expect(await client.getRichMenuIdOfUser(hanako.userId)).toEqual({ richMenuId });
    const link = (id: string) =>
      answerTo(client.linkRichMenuIdToUsers({ richMenuId: id, userIds: [hanako.userId] }));
    expect(await link('menu')).toEqual(wrong('invalid richMenuId', 'richMenuId'));
    expect(await link(NO_MENU)).toEqual(refused(404, 'richmenu not found', []));
    expect(await link((await client.createRichMenu(menuOf())).richMenuId)).toEqual(NO_PICTURE);
    expect((await client.unlinkRichMenuIdFromUsersWithHttpInfo({ userIds: ids })).httpResponse.status).toBe(
      202,
    );
    expect(await answerTo(client.getRichMenuIdOfUser(hanako.userId))).toEqual(NONE_OF_HERS);
  });
});

describe('Tapping the menu', () => {
  const picker = { type: 'datetimepicker', data: 'day', mode: 'date', min: '2026-12-01' };
  const postback = { type: 'postback', data: 'start', displayText: '始める' };
  const toB = { type: 'richmenuswitch', richMenuAliasId: 'b', data: 'to b' };
  const toA = { type: 'richmenuswitch', richMenuAliasId: 'a', data: 'to a' };

  test('does what stands there, and nothing else', async () => {
    const { client, bot, hanako } = await stage();
    const areas = [area(postback), area(picker), area({ type: 'uri', uri: 'tel:0534541234' })];
    await client.setDefaultRichMenu(await menuWithPicture(client, { areas }));
    expect(await hanako.tapsRichMenu({ action: postback })).toMatchObject({ kind: 'postback' });
    expect(bot.received.at(-1)?.events[0]).toMatchObject({ type: 'postback', postback: { data: 'start' } });
    expect(hanako.screen()).toContain('始める');
    await hanako.tapsRichMenu({ action: picker, picks: '2026-12-24' });
    expect(bot.received.at(-1)?.events[0]).toMatchObject({
      postback: { data: 'day', params: { date: '2026-12-24' } },
    });
    await expect(hanako.tapsRichMenu({ action: picker, picks: '2026-11-30' })).rejects.toThrow('begins at');
    expect(await hanako.tapsRichMenu({ action: areas[2]?.action })).toEqual({
      kind: 'uri',
      uri: 'tel:0534541234',
    });
    await expect(hanako.tapsRichMenu({ action: toB })).rejects.toThrow(NoSuchButtonError);
    await hanako.unfollow();
    await expect(hanako.tapsRichMenu({ action: postback })).rejects.toThrow(NoSuchButtonError);
  });

  test('switches between menus on that phone, and tells the bot how it went', async () => {
    const { simulator, client, bot, hanako, menuOnPhone } = await stage();
    const [a, b] = [
      await menuWithPicture(client, { areas: [area(toB)] }),
      await menuWithPicture(client, { areas: [area(toA)] }),
    ];
    await client.setDefaultRichMenu(a);
    const postbackParams = () => bot.received.at(-1)?.events[0];
    await hanako.tapsRichMenu({ action: toB });
    expect(postbackParams()).toMatchObject({
      postback: { data: 'to b', params: { status: 'RICHMENU_ALIAS_ID_NOTFOUND' } },
    });
    await client.createRichMenuAlias({ richMenuAliasId: 'b', richMenuId: b });
    await client.createRichMenuAlias({ richMenuAliasId: 'a', richMenuId: a });
    const taro = simulator.person('太郎');
    await taro.follow();
    await hanako.tapsRichMenu({ action: toB });
    expect(postbackParams()).toMatchObject({
      postback: { data: 'to b', params: { newRichMenuAliasId: 'b', status: 'SUCCESS' } },
    });
    expect(menuOnPhone()?.richMenuId).toBe(b);
    expect(simulator.openChat(taro.userId, taro.userId).richMenu?.richMenuId).toBe(a);
    await client.deleteRichMenu(b);
    expect(menuOnPhone()?.richMenuId).toBe(a);
    await hanako.tapsRichMenu({ action: toB });
    expect(postbackParams()).toMatchObject({ postback: { params: { status: 'RICHMENU_NOTFOUND' } } });
  });

  test('is also a control call, as is looking at the menu', async () => {
    const { simulator, client, bot, hanako } = await stage();
    await client.linkRichMenuIdToUser(hanako.userId, await menuWithPicture(client));
    const path = `${simulator.origin}/_control/people/${hanako.userId}`;
    const phone = await fetch(`${path}/chats/${hanako.userId}`);
    expect(await phone.json()).toMatchObject({
      richMenu: { chatBarText: 'メニュー', areas: menuOf().areas },
    });
    const act = (action: unknown) =>
      fetch(`${path}/acts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ act: 'tapsRichMenu', action }),
      });
    expect((await act({ type: 'postback', data: 'a' })).status).toBe(200);
    expect(bot.received.at(-1)?.events[0]).toMatchObject({ postback: { data: 'a' } });
    expect((await act({ type: 'postback', data: 'b' })).status).toBe(422);
  });
});

test('Forgetting everybody leaves the menus of the account, and forgets who was given which', async () => {
  const { simulator, client, hanako } = await stage();
  const richMenuId = await menuWithPicture(client);
  await client.linkRichMenuIdToUser(hanako.userId, richMenuId);
  await simulator.reset();
  const again = simulator.person('花子', { userId: hanako.userId });
  await again.follow();
  expect(await answerTo(clientOf(simulator).getRichMenuIdOfUser(again.userId))).toEqual(NONE_OF_HERS);
  expect(await client.getRichMenu(richMenuId)).toMatchObject({ richMenuId });
});
