// Every endpoint there is, and how a path finds its own. LINE wants exactly the documented paths (news of
// 2026-08-17): no slash too many.

import { matchPath } from '../match-path.ts';
import { getBotInfo, getQuota, getQuotaConsumption } from './account.ts';
import { contentEndpoints } from './contents.ts';
import type { Endpoint } from './endpoint.ts';
import { startLoading } from './loading.ts';
import { markAsRead } from './mark-as-read.ts';
import { peopleEndpoints } from './people/endpoints.ts';
import { richMenuEndpoints } from './rich-menus/endpoints.ts';
import { sendingEndpoints } from './sending/endpoints.ts';
import { tokenEndpoints } from './tokens/endpoints.ts';
import { getWebhookEndpoint, setWebhookEndpoint, testWebhookEndpoint } from './webhook-endpoint.ts';

export const endpoints: readonly Endpoint[] = [
  ...sendingEndpoints,
  ...peopleEndpoints,
  getBotInfo,
  getQuota,
  getQuotaConsumption,
  startLoading,
  markAsRead,
  setWebhookEndpoint,
  getWebhookEndpoint,
  testWebhookEndpoint,
  ...contentEndpoints,
  ...richMenuEndpoints,
  ...tokenEndpoints,
];

/** Their short names, for faults. */
export const endpointNames: readonly string[] = endpoints.map(({ name }) => name);

export type Found = { endpoint: Endpoint; params: Record<string, string> };

/** `any`: one origin plays both hosts. */
export type Host = 'api' | 'data' | 'any';

/** `path` without its query. */
export function findEndpoint(method: string, path: string, host: Host): Found | undefined {
  for (const endpoint of endpoints) {
    if (endpoint.method !== method) continue;
    if (host !== 'any' && host !== (endpoint.host ?? 'api')) continue;
    const params = matchPath(endpoint.path, path);
    if (params) return { endpoint, params };
  }
  return undefined;
}
