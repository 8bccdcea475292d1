// One person who sends very much holds up nobody else: the server as a process, and a stand-in for LINE's API.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { message, userIds } from '../bench/events.ts';
import { type OfficeUnderLoad, openOffice } from '../bench/office-under-load.ts';
import { emptyServerUrl, testServer } from '../helpers/database.ts';

let office: OfficeUnderLoad;
/** Of others while nobody else writes, ms. */
let quiet: number;
beforeAll(async () => {
  office = await openOffice(testServer ? await emptyServerUrl() : undefined);
  await slowest(others);
  quiet = Math.min(await slowest(others), await slowest(others));
});
afterAll(() => office.close());

const others = 20;
const rounds = 5;

/** So many people write once each, at once: how long the last of them waits for her answer, ms. Of 20 it is the p99. */
async function slowest(people: number): Promise<number> {
  const from = performance.now();
  const waiting = userIds(people).map(async (userId) => {
    const { event, replyToken } = message(userId, 'こんにちは');
    await office.post([event]);
    return (await office.answered(replyToken)) - from;
  });
  return Math.max(...(await Promise.all(waiting)));
}

/** A pause of the machine does not hit every round. */
async function bestOfRounds(): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && best > limit(); round += 1)
    best = Math.min(best, await slowest(others));
  return best;
}

const limit = () => Math.max(1_000, 2 * quiet);

const stickersOf = (userId: string, count: number): object[] =>
  Array.from({ length: count }, (_, place) => ({
    type: 'message',
    timestamp: Date.now(),
    source: { type: 'user', userId },
    webhookEventId: `s${place}`,
    message: { type: 'sticker' },
  }));

test('1,000 messages of one person, each in a webhook of its own, are all taken while others are answered at once', async () => {
  const [busy = ''] = userIds(1);
  const lane = async (): Promise<void> => {
    for (let count = 0; count < 50; count += 1) await office.post([message(busy, 'こんにちは').event]);
  };
  const taken = Promise.all(Array.from({ length: 20 }, lane));
  expect(await bestOfRounds()).toBeLessThanOrEqual(limit());
  await taken;
}, 60_000);

// As many as fit into the megabyte that the door takes.
test('6,000 events of one person in one body are taken, and others are answered at once while they wait', async () => {
  const [busy = ''] = userIds(1);
  await office.post(stickersOf(busy, 6_000));
  expect(await bestOfRounds()).toBeLessThanOrEqual(limit());
}, 60_000);
