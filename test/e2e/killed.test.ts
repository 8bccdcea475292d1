// The process is killed at the worst moments (SIGKILL) and started again on the same data: nothing is
// lost, and nothing is seen twice. By the real clock, for that is where a process comes back to.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer } from '../helpers/database.ts';
import { workdayAhead } from './helpers/calendar.ts';
import { room } from './helpers/cast.ts';
import { patience } from './helpers/chat-driver.ts';
import { book, cardOf, fillUpTo, receiptNumberIn, request } from './helpers/form.ts';
import { type Guest, type Office, startOffice } from './helpers/office.ts';

let office: Office;
beforeAll(async () => {
  office = await startOffice({ begins: 'now' });
});
afterAll(() => office.close());

/** Days so near are open all year. */
const on = (workday: number, time: string) => ({ day: workdayAhead(workday), time });

async function killAndRestart(): Promise<void> {
  await office.kill();
  await office.restart();
  if (!testServer) return;
  // The embedded engine knows at once that nobody else is there; on a server the dead process's time runs out.
  await office.later(31 / 60);
  await office.later(6 / 60);
}

describe('killed right after webhooks were answered 200', () => {
  let hanako: Guest;
  let momoko: Guest;
  let crowd: Guest[];

  beforeAll(async () => {
    [hanako, momoko, ...crowd] = await Promise.all([
      office.guest(),
      office.guest(),
      ...Array.from({ length: 10 }, () => office.guest()),
    ]);
    await fillUpTo('name', hanako, on(3, '10:00'));
    await fillUpTo('review', momoko, on(3, '11:00'));
    const webhooks = await Promise.all([
      hanako.person.says(hanako.details.name),
      momoko.person.presses('この内容で申し込む').then((pressed) => 'webhook' in pressed && pressed.webhook),
      ...crowd.map(async ({ person }) => {
        const pressed = await person.presses('相談を申し込む');
        return 'webhook' in pressed && pressed.webhook;
      }),
    ]);
    for (const webhook of webhooks) expect(webhook).toMatchObject({ status: 200 });
    await killAndRestart();
  });

  test('the form goes on in mid-sentence', async () => {
    await hanako.hears('求職番号を教えてください');
    expect(await hanako.says(hanako.details.jobNumber)).toContain('電話番号を教えてください');
    expect(hanako.timesSeen('求職番号を教えてください')).toBe(1);
  });

  test('everybody who waited gets exactly one answer', async () => {
    await Promise.all(crowd.map((one) => one.hears('利用規約に同意しますか')));
    const next = await Promise.all(crowd.map((one) => one.presses('同意する')));
    for (const answer of next) expect(answer).toContain('当てはまりますか');
    for (const one of crowd) expect(one.timesSeen('利用規約に同意しますか')).toBe(1);
  });

  test('この内容で申し込む makes one request: one receipt, one card for staff', async () => {
    const number = receiptNumberIn(await momoko.hears('申し込みを受け付けました'));
    await cardOf(number, office);
    expect(await momoko.presses('この内容で申し込む')).toContain('受付ずみです');
    await office.staff.suzuki.says('ヘルプ');
    expect(momoko.timesSeen('申し込みを受け付けました')).toBe(1);
    expect(office.staff.group.messages().filter(({ text }) => text.includes(number))).toHaveLength(1);
  });
});

describe('killed while calls to LINE hang', () => {
  /** By whether LINE had shown the message already. */
  const moments = ['before', 'after'] as const;
  const answered = new Map<string, Guest>();
  const confirmed = new Map<string, Guest>();

  beforeAll(async () => {
    const { simulator, staff } = office;
    await staff.suzuki.says(`会議室 追加 ${room.name} ${room.shown} ${room.passcode}`);
    const picks: string[] = [];
    for (const [index, when] of moments.entries()) {
      const [hanako, momoko] = [await office.guest(), await office.guest()];
      answered.set(when, hanako);
      confirmed.set(when, momoko);
      await fillUpTo('name', hanako, on(4, '10:00'));
      const number = await request(momoko, on(4, index === 0 ? '10:00' : '11:00'));
      await staff.suzuki.presses('確定する', { message: (await cardOf(number, office)).id });
      picks.push(staff.suzuki.dataOf(room.name));
      const [theirs, hers] = [hanako, momoko].map(({ person }) => person.userId);
      simulator.faults.add({ endpoint: 'reply', chatId: theirs, how: 'timeout', when, times: 1 });
      simulator.faults.add({ endpoint: 'push', chatId: hers, how: 'timeout', when, times: 1 });
    }
    await Promise.all([
      ...picks.map((data) => staff.suzuki.member.pressesData(data)),
      ...[...answered.values()].map(({ person, details }) => person.says(details.name)),
    ]);
    const hanging = ({ calls }: Office['simulator']) =>
      calls.filter(({ fault }) => fault === 'timeout').length === 2 * moments.length;
    await simulator.waitFor(hanging, patience);
    await killAndRestart();
  });

  test.each(moments)('%s it showed an answer: she sees it once, and the form goes on', async (when) => {
    const hanako = answered.get(when);
    await hanako?.hears('求職番号を教えてください');
    expect(await hanako?.says(hanako.details.jobNumber)).toContain('電話番号を教えてください');
    expect(hanako?.timesSeen('求職番号を教えてください')).toBe(1);
  });

  test.each(moments)('%s it showed a confirmation: she sees it once', async (when) => {
    const momoko = confirmed.get(when);
    await momoko?.hears('予約が確定しました');
    expect(await momoko?.says('予約を見る')).toContain('予約は確定しています');
    expect(momoko?.timesSeen('予約が確定しました')).toBe(1);
  });
});

test('down for days: each reminder that became due meanwhile comes, once', async () => {
  const hanako = await office.guest();
  const wish = on(5, '10:00');
  await book(hanako, wish, office);
  await office.kill();
  // It comes back on the morning of the day, twenty minutes before the start.
  office.simulator.clock.moveTo(`${wish.day}T09:40:00+09:00`);
  await office.restart();
  await hanako.hears('まもなく相談の時間です');
  await hanako.says('メニュー');
  expect(hanako.timesSeen('まもなく相談の時間です')).toBe(1);
  expect(hanako.timesSeen('もうすぐ相談の日です')).toBeLessThanOrEqual(1);
});
