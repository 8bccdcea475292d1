// Faults between the server and LINE: the channel, and the way of webhooks.
import type { Fault } from './fault.ts';
import type { SetUp } from './set-up.ts';

export const faultsOfChannel: Fault[] = [
  {
    fault: 'a token that LINE does not know',
    plant: ({ values }) => {
      values.LINE_CHANNEL_ACCESS_TOKEN = 'a-token-of-last-year';
    },
    found: 'channel access token',
    fix: /HTTP 401.*Issue a new channel access token/,
  },
  {
    fault: 'a token with a line break in it',
    plant: ({ values }) => {
      values.LINE_CHANNEL_ACCESS_TOKEN = 'half-a\ntoken';
    },
    found: 'channel access token',
    fix: /Copy the channel access token again/,
  },
  {
    fault: 'a LINE_API_BASE_URL behind which is something else',
    plant: ({ values, server }) => {
      values.LINE_API_BASE_URL = `http://127.0.0.1:${server.port}`;
    },
    found: 'channel access token',
    fix: /HTTP 404.*leave LINE_API_BASE_URL empty/,
  },
  {
    fault: 'calls that go elsewhere in production',
    plant({ values }) {
      values.LINE_API_BASE_URL = 'http://198.51.100.7';
      values.LINE_TIMEOUT_MS = '100';
    },
    found: 'way to LINE',
    also: ['channel access token'],
    fix: /not to LINE.*Take LINE_API_BASE_URL out of \.env/,
  },
  {
    fault: 'a LINE in trouble',
    plant: ({ simulator }) => void simulator.faults.add({ endpoint: 'bot-info', how: '500' }),
    found: 'channel access token',
    fix: /5xx.*again in a few minutes/,
  },
  {
    fault: 'a LINE that was asked too often',
    plant: ({ simulator }) => void simulator.faults.add({ endpoint: 'bot-info', how: '429-rate' }),
    found: 'channel access token',
    fix: /asked too often.*in an hour/,
  },
  {
    fault: 'no way to LINE',
    plant: ({ simulator }) => simulator.close(),
    found: 'channel access token',
    fix: /no connection.*firewall, proxy, DNS/,
  },
  {
    fault: 'a LINE that hangs',
    plant({ simulator, values }) {
      values.LINE_TIMEOUT_MS = '100';
      simulator.faults.add({ endpoint: 'bot-info', how: 'timeout' });
    },
    found: 'channel access token',
    fix: /did not answer in time/,
  },
  {
    fault: 'the chat of the manager is on',
    plant: ({ simulator }) => {
      simulator.switches.chatMode = 'chat';
    },
    found: 'chat mode',
    warns: true,
    fix: /auto-reply.*Turn off "Chat"/,
  },
];

export const faultsOfServer: Fault[] = [
  {
    fault: 'a server that is not well',
    plant: ({ server }) => {
      server.healthy = false;
    },
    found: 'server',
    fix: /not healthy.*log/,
  },
  {
    fault: 'a server of which LINE takes no calls',
    plant: ({ server }) => {
      server.lineStatus = 401;
    },
    found: 'server',
    fix: /status 401.*all messages wait.*LINE_CHANNEL_ACCESS_TOKEN/,
  },
  {
    fault: 'another program on the port',
    plant: ({ server }) => {
      server.strange = { status: 200 };
    },
    found: 'server',
    fix: /set PORT to another number/,
  },
];

export const faultsOfWebhook: Fault[] = [
  {
    fault: 'no webhook URL',
    plant: ({ simulator }) => {
      simulator.webhookUrl = undefined;
    },
    found: 'webhook address',
    fix: /No webhook URL is set.*\/webhook/,
  },
  {
    fault: 'webhooks are off',
    plant: ({ simulator }) => {
      simulator.switches.useWebhook = false;
    },
    found: 'webhook address',
    fix: /Turn on "Use webhook"/,
  },
  {
    fault: 'a webhook URL with another path',
    plant: (setUp) => webhookAt(setUp, `http://127.0.0.1:${setUp.server.port}/callback`),
    found: 'webhook address',
    also: ['public address'],
    fix: /does not end in \/webhook/,
  },
  {
    fault: 'a webhook URL of another host',
    plant: ({ values }) => {
      values.PUBLIC_URL = 'https://counter.example/';
    },
    found: 'webhook address',
    fix: /Set the webhook URL .* to https:\/\/counter\.example\/webhook,/,
  },
  {
    fault: 'a public address without https',
    plant: ({ values }) => {
      values.PUBLIC_URL = 'http://counter.example';
    },
    found: 'environment',
    fix: /PUBLIC_URL .* begin with https/,
  },
  {
    fault: 'a webhook URL where nobody listens',
    plant: (setUp) => webhookAt(setUp, 'http://127.0.0.1:9/webhook'),
    found: 'webhook reachable',
    also: ['public address'],
    fix: /cannot connect.*firewall/,
  },
  {
    fault: 'a proxy that does not pass the path on',
    plant: (setUp) => webhookAt(setUp, `http://127.0.0.1:${setUp.server.port}/line/webhook`),
    found: 'webhook reachable',
    also: ['public address'],
    fix: /HTTP 404.*pass the path \/webhook/,
  },
  {
    fault: 'a proxy that finds no server',
    plant: ({ server }) => {
      server.strange = { status: 502, to: 'LINE' };
    },
    found: 'webhook reachable',
    fix: /HTTP 502.*point the proxy/,
  },
  {
    fault: 'an answer that comes too late',
    plant({ simulator, server }) {
      simulator.switches.webhookTimeoutMs = 40;
      server.strange = { status: 200, afterMs: 400, to: 'LINE' };
    },
    found: 'webhook reachable',
    fix: /within 2 seconds/,
  },
  {
    fault: 'a webhook that was tried too often',
    plant: ({ simulator }) =>
      void simulator.faults.add({ endpoint: 'test-webhook-endpoint', how: '429-rate' }),
    found: 'webhook reachable',
    warns: true,
    fix: /in an hour/,
  },
  {
    fault: 'the secret of another channel',
    plant({ values, server }) {
      values.LINE_CHANNEL_SECRET = 'of-another-channel';
      server.secret = 'of-another-channel';
    },
    found: 'channel secret',
    fix: /not the secret of this channel.*Copy "Channel secret"/,
  },
  {
    fault: 'a server that was not restarted after its secret was fixed',
    plant: ({ server }) => {
      server.secret = 'of-another-channel';
    },
    found: 'channel secret',
    fix: /Restart the server/,
  },
  {
    fault: 'a secret that was spoilt while the server runs',
    plant: ({ values }) => {
      values.LINE_CHANNEL_SECRET = 'of-another-channel';
    },
    found: 'channel secret',
    fix: /not the secret with which the running server works.*Copy "Channel secret"/,
  },
];

function webhookAt({ simulator, values }: SetUp, url: string): void {
  values.PUBLIC_URL = '';
  simulator.webhookUrl = url;
}
