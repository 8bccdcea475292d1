// Short names of rich menus, through which they switch to one another.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { clientOf, simulatorForTest } from './helpers/bot.ts';
import { repeat } from './helpers/limits.ts';
import { answerTo, menuOf, menuWithPicture, NO_MENU, refused, wrong } from './helpers/menus.ts';
import { pngOf } from './helpers/pictures.ts';
import { callerWithoutNetwork } from './helpers/without-network.ts';

describe('An alias of a rich menu (rule 28)', () => {
  test('is made, told, given to another menu, listed and deleted', async () => {
    const client = clientOf(await simulatorForTest());
    const [first, second] = [await menuWithPicture(client), await menuWithPicture(client)];
    await client.createRichMenuAlias({ richMenuAliasId: 'tab-a', richMenuId: first });
    expect(await client.getRichMenuAlias('tab-a')).toEqual({ richMenuAliasId: 'tab-a', richMenuId: first });
    await client.updateRichMenuAlias('tab-a', { richMenuId: second });
    expect(await client.getRichMenuAliasList()).toEqual({
      aliases: [{ richMenuAliasId: 'tab-a', richMenuId: second }],
    });
    await client.deleteRichMenuAlias('tab-a');
    const missing = refused(404, 'richmenu alias not found', []);
    expect(await answerTo(client.getRichMenuAlias('tab-a'))).toEqual(missing);
    expect(await answerTo(client.updateRichMenuAlias('tab-a', { richMenuId: second }))).toEqual(missing);
    expect(await answerTo(client.deleteRichMenuAlias('tab-a'))).toEqual(missing);
    expect(await client.getRichMenuAliasList()).toEqual({ aliases: [] });
  });

  test('wants a good name of its own and a menu that has its picture', async () => {
    const client = clientOf(await simulatorForTest());
    const richMenuId = await menuWithPicture(client);
    const bare = (await client.createRichMenu(menuOf())).richMenuId;
    const make = (richMenuAliasId: string, id: string) =>
      answerTo(client.createRichMenuAlias({ richMenuAliasId, richMenuId: id }));
    expect(await make(repeat(32), richMenuId)).toEqual({ status: 200 });
    expect(await make(repeat(32), richMenuId)).toEqual(refused(400, 'conflict richmenu alias id', []));
    for (const name of [repeat(33), 'A', '', 'a.b'])
      expect(await make(name, richMenuId)).toEqual(wrong('invalid value', 'richMenuAliasId'));
    expect(await make('b', bare)).toEqual(refused(400, 'richmenu not found', []));
    expect(await make('b', NO_MENU)).toEqual(refused(400, 'richmenu not found', []));
    expect(await make('b', 'menu')).toEqual(wrong('invalid richMenuId', 'richMenuId'));
    expect(await answerTo(client.getRichMenuAlias('A'))).toEqual(
      refused(400, "The value for the 'richMenuAliasId' parameter is invalid"),
    );
  });

  test('is one of a thousand at most', async () => {
    const call = callerWithoutNetwork();
    const { body } = await call.once('POST', '/v2/bot/richmenu', menuOf());
    const { richMenuId } = z.object({ richMenuId: z.string() }).parse(body);
    await call.once('POST', `/v2/bot/richmenu/${richMenuId}/content`, pngOf(800, 250));
    const path = '/v2/bot/richmenu/alias';
    const alias = (name: number) => ({ richMenuAliasId: `a${name}`, richMenuId });
    const made = await call.times(1000, 'POST', path, alias);
    expect(made.every(({ status }) => status === 200)).toBe(true);
    expect((await call.once('POST', path, alias(1000))).status).toBe(400);
    await call.once('DELETE', `${path}/a0`);
    expect((await call.once('POST', path, alias(1000))).status).toBe(200);
  });
});
