// Days, moments, closures and held slots for the property tests.
import fc from 'fast-check';
import type { Closure } from '../../src/booking/calendar.ts';
import { addDays, addMinutes, asDay, instant, startOfDay, timeAtMinute } from '../../src/core/jst.ts';
import type { Taken } from '../../src/records/slots.ts';

export const anyDay = fc.integer({ min: 0, max: 3650 }).map((count) => addDays(asDay('2026-01-01'), count));

/** Any minute from 2026 to 2035. */
export const anyMoment = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 1439 }))
  .map(([day, minute]) => addMinutes(startOfDay(day), minute));

/** Whole days, parts of days and days with fewer counsellors within 40 days of `now`. */
export const closuresAround = (now: Date): fc.Arbitrary<Closure[]> =>
  fc.array(
    fc
      .record({
        offset: fc.integer({ min: -5, max: 40 }),
        from: fc.option(fc.integer({ min: 8 * 60, max: 16 * 60 })),
        minutes: fc.integer({ min: 15, max: 7 * 60 }),
        counsellors: fc.option(fc.integer({ min: 1, max: 2 })),
      })
      .map(({ offset, from, minutes, counsellors }) => {
        const day = addDays(
          asDay(new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(0, 10)),
          offset,
        );
        return from === null
          ? { day, ...(counsellors !== null && { counsellors }) }
          : { day, from: timeAtMinute(from), until: timeAtMinute(from + minutes) };
      }),
    { maxLength: 12 },
  );

/** Held slots on a five-minute grid within 40 days of `day`. */
export const takenAround = (day: ReturnType<typeof asDay>): fc.Arbitrary<Taken[]> =>
  fc.array(
    fc
      .record({
        offset: fc.integer({ min: -2, max: 40 }),
        minute: fc.integer({ min: 110, max: 195 }).map((n) => n * 5),
        counsellor: fc.integer({ min: 0, max: 2 }),
      })
      .map(({ offset, minute, counsellor }) => {
        const startsAt = instant(addDays(day, offset), timeAtMinute(minute));
        return { startsAt, endsAt: addMinutes(startsAt, 45), counsellor };
      }),
    { maxLength: 60 },
  );
