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

// One origin serves them all; LINE keeps content and rich menu pictures on a second host (api-data.line.me).
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

/** `path` without its query. */
export function findEndpoint(method: string, path: string): Found | undefined {
  for (const endpoint of endpoints) {
    if (endpoint.method !== method) continue;
    const params = matchPath(endpoint.path, path);
    if (params) return { endpoint, params };
  }
  return undefined;
}
