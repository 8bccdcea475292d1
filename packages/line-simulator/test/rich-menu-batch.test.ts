// Everybody who has this menu gets that one, or none.
import type { messagingApi } from '@line/bot-sdk';
import { describe, expect, test } from 'vitest';
import { many, repeat } from './helpers/limits.ts';
import { answerTo, menuOf, menuWithPicture, NO_MENU, refused, wrong } from './helpers/menus.ts';
import { RATE, standing } from './helpers/standing.ts';

/** Three friends: two have the first menu, one the second. */
async function threeFriends() {
  const { simulator, bot, hanako } = await standing();
  const { client } = bot;
  const [momoko, taro] = [simulator.person('桃子'), simulator.person('太郎')];
  const [first, second, third] = [
    await menuWithPicture(client),
    await menuWithPicture(client),
    await menuWithPicture(client),
  ];
  for (const person of [momoko, taro]) await person.follow();
  await client.linkRichMenuIdToUsers({ richMenuId: first, userIds: [hanako.userId, momoko.userId] });
  await client.linkRichMenuIdToUser(taro.userId, second);
  const shown = () =>
    [hanako, momoko, taro].map(({ userId }) => simulator.openChat(userId, userId).richMenu?.richMenuId);
  return { simulator, client, first, second, third, shown };
}
/** The SDK's type knows no `from` and `to`. */
type Operation = { type: string; from?: string; to?: string };
const batchOf = (...operations: Operation[]) => ({
  operations: operations as messagingApi.RichMenuBatchOperation[],
});

describe('A batch of changes to rich menus', () => {
  test('replaces and takes away, and tells that it has been done', async () => {
    const { client, first, second, third, shown } = await threeFriends();
    const { httpResponse } = await client.richMenuBatchWithHttpInfo(
      batchOf({ type: 'link', from: first, to: second }, { type: 'unlink', from: second }),
    );
    expect(httpResponse.status).toBe(202);
    expect(shown(), 'who was just given the second keeps it').toEqual([second, second, undefined]);
    const requestId = httpResponse.headers.get('x-line-request-id') ?? '';
    const time = '2026-12-01T01:00:00.000Z';
    expect(await client.getRichMenuBatchProgress(requestId)).toEqual({
      phase: 'succeeded',
      acceptedTime: time,
      completedTime: time,
    });
    await client.richMenuBatch(batchOf({ type: 'link', from: third, to: first }));
    expect(shown()).toEqual([second, second, undefined]);
    await client.richMenuBatch(batchOf({ type: 'unlinkAll' }));
    expect(shown()).toEqual([undefined, undefined, undefined]);
  });

  test('is asked after by the id of its request', async () => {
    const { client } = await threeFriends();
    expect(await answerTo(client.getRichMenuBatchProgress('other'))).toEqual(refused(404, 'Not found'));
    expect(await answerTo(client.getRichMenuBatchProgress(''))).toEqual(
      refused(400, "The value for the 'requestId' parameter is invalid"),
    );
  });

  test('has 1 to 1,000 operations, a good key, and menus with pictures: else nothing is changed', async () => {
    const { client, first, second, shown } = await threeFriends();
    const bare = (await client.createRichMenu(menuOf())).richMenuId;
    const judge = (batch: messagingApi.RichMenuBatchRequest) =>
      answerTo(client.validateRichMenuBatchRequest(batch));
    const good = { type: 'link', from: first, to: second };
    const size = wrong('Size must be between 1 and 1000', 'operations');
    expect(await judge(batchOf(...many(1000, good)))).toEqual({ status: 200 });
    expect(await judge(batchOf(...many(1001, good)))).toEqual(size);
    expect(await judge(batchOf())).toEqual(size);
    const key = (resumeRequestKey: string) => judge({ ...batchOf(good), resumeRequestKey });
    expect(await key(repeat(100))).toEqual({ status: 200 });
    for (const bad of [repeat(101), '', 'a.b'])
      expect(await key(bad)).toEqual(wrong('invalid value', 'resumeRequestKey'));
    expect(await judge(batchOf({ type: 'unlink' }))).toEqual(
      wrong('must be specified', 'operations[0].from'),
    );
    for (const to of [NO_MENU, bare]) {
      const batch = batchOf({ ...good, to });
      expect(await judge(batch)).toEqual(refused(400, 'richmenu not found', []));
      expect(await answerTo(client.richMenuBatch(batch))).toMatchObject({ status: 400 });
    }
    expect(await judge(batchOf({ ...good, from: 'menu' }))).toMatchObject({ status: 400 });
    expect(shown()).toEqual([first, first, second]);
  });

  test('may be made three times an hour (rule 17)', async () => {
    const { simulator, client } = await threeFriends();
    const make = () => client.richMenuBatch(batchOf({ type: 'unlinkAll' }));
    for (const _ of many(3, 0)) await make();
    await expect(make()).rejects.toMatchObject(RATE);
    simulator.clock.moveBy(20 * 60_000);
    await expect(make()).resolves.toBeDefined();
  });
});
