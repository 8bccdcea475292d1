// The id under which an event of LINE is kept.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { eventId } from '../../src/line/event-id.ts';

describe('the id of an event', () => {
  test('holds all 128 bits of LINE’s own', () => {
    expect(eventId('00000000000000000000000000')).toBe('00000000-0000-0000-0000-000000000000');
    expect(eventId('7ZZZZZZZZZZZZZZZZZZZZZZZZZ')).toBe('ffffffff-ffff-ffff-ffff-ffffffffffff');
    // The ULID specification's example, as several implementations turn it into a UUID.
    expect(eventId('01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBe('01563e3a-b5d3-d676-4c61-efb99302bd5b');
  });

  test('sorts as LINE’s ids sort, and differs where they differ', () => {
    fc.assert(
      fc.property(fc.ulid(), fc.ulid(), (one, other) => {
        expect(Math.sign(eventId(one).localeCompare(eventId(other), 'en'))).toBe(
          Math.sign(one.localeCompare(other, 'en')),
        );
      }),
    );
  });

  test('is the same for the same event even when it is no ULID', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(z.guid().safeParse(eventId(one)).success).toBe(true);
        expect(eventId(one) === eventId(other)).toBe(one === other);
      }),
    );
  });
});
