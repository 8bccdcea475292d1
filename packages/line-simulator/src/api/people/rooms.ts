// /v2/bot/room/{roomId}/…: multi-person chats. LINE's apps make no new ones, and here there are none: no id is
// known, and the answers are those for an unknown one.
import type { Platform } from '../../platform.ts';
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import { isRoomId } from '../../world/ids.ts';
import type { Endpoint } from '../endpoint.ts';
import { checkVerified } from '../pages-of-ids.ts';
import { badParameter, notFound } from '../refusal.ts';

type RoomEndpoint = {
  name: string;
  method: 'GET' | 'POST';
  below: string;
  check?: (platform: Platform) => void;
};

const roomEndpoint = ({ name, method, below, check }: RoomEndpoint): Endpoint => ({
  name,
  method,
  path: `/v2/bot/room/{roomId}/${below}`,
  rate: PER_SECOND_2000,
  takes: 'nothing',
  answer({ params: { roomId = '' } }, platform) {
    check?.(platform);
    throw isRoomId(roomId) ? notFound() : badParameter('roomId');
  },
});

export const roomEndpoints: readonly Endpoint[] = [
  { name: 'room-members-count', method: 'GET', below: 'members/count' } as const,
  { name: 'room-member', method: 'GET', below: 'member/{userId}' } as const,
  { name: 'room-member-ids', method: 'GET', below: 'members/ids', check: checkVerified } as const,
  { name: 'leave-room', method: 'POST', below: 'leave' } as const,
].map(roomEndpoint);
