// What `GET /_control/state` tells, as far as the tools need it.
import type { Fault } from '../../rules/faults.ts';

export type ToolsState = {
  people: { userId: string; displayName: string }[];
  groups: { groupId: string; name: string }[];
  quota: { limit: number | null; used: number };
  faults: Fault[];
  /** How many webhooks are being held back; null: none are. */
  heldWebhooks: number | null;
};
