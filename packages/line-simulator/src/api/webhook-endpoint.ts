// /v2/bot/channel/webhook/… (reference: set-webhook-endpoint-url ff.): where the account's webhooks go.
import { z } from 'zod';
import { isLoopback } from '../loopback.ts';
import type { Platform } from '../platform.ts';
import { PER_HOUR_60, PER_MINUTE_1000 } from '../rules/rate-limits.ts';
import type { PostResult } from '../webhooks/post.ts';
import type { ApiRequest, Endpoint } from './endpoint.ts';
import { parseJson } from './parse-json.ts';
import { readBody } from './read-request.ts';
import { refusal } from './refusal.ts';

const PATH = '/v2/bot/channel/webhook';
const URL_MAX = 500;

const newEndpoint = z.object({ endpoint: z.string() });
const otherEndpoint = z.object({ endpoint: z.string().optional() });

const notSet = () => refusal(404, 'Webhook endpoint not found');

export const setWebhookEndpoint: Endpoint = {
  name: 'set-webhook-endpoint',
  method: 'PUT',
  path: `${PATH}/endpoint`,
  rate: PER_MINUTE_1000,
  answer(request, { webhooks }) {
    webhooks.url = checkedEndpoint(readBody(newEndpoint, request.body).endpoint);
    return { status: 200, body: {} };
  },
};

export const getWebhookEndpoint: Endpoint = {
  name: 'webhook-endpoint',
  method: 'GET',
  path: `${PATH}/endpoint`,
  rate: PER_MINUTE_1000,
  answer(_request, { webhooks, switches }) {
    if (webhooks.url === undefined) throw notSet();
    return { status: 200, body: { endpoint: webhooks.url, active: switches.useWebhook } };
  },
};

/** Posts a webhook without events, to the address that is set or to another one. */
export const testWebhookEndpoint: Endpoint = {
  name: 'test-webhook-endpoint',
  method: 'POST',
  path: `${PATH}/test`,
  rate: PER_HOUR_60,
  // Its body may be missing altogether.
  takes: 'bytes',
  async answer(request, platform) {
    const { webhooks, clock } = platform;
    const url = endpointToTest(request, platform);
    const timestamp = new Date(clock.now()).toISOString();
    const result = await webhooks.verify(url);
    const { status = 0, outcome } = result;
    const [reason, detail] = reasonOf(result);
    return {
      status: 200,
      body: { success: outcome === 'ok', timestamp, statusCode: status, reason, detail },
    };
  },
};

function endpointToTest({ bytes, contentType }: ApiRequest, { webhooks }: Platform): string {
  const body = bytes.length === 0 ? {} : parseJson(contentType, { bytes, tooLarge: false });
  const { endpoint } = readBody(otherEndpoint, body);
  if (endpoint !== undefined) return checkedEndpoint(endpoint);
  if (webhooks.url === undefined) throw notSet();
  return webhooks.url;
}

/** LINE wants https. A bot on this machine may do without: a simulator has no use for certificates. */
function checkedEndpoint(text: string): string {
  const url = text.length <= URL_MAX && URL.canParse(text) ? new URL(text) : undefined;
  const ok = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!ok) throw refusal(400, 'Invalid webhook endpoint URL');
  return text;
}

/** The reasons and details of the reference and of docs: check-webhook-error-statistics. */
function reasonOf({ outcome, status, detail = '' }: PostResult): [reason: string, detail: string] {
  switch (outcome) {
    case 'ok':
      return ['OK', String(status)];
    case 'error_status_code':
      return ['ERROR_STATUS_CODE', String(status)];
    case 'request_timeout':
      return ['REQUEST_TIMEOUT', 'Request timeout'];
    case 'unclassified':
      return ['UNCLASSIFIED', 'Session closed unexpectedly'];
    default:
      return ['COULD_NOT_CONNECT', connectionDetail(detail)];
  }
}

function connectionDetail(code: string): string {
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) return 'Unknown host';
  return /CERT|SSL|TLS|EPROTO/.test(code) ? 'TLS handshake failure' : 'Connection failed';
}
