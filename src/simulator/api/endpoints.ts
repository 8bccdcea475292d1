// Every endpoint there is, and how a path finds its own. LINE wants exactly the documented paths (news of
// 2026-08-17): no slash too many.

import { matchPath } from '../match-path.ts';
import { getBotInfo, getQuota, getQuotaConsumption } from './account.ts';
import { contentEndpoints } from './contents.ts';
import { sentCountEndpoints } from './count-sent.ts';
import type { Endpoint } from './endpoint.ts';
import { getFollowerIds } from './followers.ts';
import {
  countGroupMembers,
  getGroupMember,
  getGroupMemberIds,
  getGroupSummary,
  leaveGroup,
} from './groups.ts';
import { startLoading } from './loading.ts';
import { markAsRead } from './mark-as-read.ts';
import { getProfile } from './profiles.ts';
import { richMenuEndpoints } from './rich-menus/endpoints.ts';
import { roomEndpoints } from './rooms.ts';
import { sendBroadcast } from './send-broadcast.ts';
import { sendMulticast } from './send-multicast.ts';
import { getNarrowcastProgress, sendNarrowcast } from './send-narrowcast.ts';
import { sendPush } from './send-push.ts';
import { sendReply } from './send-reply.ts';
import { tokenEndpoints } from './tokens/endpoints.ts';
import { validateEndpoints } from './validate-messages.ts';
import { getWebhookEndpoint, setWebhookEndpoint, testWebhookEndpoint } from './webhook-endpoint.ts';

export const endpoints: readonly Endpoint[] = [
  sendReply,
  sendPush,
  sendMulticast,
  sendBroadcast,
  sendNarrowcast,
  getNarrowcastProgress,
  ...validateEndpoints,
  ...sentCountEndpoints,
  getProfile,
  getFollowerIds,
  getGroupSummary,
  countGroupMembers,
  getGroupMember,
  getGroupMemberIds,
  leaveGroup,
  ...roomEndpoints,
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
