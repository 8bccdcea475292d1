// Our id for a webhook event: the same event, delivered again, has the same id.
import { v5 } from 'uuid';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ulid = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
/** Any fixed UUID: it keeps ids made by hash apart from other uses of hashes. */
const namespace = '5f0a3c1e-8d53-4c0f-9d0b-6f2f6f0c1a77';

/**
 * The 128 bits of a ULID written as a UUID: sorting the ids sorts the events by LINE's own order. The
 * version bits are the ULID's, so it has a UUID's form but not RFC 9562's versions. What is no ULID
 * (LINE has never sent any) becomes a hash of it, so that a repeat is still no news.
 */
export function eventId(webhookEventId: string): string {
  const text = webhookEventId.toUpperCase();
  if (!ulid.test(text)) return v5(webhookEventId, namespace);
  const bits = [...text].reduce((sum, digit) => (sum << 5n) | BigInt(digits.indexOf(digit)), 0n);
  const hex = bits.toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
