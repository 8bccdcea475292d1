// LINE's two hosts (rule 3): api.line.me and, for content and pictures, api-data.line.me.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { readEnvironment } from '../src/environment.ts';
import { startSimulator } from '../src/start-simulator.ts';
import { clientOf, SECRET, simulatorForTest, TOKEN } from './helpers/bot.ts';
import { menuOf, menuWithPicture } from './helpers/menus.ts';
import { bytesOf } from './helpers/pictures.ts';

const statusOf = async (url: string) =>
  (await fetch(url, { headers: { authorization: `Bearer ${TOKEN}` } })).status;

test('One origin plays both hosts unless told otherwise', async () => {
  const simulator = await simulatorForTest();
  expect(simulator.dataOrigin).toBe(simulator.origin);
  const richMenuId = await menuWithPicture(clientOf(simulator));
  expect(await statusOf(`${simulator.origin}/v2/bot/richmenu/${richMenuId}/content`)).toBe(200);
});

test('With a second port each host answers 404 for what the other has', async () => {
  const simulator = await simulatorForTest({ dataPort: 0 });
  const { origin, dataOrigin } = simulator;
  expect(dataOrigin).not.toBe(origin);
  const client = clientOf(simulator);
  const richMenuId = await menuWithPicture(client);
  expect((await bytesOf(await client.getRichMenuImage(richMenuId))).length).toBe(100);
  const content = `/v2/bot/richmenu/${richMenuId}/content`;
  const menu = `/v2/bot/richmenu/${richMenuId}`;
  expect([await statusOf(origin + content), await statusOf(dataOrigin + content)]).toEqual([404, 200]);
  expect([await statusOf(origin + menu), await statusOf(dataOrigin + menu)]).toEqual([200, 404]);
  expect(await statusOf(`${dataOrigin}/_control/state`)).toBe(404);
  const hanako = simulator.person('花子');
  await hanako.sends('image');
  const [picture] = hanako.entries();
  const id = picture?.from === 'person' ? picture.id : '';
  const path = `/v2/bot/message/${id}/content`;
  expect([await statusOf(origin + path), await statusOf(dataOrigin + path)]).toEqual([404, 200]);
  expect(menuOf().size).toEqual((await client.getRichMenu(richMenuId)).size);
});

test('Both ports are free again after the simulator was closed, also when the second was taken', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => blocker.close(() => resolve())));
  const { port: dataPort } = blocker.address() as AddressInfo;
  const first = await startSimulator({ channelSecret: SECRET, channelAccessToken: TOKEN, dataPort: 0 });
  const { port } = first;
  const firstDataPort = Number(new URL(first.dataOrigin).port);
  await first.close();
  const options = { channelSecret: SECRET, channelAccessToken: TOKEN, port };
  await expect(startSimulator({ ...options, dataPort })).rejects.toThrow(`cannot listen on port ${dataPort}`);
  const again = await startSimulator({ ...options, dataPort: firstDataPort });
  expect(again.port).toBe(port);
  await again.close();
});

test('The environment names the second port and the channels, and tells what is wrong with the port', () => {
  const line = { LINE_CHANNEL_SECRET: 'a', LINE_CHANNEL_ACCESS_TOKEN: 'b' };
  const read = (more: Record<string, string>) => readEnvironment({ ...line, ...more });
  expect(
    read({ SIMULATOR_DATA_PORT: '3031', LINE_CHANNEL_ID: '1', LINE_LOGIN_CHANNEL_ID: '2' }),
  ).toMatchObject({
    options: { dataPort: 3031, channelId: '1', loginChannelId: '2' },
  });
  for (const none of [read({}), read({ SIMULATOR_DATA_PORT: '' })])
    expect(none).toMatchObject({ ok: true, options: { dataPort: undefined, channelId: undefined } });
  for (const wrong of ['x', '65536'])
    expect(read({ SIMULATOR_DATA_PORT: wrong })).toMatchObject({
      problems: [expect.stringContaining('SIMULATOR_DATA_PORT is no port')],
    });
});
