// Identifiers in the shapes that LINE gives them.
import { randomBytes } from 'node:crypto';
import { v4 } from 'uuid';

/** That many random bytes. `purpose`: what for; a repeatable source may have a sequence for each. */
export type Random = (size: number, purpose: string) => Uint8Array;

export type Ids = {
  /** `U` and 32 hexadecimal digits. */
  user(): string;
  /** `C` and 32 hexadecimal digits. */
  group(): string;
  /** A number too great for a JavaScript number, as text: bots must keep it as text. */
  message(): string;
  /** A ULID: 26 letters that sort by time. */
  event(now: number): string;
  /** Reply tokens, quote tokens: opaque. */
  token(): string;
  /** A UUID, as LINE puts it on every answer. */
  request(): string;
  /** One byte, for shuffling. */
  byte(): number;
};

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function createIds(random: Random = (size) => randomBytes(size)): Ids {
  const hex = (size: number, purpose: string) => Buffer.from(random(size, purpose)).toString('hex');
  let lastMessage = 560_000_000_000_000_000n + BigInt(`0x${hex(5, 'message')}`);
  return {
    user: () => `U${hex(16, 'user')}`,
    group: () => `C${hex(16, 'group')}`,
    message() {
      lastMessage += 1n;
      return String(lastMessage);
    },
    event: (now) => base32(BigInt(now), 10) + base32(BigInt(`0x${hex(10, 'event')}`), 16),
    token: () => hex(16, 'token'),
    request: () => v4({ random: Uint8Array.from(random(16, 'request')) }),
    byte: () => random(1, 'byte')[0] ?? 0,
  };
}

function base32(value: bigint, letters: number): string {
  let rest = value;
  let text = '';
  for (let place = 0; place < letters; place += 1) {
    text = (CROCKFORD[Number(rest % 32n)] ?? '0') + text;
    rest /= 32n;
  }
  return text;
}

const USER_ID = /^U[0-9a-f]{32}$/;
const GROUP_ID = /^C[0-9a-f]{32}$/;
const ROOM_ID = /^R[0-9a-f]{32}$/;

export const isUserId = (text: string): boolean => USER_ID.test(text);
export const isGroupId = (text: string): boolean => GROUP_ID.test(text);
export const isRoomId = (text: string): boolean => ROOM_ID.test(text);

/** Could this be pushed to at all? */
export const isChatId = (text: string): boolean => isUserId(text) || isGroupId(text) || isRoomId(text);
