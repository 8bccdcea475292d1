// How many messages one person can make LINE count, whatever she does and however many workers there are.
import { addDays, addMinutes, addSeconds } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Outgoing } from '../../src/outbox/outgoing.ts';
import { askOf } from '../../src/records/forget.ts';
import { countPush, sweepPushCounts } from '../../src/records/push-counts.ts';
import { openTestDatabase } from '../helpers/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: new Date() } });
});
afterAll(() => database.close());
beforeEach(() => database.prisma.pushCount.deleteMany());

const noon = new Date('2026-12-01T03:00:00Z');
type Changes = Partial<Pick<Outgoing, 'to' | 'about' | 'cause' | 'important' | 'event'>>;

const news = { to: 'C1', about: 'absence', cause: 'U1' } as const;
const count = (madeAt: Date, changes: Changes = {}, now = madeAt): Promise<boolean> => {
  return countPush(database.prisma, { ...news, ...changes, madeAt: madeAt.getTime() }, now);
};
async function countEach(minutes: number[], changes: Changes = {}): Promise<number> {
  let allowed = 0;
  for (const at of minutes) allowed += (await count(addSeconds(noon, at * 60), changes)) ? 1 : 0;
  return allowed;
}
const everyFiveMinutes = Array.from({ length: 20 }, (_, n) => n * 5);

describe('because of one person', () => {
  test('six are pushed a day, whatever it is about and whoever gets it', async () => {
    expect(await countEach([0, 5], { about: 'withdrawn' })).toBe(2);
    expect(await countEach([10, 15], { to: 'U1', about: 'reminder' })).toBe(2);
    expect(await countEach(everyFiveMinutes.map((at) => at + 20))).toBe(2);
  });

  test('of what is important twelve, with all others counted', async () => {
    expect(await countEach(everyFiveMinutes)).toBe(6);
    const later = everyFiveMinutes.map((at) => at + 100);
    expect(await countEach(later, { to: 'U1', about: 'confirmed', important: true })).toBe(6);
    expect(await countEach(everyFiveMinutes, { to: 'U1', about: 'reminder' })).toBe(0);
  });

  test('two a minute, by when they were made: what waited for an hour is no hurry', async () => {
    const seconds = [0, 10, 59, 60, 61, 119, 120];
    const allowed: number[] = [];
    for (const second of seconds) if (await count(addSeconds(noon, second))) allowed.push(second);
    expect(allowed).toEqual([0, 10, 60, 119, 120]);
    await database.prisma.pushCount.deleteMany();
    const late = addMinutes(noon, 60);
    for (const minute of [0, 5, 10]) expect(await count(addMinutes(noon, minute), {}, late)).toBe(true);
  });

  test('a confirmation does not wait for that minute', async () => {
    expect(await countEach([0, 0.1, 0.2])).toBe(2);
    expect(await countEach([0.3, 0.4], { to: 'U1', about: 'confirmed', important: true })).toBe(2);
  });

  test('twelve answers that LINE took no reply for, which keep nothing else from her', async () => {
    const atOnce = Array.from({ length: 15 }, (_, n) => n / 60);
    expect(await countEach(atOnce, { to: 'U1', about: 'answer' })).toBe(12);
    expect(await countEach([0, 5], { to: 'U1', about: 'confirmed', important: true })).toBe(2);
  });

  test('another is not held back, and neither is she the next day in Japan', async () => {
    expect(await countEach(everyFiveMinutes)).toBe(6);
    expect(await countEach(everyFiveMinutes, { cause: 'U2' })).toBe(6);
    expect(await count(new Date('2026-12-01T14:59:00Z'))).toBe(false);
    expect(await count(new Date('2026-12-01T15:00:00Z'))).toBe(true);
  });

  test('the same news to three admin chats is one: all of them hear it or none', async () => {
    const heard: boolean[] = [];
    for (const minute of [0, 0.1, 0.2]) {
      for (const to of ['C1', 'C2', 'C3'])
        heard.push(await count(addSeconds(noon, minute * 60), { to, event: `${minute}` }));
    }
    expect(heard).toEqual([true, true, true, true, true, true, false, false, false]);
  });

  test('exactly six of thirty at the same time', async () => {
    const all = await Promise.all(
      Array.from({ length: 30 }, (_, n) => count(addMinutes(noon, n * 2), {}, addMinutes(noon, 60))),
    );
    expect(all.filter(Boolean)).toHaveLength(6);
  });
});

test('what staff do in their own chat is counted for nobody; a group that is none is counted', async () => {
  const answer = { to: 'C1', about: 'answer' } as const;
  for (let n = 0; n < 20; n += 1) {
    expect(await countPush(database.prisma, { ...answer, madeAt: 0 }, noon)).toBe(true);
  }
  expect(await countEach(everyFiveMinutes, { to: 'C9', about: 'answer', cause: 'C9' })).toBe(12);
});

test('counts of days that are over are swept', async () => {
  await count(noon);
  await count(addDays(noon, 1), { cause: 'U2' });
  await sweepPushCounts(askOf(database.prisma), addDays(noon, 1));
  expect((await database.prisma.pushCount.findMany()).map(({ chatId }) => chatId)).toEqual(['U2']);
});
