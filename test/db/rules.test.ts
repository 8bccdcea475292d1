// What the database itself refuses, whatever the code above it thinks.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { brokenRule } from '../../src/db/broken-rule.ts';
import { Prisma } from '../../src/db/client.ts';
import { openTestDatabase } from '../helpers/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.booking.deleteMany();
  await database.prisma.person.deleteMany();
});

const at = (time: string) => new Date(`2026-12-01T${time}:00+09:00`);
const registered = at('08:30');
const holding = ['requested', 'proposed', 'confirmed', 'inProgress'] as const;
const open = ['requested', 'proposed', 'confirmed'] as const;
const released = ['done', 'withdrawn', 'declined', 'expired', 'cancelled', 'noShow', 'byPhone'] as const;

let people = 0;
async function person(): Promise<string> {
  people += 1;
  const { id } = await database.prisma.person.create({
    data: { chatId: `U${people}`, createdAt: registered },
  });
  return id;
}

type Row = Prisma.BookingUncheckedCreateInput;

/** 10:00 with the first counsellor. */
const bookingOf = (personId: string): Row => ({
  personId,
  state: 'requested',
  version: 0,
  counsellor: 0,
  startsAt: at('10:00'),
  endsAt: at('10:45'),
  companion: false,
  promisedBy: registered,
  createdAt: registered,
});

async function book(changes: Partial<Row> = {}) {
  const personId = changes.personId ?? (await person());
  return database.prisma.booking.create({ data: { ...bookingOf(personId), ...changes } });
}

/** The rule that a write runs into, or null when it goes through. */
const ruleOf = (write: Promise<unknown>) => write.then(() => null, brokenRule);

describe('one counsellor', () => {
  test.each(holding)('is taken by a booking that is %s', async (state) => {
    await book({ state });
    expect(await ruleOf(book())).toBe('counsellorTaken');
  });

  test.each(released)('is free again once a booking is %s', async (state) => {
    await book({ state });
    expect(await ruleOf(book())).toBeNull();
  });

  test.each([
    ['a quarter of an hour of overlap at the end', '10:30', '11:15', 'counsellorTaken'],
    ['a minute of overlap at the beginning', '09:16', '10:01', 'counsellorTaken'],
    ['inside the other', '10:10', '10:20', 'counsellorTaken'],
    ['around the other', '09:00', '12:00', 'counsellorTaken'],
    ['right after', '10:45', '11:30', null],
    ['right before', '09:15', '10:00', null],
  ] as const)('%s', async (_name, from, until, rule) => {
    await book();
    expect(await ruleOf(book({ startsAt: at(from), endsAt: at(until) }))).toBe(rule);
  });

  test('does not keep another counsellor from the same time', async () => {
    await book();
    expect(await ruleOf(book({ counsellor: 1 }))).toBeNull();
  });

  test('is refused to a booking that comes back to life or is moved', async () => {
    await book();
    const cancelled = await book({ state: 'cancelled' });
    const later = await book({ startsAt: at('14:00'), endsAt: at('14:45') });
    const { booking } = database.prisma;
    expect(await ruleOf(booking.update({ where: cancelled, data: { state: 'requested' } }))).toBe(
      'counsellorTaken',
    );
    const moved = { startsAt: at('10:15'), endsAt: at('11:00') };
    expect(await ruleOf(booking.updateMany({ where: { id: later.id }, data: moved }))).toBe(
      'counsellorTaken',
    );
  });

  test('of many who ask for the same slot at once, exactly one gets it', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, person));
    const ask = (personId: string) =>
      database.prisma
        .$transaction((tx) => tx.booking.create({ data: bookingOf(personId) }))
        .then(
          () => 'booked' as const,
          (error: unknown) => brokenRule(error) ?? 'undecided',
        );
    const answers = await Promise.all(all.map(ask));
    // Who waits for each other in a ring is put out by the database, undecided, and asks again alone, as a turn does.
    for (const [index, personId] of all.entries())
      if (answers[index] === 'undecided') answers[index] = await ask(personId);
    expect(answers.filter((answer) => answer === 'booked')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'counsellorTaken')).toHaveLength(11);
  });
});

describe.each([
  ['room', 'roomId'],
  ['meeting ID', 'zoomHash'],
] as const)('one %s', (_, column) => {
  let key: string;
  let counsellor = 0;
  beforeEach(async () => {
    const room = { name: '相談室A', meetingId: new Uint8Array(1), passcode: new Uint8Array(1) };
    await database.prisma.zoomRoom.deleteMany();
    ({ id: key } = await database.prisma.zoomRoom.create({ data: { ...room, createdAt: registered } }));
  });
  /** With a counsellor of its own. */
  const meet = (changes: Partial<Row> = {}) => {
    counsellor += 1;
    return book({ state: 'confirmed', counsellor, [column]: key, ...changes });
  };

  test.each(['confirmed', 'inProgress'] as const)('is taken by a booking that is %s', async (state) => {
    await meet({ state });
    expect(await ruleOf(meet())).toBe('meetingTaken');
    expect(await ruleOf(meet({ startsAt: at('10:44'), endsAt: at('11:29') }))).toBe('meetingTaken');
    expect(await ruleOf(meet({ startsAt: at('10:45'), endsAt: at('11:30') }))).toBeNull();
  });

  test.each([...released, 'requested', 'proposed'] as const)(
    'is free while a booking is %s',
    async (state) => {
      await meet({ state });
      expect(await ruleOf(meet())).toBeNull();
    },
  );

  test('keeps nobody from another one, nor from none at all', async () => {
    await meet();
    const other = { name: '相談室B', meetingId: new Uint8Array(1), passcode: new Uint8Array(1) };
    const { id } = await database.prisma.zoomRoom.create({ data: { ...other, createdAt: registered } });
    expect(await ruleOf(meet({ [column]: id }))).toBeNull();
    for (let n = 0; n < 2; n += 1) expect(await ruleOf(meet({ [column]: null }))).toBeNull();
  });

  test('is refused to a booking that is confirmed where another one is', async () => {
    await meet();
    const { id } = await meet({ state: 'requested' });
    const confirm = database.prisma.booking.update({ where: { id }, data: { state: 'confirmed' } });
    expect(await ruleOf(confirm)).toBe('meetingTaken');
  });
});

describe('one person (R-15)', () => {
  test.each(open)('has no second booking while one is %s', async (state) => {
    const personId = await person();
    await book({ personId, state });
    expect(await ruleOf(book({ personId, startsAt: at('14:00'), endsAt: at('14:45') }))).toBe('openBooking');
  });

  test('may have the next one from the consultation on', async () => {
    const personId = await person();
    await book({ personId, state: 'inProgress' });
    expect(await ruleOf(book({ personId, startsAt: at('14:00'), endsAt: at('14:45') }))).toBeNull();
  });
});

test('a consultation cannot end before it starts', async () => {
  const failed = book({ startsAt: at('10:00'), endsAt: at('10:00') });
  await expect(failed).rejects.toBeInstanceOf(Prisma.PrismaClientKnownRequestError);
});

test('a closure is a whole day, or a part of it with both ends in order', async () => {
  const close = (from: string | null, until: string | null) =>
    database.prisma.closure.create({
      data: { day: new Date('2026-12-01'), from, until, createdAt: registered },
    });
  await close(null, null);
  await close('13:00', '17:15');
  await expect(close('13:00', null)).rejects.toThrow();
  await expect(close('17:15', '13:00')).rejects.toThrow();
});

test('fewer counsellors are of a whole day, and one of them stays at least', async () => {
  const fewer = (counsellors: number, part: { from?: string; until?: string } = {}) =>
    database.prisma.closure.create({
      data: { day: new Date('2026-12-01'), counsellors, ...part, createdAt: registered },
    });
  await fewer(1);
  await expect(fewer(0)).rejects.toThrow();
  await expect(fewer(1, { from: '13:00', until: '17:15' })).rejects.toThrow();
});

test('a second row with the same key is a duplicate, and other errors are no rule at all', async () => {
  const same = () => database.prisma.person.create({ data: { chatId: 'U-same', createdAt: registered } });
  await same();
  expect(await ruleOf(same())).toBe('duplicate');
  expect(brokenRule(new Error('Booking_counsellor_free'))).toBeNull();
  expect(brokenRule(null)).toBeNull();
});

test('what is refused says nothing of what was to be written', async () => {
  await book();
  const failure = await book().catch((error: unknown) => error);
  expect(String(failure)).not.toContain('2026');
});
