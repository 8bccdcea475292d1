// The way of messages from LINE to the server: the address, whether LINE reaches it, whether it is believed.
import type { messagingApi } from '@line/bot-sdk';
import type { Environment } from '../../config/environment.ts';
import { isLoopback } from '../../core/this-machine.ts';
import type { LocalServer } from '../ask-server.ts';
import { broken, type Check, type Finding, notChecked, note, right } from '../check.ts';
import { notAnswered } from '../line-trouble.ts';
import { reachTrouble } from '../reach-trouble.ts';

const path = '/webhook';

/** A simulator on this machine does without https. */
const mayBeWebhook = (url: string, { LINE_API_BASE_URL }: Environment): boolean =>
  url.startsWith('https:') || [url, LINE_API_BASE_URL].every((one) => one !== undefined && isLoopback(one));

/** However somebody spelled it: letters of the host, the usual port. */
const isSame = (a: string, b: string): boolean => new URL(a).href === new URL(b).href;

export const webhookAddress: Check = {
  name: 'webhook address',
  needs: ['channel access token'],
  async run({ webhook, environment }) {
    const answer = await webhook();
    if (answer.kind !== 'done') return notAnswered('The webhook URL', answer);
    const env = environment();
    const { PUBLIC_URL } = env;
    const wanted = PUBLIC_URL === undefined ? undefined : `${PUBLIC_URL.replace(/\/$/, '')}${path}`;
    if (wanted !== undefined && !mayBeWebhook(wanted, env)) {
      return broken(
        'PUBLIC_URL has no https, and LINE sends webhooks to no other address.',
        'Let PUBLIC_URL begin with https, and the reverse proxy serve it.',
      );
    }
    return readAddress(answer.value, wanted);
  },
};

function readAddress(set: messagingApi.GetWebhookEndpointResponse | undefined, wanted?: string): Finding {
  const where = 'in the LINE Developers console, tab "Messaging API"';
  const example = wanted ?? `https://YOUR-HOST${path}`;
  if (set === undefined) return broken('No webhook URL is set.', `Set it ${where}: ${example}`);
  const { endpoint, active } = set;
  if (wanted !== undefined && !isSame(endpoint, wanted)) {
    return broken(
      `The webhook URL is ${endpoint}, and by PUBLIC_URL it would be ${wanted}.`,
      `Set the webhook URL ${where} to ${wanted}, or fix PUBLIC_URL.`,
    );
  }
  if (!new URL(endpoint).pathname.endsWith(path)) {
    return broken(
      `The webhook URL ${endpoint} does not end in ${path}, where this server listens.`,
      `Set it ${where} to ${example}`,
    );
  }
  if (!active)
    return broken('LINE sends no webhooks: "Use webhook" is off.', `Turn on "Use webhook" ${where}.`);
  return right(`Webhooks go to ${endpoint}.`);
}

export const webhookReachable: Check = {
  name: 'webhook reachable',
  needs: ['server', 'webhook address'],
  async run({ testWebhook, server }) {
    const answer = await testWebhook();
    if (answer.kind !== 'done') return notAnswered('Whether LINE reaches the webhook', answer);
    const { success, statusCode } = answer.value;
    // 401 is this server's word for a signature that does not fit: LINE did reach it.
    if (success === true || statusCode === 401) return right('LINE reaches the server.');
    return reachTrouble(answer.value, (await server()).kind === 'notRunning');
  },
};

export const channelSecret: Check = {
  name: 'channel secret',
  needs: ['webhook reachable'],
  async run({ testWebhook, server }) {
    const answer = await testWebhook();
    if (answer.kind !== 'done') return notChecked('LINE posted no webhook on which it could be seen.');
    const local = await server();
    return answer.value.success === true ? believed(local) : refused(local);
  },
};

const copyIt =
  'Copy "Channel secret" from the LINE Developers console, tab "Basic settings", into LINE_CHANNEL_SECRET, and restart the server';

function believed(local: LocalServer): Finding {
  if (local.kind !== 'running') {
    return note(
      'The server that LINE reaches accepts its signature; as none runs on this machine, LINE_CHANNEL_SECRET in this .env was not tried.',
    );
  }
  if (local.hasSameSecret) return right('The server accepts what LINE has signed.');
  return broken(
    'LINE_CHANNEL_SECRET in .env is not the secret with which the running server works, and that one is right.',
    `${copyIt}.`,
  );
}

function refused(local: LocalServer): Finding {
  if (local.kind === 'running' && !local.hasSameSecret) {
    return broken(
      'The running server refuses what LINE has signed (HTTP 401), and has another secret than LINE_CHANNEL_SECRET in .env.',
      `Restart the server, so that it reads .env again; if this is still said then: ${copyIt}.`,
    );
  }
  return broken(
    'The server refuses what LINE has signed (HTTP 401): LINE_CHANNEL_SECRET is not the secret of this channel.',
    `${copyIt}. If it is the same, a reverse proxy asks for a password: let it pass ${path} freely.`,
  );
}
