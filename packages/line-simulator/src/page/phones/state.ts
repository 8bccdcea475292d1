// What `GET /_control/state` tells, as far as the phones need it.
import type { Friendship } from '../../world/chats.ts';

export type PersonState = { userId: string; displayName: string; friendship: Friendship };
export type GroupState = { groupId: string; name: string; botIsMember: boolean; members: string[] };

export type State = {
  /** ISO, on the platform's clock. */
  now: string;
  webhookUrl: string | null;
  people: PersonState[];
  groups: GroupState[];
};
