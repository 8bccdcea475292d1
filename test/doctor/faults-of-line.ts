// Faults between the server and LINE: the channel, the way of webhooks, the quota, the menus, the admin chat.
import { clientOf } from '../simulator/helpers/bot.ts';
import { menuWithPicture } from '../simulator/helpers/menus.ts';
import type { Fault } from './fault.ts';
import type { SetUp } from './set-up.ts';

export const faultsOfChannel: Fault[] = [
  {
    fault: 'a token that LINE does not know',
    plant: ({ values }) => {
      values.LINE_CHANNEL_ACCESS_TOKEN = 'a-token-of-last-year';
    },
    found: 'channel access token',
    mend: /HTTP 401.*Issue a new channel access token/,
  },
  {
    fault: 'no way to LINE',
    plant: ({ simulator }) => simulator.close(),
    found: 'channel access token',
    mend: /no connection.*firewall, proxy, DNS/,
  },
  {
    fault: 'a LINE that hangs',
    plant({ simulator, values }) {
      values.LINE_TIMEOUT_MS = '100';
      simulator.faults.add({ endpoint: 'bot-info', how: 'timeout' });
    },
    found: 'channel access token',
    mend: /did not answer in time/,
  },
  {
    fault: 'the chat of the manager is on',
    plant: ({ simulator }) => {
      simulator.switches.chatMode = 'chat';
    },
    found: 'chat mode',
    warns: true,
    mend: /auto-reply.*Turn off "Chat"/,
  },
];

export const faultsOfServer: Fault[] = [
  {
    fault: 'a server that is not well',
    plant: ({ server }) => {
      server.healthy = false;
    },
    found: 'server',
    mend: /not healthy.*log/,
  },
  {
    fault: 'another program on the port',
    plant: ({ server }) => {
      server.strange = { status: 200 };
    },
    found: 'server',
    mend: /set PORT to another number/,
  },
];

export const faultsOfWebhook: Fault[] = [
  {
    fault: 'no webhook URL',
    plant: ({ simulator }) => {
      simulator.webhookUrl = undefined;
    },
    found: 'webhook address',
    mend: /No webhook URL is set.*\/webhook/,
  },
  {
    fault: 'webhooks are off',
    plant: ({ simulator }) => {
      simulator.switches.useWebhook = false;
    },
    found: 'webhook address',
    mend: /Turn on "Use webhook"/,
  },
  {
    fault: 'a webhook URL with another path',
    plant: (setUp) => webhookAt(setUp, `http://127.0.0.1:${setUp.server.port}/callback`),
    found: 'webhook address',
    mend: /does not end in \/webhook/,
  },
  {
    fault: 'a webhook URL of another host',
    plant: ({ values }) => {
      values.PUBLIC_URL = 'https://counter.example/';
    },
    found: 'webhook address',
    mend: /Set the webhook URL .* to https:\/\/counter\.example\/webhook,/,
  },
  {
    fault: 'a public address without https',
    plant: ({ values }) => {
      values.PUBLIC_URL = 'http://counter.example';
    },
    found: 'webhook address',
    mend: /PUBLIC_URL .* begin with https/,
  },
  {
    fault: 'a webhook URL where nobody listens',
    plant: (setUp) => webhookAt(setUp, 'http://127.0.0.1:9/webhook'),
    found: 'webhook reachable',
    mend: /cannot connect.*firewall/,
  },
  {
    fault: 'a proxy that does not pass the path on',
    plant: (setUp) => webhookAt(setUp, `http://127.0.0.1:${setUp.server.port}/line/webhook`),
    found: 'webhook reachable',
    mend: /HTTP 404.*pass the path \/webhook/,
  },
  {
    fault: 'a proxy that finds no server',
    plant: ({ server }) => {
      server.strange = { status: 502, to: 'LINE' };
    },
    found: 'webhook reachable',
    mend: /HTTP 502.*point the proxy/,
  },
  {
    fault: 'an answer that comes too late',
    plant({ simulator, server }) {
      simulator.switches.webhookTimeoutMs = 40;
      server.strange = { status: 200, afterMs: 400, to: 'LINE' };
    },
    found: 'webhook reachable',
    mend: /within 2 seconds/,
  },
  {
    fault: 'a webhook that was tried too often',
    plant: ({ simulator }) =>
      void simulator.faults.add({ endpoint: 'test-webhook-endpoint', how: '429-rate' }),
    found: 'webhook reachable',
    warns: true,
    mend: /in an hour/,
  },
  {
    fault: 'the secret of another channel',
    plant({ values, server }) {
      values.LINE_CHANNEL_SECRET = 'of-another-channel';
      server.secret = 'of-another-channel';
    },
    found: 'channel secret',
    mend: /not the secret of this channel.*Copy "Channel secret"/,
  },
  {
    fault: 'a server that was not restarted after its secret was mended',
    plant: ({ server }) => {
      server.secret = 'of-another-channel';
    },
    found: 'channel secret',
    mend: /Restart the server/,
  },
  {
    fault: 'a secret that was spoilt while the server runs',
    plant: ({ values }) => {
      values.LINE_CHANNEL_SECRET = 'of-another-channel';
    },
    found: 'channel secret',
    mend: /not the secret with which the running server works.*Copy "Channel secret"/,
  },
];

function webhookAt({ simulator, values }: SetUp, url: string): void {
  values.PUBLIC_URL = '';
  simulator.webhookUrl = url;
}

const push = async ({ simulator }: SetUp, count: number): Promise<void> => {
  const person = simulator.person('佐藤');
  await person.follow();
  for (let sent = 0; sent < count; sent += 1)
    await clientOf(simulator).pushMessage({ to: person.userId, messages: [{ type: 'text', text: 'a' }] });
};

export const faultsOfAccount: Fault[] = [
  {
    fault: 'four of five messages are used',
    async plant(setUp) {
      setUp.simulator.quota.limit = 5;
      await push(setUp, 4);
    },
    found: 'message quota',
    warns: true,
    mend: /4 messages of 5.*larger plan/,
  },
  {
    fault: 'all messages are used',
    async plant(setUp) {
      setUp.simulator.quota.limit = 2;
      await push(setUp, 2);
    },
    found: 'message quota',
    mend: /used up.*larger plan/,
  },
  {
    fault: 'no menus',
    async plant({ simulator }) {
      const client = clientOf(simulator);
      const { richmenus } = await client.getRichMenuList();
      for (const { richMenuId } of richmenus) await client.deleteRichMenu(richMenuId);
      for (const alias of ['madoguchi-usual', 'madoguchi-day']) await client.deleteRichMenuAlias(alias);
    },
    found: 'rich menu',
    mend: /does not have the menus.*npm run richmenu/,
  },
  {
    fault: 'no menu for the day',
    plant: async ({ simulator }) => void (await clientOf(simulator).deleteRichMenuAlias('madoguchi-day')),
    found: 'rich menu',
    mend: /only partly.*npm run richmenu/,
  },
  {
    fault: 'another menu is shown to everybody',
    async plant({ simulator }) {
      const client = clientOf(simulator);
      await client.setDefaultRichMenu(await menuWithPicture(client));
    },
    found: 'rich menu',
    mend: /npm run richmenu/,
  },
  {
    fault: 'no admin chat',
    plant: ({ look }) => void look.records?.adminChats.pop(),
    found: 'admin chat',
    mend: /nobody hears of requests.*code that the server writes into its log/,
  },
  {
    fault: 'the account was removed from the admin chat',
    async plant({ staff }) {
      await staff.removesBot();
    },
    found: 'admin chat',
    mend: /in no admin chat any more.*Invite the account to the same LINE group again/,
  },
  {
    fault: 'the account was removed from one of two admin chats',
    plant: ({ look }) => void look.records?.adminChats.push(`C${'0'.repeat(32)}`),
    found: 'admin chat',
    warns: true,
    mend: /1 of 2 admin chats.*Invite the account/,
  },
  {
    fault: 'no Zoom room',
    plant({ look }) {
      if (look.records) look.records.rooms = 0;
    },
    found: 'Zoom rooms',
    warns: true,
    mend: /会議室 追加/,
  },
];
