// npm run bench: how fast webhooks are answered and people get their answers, on this machine, now.
// TEST_DATABASE_URL names an empty database on a server; without it the embedded engine is measured.
import { setTimeout as sleep } from 'node:timers/promises';
import { message, userIds } from './events.ts';
import { type OfficeUnderLoad, openOffice } from './office-under-load.ts';
import { percentiles } from './percentiles.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** `perSecond` messages for `seconds`, each of another person and in a webhook of its own. */
async function steady(office: OfficeUnderLoad, perSecond: number, seconds: number): Promise<void> {
  const webhooks: Promise<number>[] = [];
  const answers: Promise<number>[] = [];
  const from = performance.now();
  for (const [index, userId] of userIds(perSecond * seconds).entries()) {
    const due = from + (index * 1000) / perSecond;
    await sleep(Math.max(0, due - performance.now()));
    const { event, replyToken } = message(userId, 'こんにちは');
    const sent = performance.now();
    webhooks.push(office.post([event]));
    answers.push(office.answered(replyToken).then((at) => at - sent));
  }
  say(`${perSecond} a second: webhook ${percentiles(await Promise.all(webhooks))}`);
  say(`${perSecond} a second: answer  ${percentiles(await Promise.all(answers))}`);
}

/** So many people at once, ten in each webhook. */
async function burst(office: OfficeUnderLoad, count: number): Promise<void> {
  const all = userIds(count).map((userId) => message(userId, 'こんにちは'));
  const from = performance.now();
  const webhooks: Promise<number>[] = [];
  for (let at = 0; at < all.length; at += 10)
    webhooks.push(office.post(all.slice(at, at + 10).map(({ event }) => event)));
  const posted = await Promise.all(webhooks);
  const answers = await Promise.all(all.map(({ replyToken }) => office.answered(replyToken)));
  say(`${count} at once: webhook ${percentiles(posted)}`);
  say(`${count} at once: all answered after ${((Math.max(...answers) - from) / 1000).toFixed(2)} s`);
}

/** One person with so many messages in one webhook. */
async function backlog(office: OfficeUnderLoad, count: number): Promise<void> {
  const [userId = ''] = userIds(1);
  const all = Array.from({ length: count }, () => message(userId, 'こんにちは'));
  const from = performance.now();
  const posted = await office.post(all.map(({ event }) => event));
  const answers = await Promise.all(all.map(({ replyToken }) => office.answered(replyToken)));
  say(`${count} of one person: webhook ${posted.toFixed(1)} ms`);
  say(`${count} of one person: all answered after ${((Math.max(...answers) - from) / 1000).toFixed(2)} s`);
}

/** How long others wait for their answers while one person's messages wait too. */
async function besideOne(office: OfficeUnderLoad, count: number): Promise<void> {
  const [busy = ''] = userIds(1);
  await office.post(Array.from({ length: count }, () => message(busy, 'こんにちは').event));
  say(`beside ${count} of one person:`);
  await steady(office, 20, 3);
}

async function measure(office: OfficeUnderLoad): Promise<void> {
  await steady(office, 20, 3);
  await steady(office, 50, 10);
  await steady(office, 100, 5);
  await burst(office, 500);
  await burst(office, 1000);
  await backlog(office, 100);
  await besideOne(office, 1000);
}

// A server that does not answer must not hold up whoever measures it; `exit` ends the server too.
const limitMs = 120_000;
const limit = setTimeout(() => {
  say(`Not done after ${limitMs / 1000} s: given up.`);
  process.exit(1);
}, limitMs);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const from = performance.now();
const office = await openOffice(process.env.TEST_DATABASE_URL);
say(
  `${process.env.TEST_DATABASE_URL ? 'PostgreSQL server' : 'embedded'}: listening after ${((performance.now() - from) / 1000).toFixed(2)} s`,
);
try {
  await measure(office);
} finally {
  for (const [complaint, times] of Map.groupBy(office.complaints(), (one) => one))
    say(`the server complained ${times.length} times: ${complaint}`);
  await office.close();
  clearTimeout(limit);
}
