// Every endpoint there is, and how a path finds its own. LINE wants exactly the documented paths (news of
// 2026-08-17): no slash too many.

import { matchPath } from '../match-path.ts';
import { getBotInfo, getQuota, getQuotaConsumption } from './account.ts';
import type { Endpoint } from './endpoint.ts';
import { countGroupMembers, getGroupMember, getGroupSummary } from './groups.ts';
import { startLoading } from './loading.ts';
import { getProfile } from './profiles.ts';
import { sendPush } from './send-push.ts';
import { sendReply } from './send-reply.ts';
import { validatePush, validateReply } from './validate-messages.ts';

const endpoints: readonly Endpoint[] = [
  sendReply,
  sendPush,
  validateReply,
  validatePush,
  getProfile,
  getGroupSummary,
  countGroupMembers,
  getGroupMember,
  getBotInfo,
  getQuota,
  getQuotaConsumption,
  startLoading,
];

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
