// Identifiers in the shapes that LINE gives them.
import { randomBytes } from 'node:crypto';

/** Source of randomness: that many random bytes. */
export type Random = (size: number) => Uint8Array;

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
  /** One byte, for shuffling. */
  byte(): number;
};

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function createIds(random: Random = randomBytes): Ids {
  const hex = (size: number) => Buffer.from(random(size)).toString('hex');
  let lastMessage = 560_000_000_000_000_000n + BigInt(`0x${hex(5)}`);
  return {
    user: () => `U${hex(16)}`,
    group: () => `C${hex(16)}`,
    message() {
      lastMessage += 1n;
      return String(lastMessage);
    },
    event: (now) => base32(BigInt(now), 10) + base32(BigInt(`0x${hex(10)}`), 16),
    token: () => hex(16),
    byte: () => random(1)[0] ?? 0,
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

/** Could this be pushed to at all? */
export const isChatId = (text: string): boolean => isUserId(text) || isGroupId(text) || ROOM_ID.test(text);
