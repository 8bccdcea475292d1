// 休業 一覧 and 休業 解除: staff see what is closed, and lift it.
import { describe, expect, test } from 'vitest';
import { addDays, asDateColumn, asDay, dayOf } from '../../src/core/jst.ts';
import { dayText } from '../../src/messages/ja/dates.ts';
import { ahead, clerk, counter, later, openWithClosures, other, written } from './closing.ts';

openWithClosures();

describe('休業 一覧', () => {
  test('lists what comes, each line with the way to lift it', async () => {
    const [first, second] = [ahead(3), ahead(8)];
    for (const line of [`${written(second)} 研修`, `${written(first)} 午前`]) {
      await clerk.says(`休業 ${line}`);
      await clerk.presses('休業にする');
    }
    const list = await clerk.says('休業 一覧');
    expect(list).toContain('休業 2件');
    expect(list.indexOf(dayText(first))).toBeLessThan(list.indexOf(dayText(second)));
    expect(await clerk.presses(`${dayText(second)} 終日`)).toContain('職員1さん');
    expect(await clerk.presses('解除する')).toContain('休業を解除しました(職員1さん)');
    expect(await clerk.says('休業 一覧')).toContain('休業 1件');
    const lifted = await counter.prisma.closure.findFirstOrThrow({ where: { liftedAt: { not: null } } });
    expect(lifted.liftedById).not.toBeNull();
  });

  test('is empty in one sentence with the form that closes, and goes on with つづき', async () => {
    expect(await clerk.says('休業 一覧')).toContain('これからの休業は、ありません');
    for (let n = 0; n < 13; n += 1)
      await counter.prisma.closure.create({
        data: { day: asDateColumn(ahead(n + 1)), createdAt: counter.clock.now() },
      });
    expect(await clerk.says('休業 一覧')).toContain('休業 13件');
    expect(await clerk.presses('つづき')).not.toContain('[つづき]');
  });
});

describe('休業 解除', () => {
  test('with several on one day asks which', async () => {
    const day = ahead();
    for (const part of ['午前', '14:00-']) {
      await clerk.says(`休業 ${written(day)} ${part}`);
      await clerk.presses('休業にする');
      await later();
    }
    const card = await clerk.says(`休業 解除 ${written(day)}`);
    expect(card).toContain('解除する行を選んでください');
    expect(await clerk.presses(`${dayText(day)} 14:00～17:00`)).toContain('休業を解除しました');
    expect(await clerk.says(written(day))).toContain('休業 午前');
  });

  test('of a day without one, or of a past one, says so', async () => {
    expect(await clerk.says(`休業 解除 ${written(ahead())}`)).toContain('登録されていません');
    const past = addDays(dayOf(counter.clock.now()), -3);
    expect(await clerk.says(`休業 解除 ${written(past)}`)).toContain('もう過ぎています');
  });

  test('pressed again tells who did it and when; the day can be closed anew', async () => {
    const day = ahead();
    await clerk.says(`休業 ${written(day)}`);
    await clerk.presses('休業にする');
    const revoke = await clerk.tapOf('取り消す');
    await other.says(`休業 解除 ${written(day)}`);
    expect(await clerk.taps(revoke)).toMatch(/職員2さんが\d+:\d\dに解除済みです/);
    await later();
    await clerk.says(`休業 ${written(day)}`);
    expect(await clerk.presses('休業にする')).toContain('休業にしました');
  });
});

test('A forged button of a closure is an old one, or finds nothing', async () => {
  const tap = { event: 'closure.made', day: ahead(), part: 'all', counsellors: '0', reason: '', hits: 'x' };
  for (const part of ['16:00-14:00', '25:00-26:00', 'morning', ''])
    expect(await clerk.taps({ ...tap, part })).toContain('前のボタン');
  expect(await clerk.taps({ ...tap, reason: '研'.repeat(21) })).toContain('前のボタン');
  expect(await clerk.taps({ ...tap, day: asDay('2020-01-01') })).toContain('もう過ぎています');
  const closure = crypto.randomUUID();
  expect(await clerk.taps({ event: 'closure.lifted', closure })).toContain('記録にありません');
  const stranger = counter.visitor('U-stranger');
  await stranger.follows();
  await stranger.taps(tap);
  await stranger.says(`休業 ${written(ahead())}`);
  expect(await counter.prisma.closure.count()).toBe(0);
});
