// 台帳 says what those who took part have answered: of consultations of that month, once there are five answers, and never who.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asDay, instant } from '../../src/core/jst.ts';
import type { BookingState } from '../../src/db/generated/client.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { countOpinions } from '../../src/records/opinions.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { bookingAt } from '../timers/bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const shown = async (): Promise<string | undefined> => {
  const opinions = await countOpinions(database.prisma, asDay('2026-12-01'));
  return ja.registerPage.sums([], opinions).rows.find(([name]) => name === '利用した方の回答')?.[1];
};

async function answered(day: string, opinion: string | null, state: BookingState = 'done'): Promise<void> {
  const { id } = await bookingAt(database, instant(asDay(day), '10:00'), { state });
  await database.prisma.opinion.create({ data: { bookingId: id, askedAt: new Date(), opinion } });
}

test('a few answers are not shown; five of that month are, without what did not take place', async () => {
  await answered('2026-11-30', 'useful');
  await answered('2027-01-01', 'useful');
  await answered('2026-12-01', null);
  await answered('2026-12-02', 'useful', 'noShow');
  for (const [day, opinion] of [
    ['2026-12-01', 'useful'],
    ['2026-12-02', 'more'],
    ['2026-12-31', 'useful'],
    ['2026-12-03', 'useful'],
  ] as const) {
    await answered(day, opinion);
    expect(await shown()).toBe('5件集まると出ます');
  }
  await answered('2026-12-04', 'useful', 'byPhone');
  expect(await shown()).toBe('役に立った 4件、もう少し 1件');
});
