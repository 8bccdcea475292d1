// The process is killed while calls hang, and for days.
import { beforeAll, describe, expect, test } from 'vitest';
import { room } from './helpers/cast.ts';
import { patience } from './helpers/chat-driver.ts';
import { addRooms, book, cardOf, fillUpTo, request } from './helpers/form.ts';
import { killAndRestart, on } from './helpers/killing.ts';
import type { Guest, Office } from './helpers/office.ts';
import { office, openOffice } from './helpers/the-office.ts';

openOffice({ server: 'process', begins: 'now' });

describe('killed while calls to LINE hang', () => {
  /** By whether LINE had shown the message already. */
  const moments = ['before', 'after'] as const;
  const answered = new Map<string, Guest>();
  const confirmed = new Map<string, Guest>();

  beforeAll(async () => {
    const { simulator, staff } = office;
    await addRooms(office);
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
    for (const data of picks) await staff.suzuki.pressesData(data);
    // Whoever writes is told of the decision at once.
    await Promise.all([
      ...[...confirmed.values()].map(({ person }) => person.says('予約を見る')),
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

test('killed in the minute in which a decision can be taken back: it is told after the restart, once', async () => {
  const hanako = await office.guest();
  const number = await request(hanako, on(6, '10:00'));
  const { suzuki } = office.staff;
  await suzuki.presses('お断りする', { message: (await cardOf(number, office)).id });
  expect(await suzuki.presses('窓口でお受けする')).toContain('まだお知らせしていません');
  await killAndRestart();
  expect(hanako.timesSeen('お受けできませんでした')).toBe(0);
  await office.later(1);
  await hanako.hears('お受けできませんでした');
  await office.later(1);
  expect(hanako.timesSeen('お受けできませんでした')).toBe(1);
  expect(await suzuki.presses('取り消す')).toContain('もうご本人にお知らせした');
});

test('killed in that minute, and once more while it is being told: it is told once', async () => {
  const { simulator, staff } = office;
  const hanako = await office.guest();
  const number = await request(hanako, on(6, '11:00'));
  await staff.suzuki.presses('確定する', { message: (await cardOf(number, office)).id });
  expect(await staff.suzuki.presses(room.name)).toContain('まだお知らせしていません');
  simulator.faults.add({
    ...{ endpoint: 'push', chatId: hanako.person.userId, how: 'timeout', when: 'after', times: 1 },
  });
  await killAndRestart();
  expect(hanako.timesSeen('予約が確定しました')).toBe(0);
  await Promise.all([
    office.later(1),
    simulator.waitFor(() => simulator.faults.list().length === 0, patience),
  ]);
  await killAndRestart();
  expect(await hanako.hears('予約が確定しました')).toContain(room.shown);
  await hanako.says('予約を見る');
  expect(hanako.timesSeen('予約が確定しました')).toBe(1);
});

test('killed in that minute after it was taken back: it is never told', async () => {
  const hanako = await office.guest();
  const number = await request(hanako, on(6, '14:00'));
  const { suzuki, takahashi } = office.staff;
  await suzuki.presses('お断りする', { message: (await cardOf(number, office)).id });
  await suzuki.presses('窓口でお受けする');
  expect(await takahashi.presses('取り消す')).toContain('取り消しました');
  await killAndRestart();
  await office.later(2);
  expect(await hanako.says('予約を見る')).toContain('まだ確定していません');
  expect(hanako.timesSeen('お受けできませんでした')).toBe(0);
});

test('down for days: each reminder that became due meanwhile comes, once', async () => {
  const hanako = await office.guest();
  const wish = on(5, '10:00');
  await book(hanako, wish, office);
  await office.end('SIGKILL');
  // It comes back on the morning of the day, twenty minutes before the start.
  office.simulator.clock.moveTo(`${wish.day}T09:40:00+09:00`);
  await office.restart();
  await hanako.hears('まもなく相談の時間です');
  await hanako.says('メニュー');
  expect(hanako.timesSeen('まもなく相談の時間です')).toBe(1);
  expect(hanako.timesSeen('もうすぐ相談の日です')).toBeLessThanOrEqual(1);
});
