// Staff close a day from their chat: shown with what it hits, and pressed. The people whose bookings it hits hear nothing.
import { describe, expect, test } from 'vitest';
import { addDays, asDateColumn, dayOf, weekday } from '../../src/core/jst.ts';
import { dayText } from '../../src/messages/ja/dates.ts';
import { ahead, clerk, counter, later, openWithClosures, other, someone, waits, written } from './closing.ts';

openWithClosures();

describe('休業 and a day', () => {
  test('shows what it hits, changes nothing before the press, and then tells who closed it', async () => {
    const day = ahead();
    await someone(day, '10:00', '髙橋 美穂');
    await someone(day, '14:00', '渡邉 由紀', waits());
    await someone(ahead(9), '10:00', '田中 良子');
    const card = await clerk.says(`休業 ${written(day)} 研修`);
    expect(card).toContain(`${dayText(day)} 終日を休業にしますか？`);
    expect(card).toContain('理由 研修');
    expect(card).toContain('当たる予約 1件');
    expect(card).toContain('申し込み 1件');
    expect(card).toMatch(/\[10:00 髙橋 美穂\] 確定/);
    expect(card).toMatch(/\[14:00 渡邉 由紀\] 承認待ち/);
    expect(card).not.toContain('田中');
    expect(await counter.prisma.closure.count()).toBe(0);
    const made = await clerk.presses('休業にする');
    expect(made).toContain('休業にしました(職員1さん)');
    expect(made).toContain('[取り消す]');
    expect(await clerk.presses('14:00 渡邉 由紀')).toContain('ご注意 休業に当たる');
    const [row] = await counter.prisma.closure.findMany();
    expect(Buffer.from(row?.reason ?? []).toString('utf8')).not.toContain('研修');
  });

  test('leaves it with やめる', async () => {
    const day = ahead();
    await clerk.says(`休業 ${written(day)}`);
    expect(await clerk.presses('やめる')).toBe(`${dayText(day)}は、そのままにしました。`);
    expect(await counter.prisma.closure.count()).toBe(0);
    const leave = await clerk.tapOf('やめる');
    await clerk.presses('休業にする');
    await later();
    expect(await clerk.taps(leave)).toContain('登録済みです');
  });

  test('with a part of it hits only what overlaps that', async () => {
    const day = ahead();
    await someone(day, '10:00', '髙橋 美穂');
    await someone(day, '15:00', '渡邉 由紀');
    const card = await clerk.says(`休業 ${written(day)} 午後`);
    expect(card).toContain(`${dayText(day)} 午後を休業にしますか？`);
    expect(card).toContain('渡邉');
    expect(card).not.toContain('髙橋');
    expect(await clerk.presses('休業にする')).toContain('午後(12:00～17:00)');
  });

  test('shows the card again when what it hits has changed before the press', async () => {
    const day = ahead();
    await clerk.says(`休業 ${written(day)}`);
    const stale = await clerk.tapOf('休業にする');
    await someone(day, '10:00', '髙橋 美穂');
    const again = await clerk.taps(stale);
    expect(again).toContain('先ほどから変わりました');
    expect(again).toContain('髙橋 美穂');
    expect(await counter.prisma.closure.count()).toBe(0);
    expect(await clerk.presses('休業にする')).toContain('休業にしました');
  });

  test('that is closed already says who did it and when, also to a card of before', async () => {
    const day = ahead();
    await clerk.says(`休業 ${written(day)} 研修`);
    await other.says(`休業 ${written(day)} 午後`);
    await clerk.presses('休業にする');
    for (const said of [await other.presses('休業にする'), await other.says(`休業 ${written(day)}`)]) {
      expect(said).toMatch(/職員1さんが\d+:\d\dに登録済みです/);
      expect(said).toContain('研修');
    }
    expect(await counter.prisma.closure.count()).toBe(1);
  });

  test('that a program of before closed, without a name, is known as closed', async () => {
    const day = ahead();
    await counter.prisma.closure.create({
      data: { day: asDateColumn(day), createdAt: counter.clock.now() },
    });
    expect(await clerk.says(`休業 ${written(day)}`)).toMatch(/職員が\d+:\d\dに登録済みです/);
    expect(await clerk.says('休業 一覧')).toContain(`${dayText(day)} 終日`);
    expect(await clerk.says(`休業 解除 ${written(day)}`)).toContain('休業を解除しました(職員1さん)');
  });

  test('that is past, a weekend, a holiday or within the New Year holidays is closed anyway', async () => {
    const today = dayOf(counter.clock.now());
    const saturday = addDays(today, (6 - weekday(today) + 7) % 7 || 7);
    expect(await clerk.says(`休業 ${written(addDays(today, -2))}`)).toContain('もう過ぎています');
    expect(await clerk.says(`休業 ${saturday.replaceAll('-', '/')}`)).toContain('もともと休みです');
    for (const [typed, because] of [
      ['2027/3/22', '「春分の日 振替休日」で、もともと休みです'],
      ['2027年12月30日', '年末年始で、もともと休みです'],
      ['2028/1/3', '年末年始で、もともと休みです'],
    ])
      expect(await clerk.says(`休業 ${typed}`)).toContain(because);
    expect(await clerk.says(`休業 ${written(today)} 9時まで`)).toContain('もともと開いていません');
    expect(await clerk.says(`休業 ${written(today)} 10:00まで`)).toContain('もう過ぎています');
  });

  test('that cannot be read is shown the right form, and talk is left alone', async () => {
    expect(await clerk.says('休業 13/40')).toContain('休業 12/3 午後 研修');
    expect(await clerk.says('休業 解除 12/40')).toContain('休業 解除 12/3');
    expect(await clerk.says(`休業 ${written(ahead())} ${'研'.repeat(21)}`)).toContain('20文字まで');
    for (const talk of ['休業はいつ?', '休業明けに連絡します', '明日は1人です'])
      expect(await clerk.says(talk)).toBe('');
  });

  test('with twenty characters as its reason fits on its button, whatever they are', async () => {
    const day = ahead();
    await clerk.says(`休業 ${written(day)} 14:00-16:00 ${'研'.repeat(20)}`);
    expect(new URLSearchParams(await clerk.tapOf('休業にする')).toString().length).toBeLessThanOrEqual(300);
    expect(await clerk.presses('休業にする')).toContain('研'.repeat(20));
  });

  test('with more bookings than a card has lines says how many more there are', async () => {
    const day = ahead();
    for (let n = 0; n < 13; n += 1) await someone(day, '10:00', `花子${n}`);
    const card = await clerk.says(`休業 ${written(day)}`);
    expect(card).toContain('当たる予約 13件');
    expect(card.match(/花子/g)).toHaveLength(12);
    expect(card).toContain('ほかに1件あります');
    expect(await clerk.presses(`${dayText(day)}の相談`)).toContain('相談 13件');
  });
});
