// One person who sends very much holds up nobody else: the server as a process, and a stand-in for LINE's API. No
// clock judges, for machines differ: others are answered while most of hers still waits. `npm run bench` measures.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { message, userIds } from '../bench/events.ts';
import { type OfficeUnderLoad, openOffice } from '../bench/office-under-load.ts';
import { freshDataDir, freshServerUrl, testServer } from '../helpers/database.ts';

let office: OfficeUnderLoad;
beforeAll(async () => {
  office = testServer
    ? await openOffice(await freshServerUrl())
    : await openOffice(undefined, await freshDataDir());
}, 120_000);
afterAll(() => office.close(), 60_000);

type Sent = { event: object; replyToken: string };

/** How many of hers are answered at the moment when the last of twenty others is. */
async function answeredMeanwhile(hers: readonly Sent[]): Promise<number> {
  let answered = 0;
  for (const { replyToken } of hers) {
    // The server may end before it has come to all of them.
    void office.answered(replyToken).then(() => {
      answered += 1;
    });
  }
  await office.post(hers.map(({ event }) => event));
  const others = userIds(20).map((userId) => message(userId, 'こんにちは'));
  await Promise.all(
    others.map(async ({ event, replyToken }) => {
      await office.post([event]);
      await office.answered(replyToken);
    }),
  );
  return answered;
}

test('1,000 messages of one person are taken, and twenty others are answered before half of them are', async () => {
  const [busy = ''] = userIds(1);
  const hers = Array.from({ length: 1_000 }, () => message(busy, 'こんにちは'));
  expect(await answeredMeanwhile(hers)).toBeLessThan(500);
}, 60_000);

test('6,000 events in one body are taken, and twenty others are answered before a tenth of them are', async () => {
  const [busy = ''] = userIds(1);
  // Short, for all of them have to fit into the megabyte that the door takes.
  const hers = Array.from({ length: 6_000 }, (_, place) => ({
    replyToken: `r${place}`,
    event: {
      type: 'follow',
      timestamp: Date.now(),
      source: { type: 'user', userId: busy },
      webhookEventId: `e${place}`,
      replyToken: `r${place}`,
    },
  }));
  expect(await answeredMeanwhile(hers)).toBeLessThan(600);
}, 60_000);
