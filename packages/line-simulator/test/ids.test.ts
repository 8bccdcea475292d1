import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClock } from '../src/world/clock.ts';
import { createIds, isChatId, isGroupId, isUserId } from '../src/world/ids.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LATEST = 2 ** 48 - 1;

describe('Ids', () => {
  const ids = createIds();

  test("have the shapes of LINE's", () => {
    expect(isUserId(ids.user())).toBe(true);
    expect(isGroupId(ids.group())).toBe(true);
    expect(isChatId(`R${'0'.repeat(32)}`)).toBe(true);
    expect(isChatId('U123')).toBe(false);
    expect(Number(ids.message())).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
    expect(BigInt(ids.message())).toBeLessThan(BigInt(ids.message()));
  });

  test('of events are ULIDs: the time can be read from them, and they sort by it', () => {
    fc.assert(
      fc.property(fc.nat(LATEST), fc.nat(LATEST), (one, other) => {
        const [first, second] = [ids.event(one), ids.event(other)];
        expect(first).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
        const time = [...first.slice(0, 10)].reduce((sum, letter) => sum * 32 + CROCKFORD.indexOf(letter), 0);
        expect(time).toBe(one);
        if (one !== other) expect(first < second).toBe(one < other);
      }),
    );
  });

  test('come out the same from the same randomness', () => {
    const fixed = () => createIds((size) => new Uint8Array(size).fill(7));
    expect(fixed().user()).toBe(`U${'07'.repeat(16)}`);
    expect(fixed().event(0)).toBe(fixed().event(0));
  });
});

describe('The clock', () => {
  test('runs on after it was moved', () => {
    let base = 1000;
    const clock = createClock(() => base);
    clock.moveTo('2026-12-01T09:50:00+09:00');
    base += 5;
    expect(clock.now()).toBe(Date.parse('2026-12-01T00:50:00Z') + 5);
    clock.moveBy(-5);
    expect(clock.now()).toBe(Date.parse('2026-12-01T00:50:00Z'));
    expect(() => clock.moveTo('tomorrow')).toThrow('Not a point in time: tomorrow');
  });
});
