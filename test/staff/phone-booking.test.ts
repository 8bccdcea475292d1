// 電話予約: a slot is held in the group, and the booking is entered on a page.
import { addMinutes } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, type Day, dayOf, instant } from '../../src/core/jst.ts';
import { dayText } from '../../src/messages/ja/dates.ts';
import { timerWorker } from '../../src/timers/timer-worker.ts';
import { type Counter, openCounter } from '../conversation/counter.ts';
import { openPhoneDesk, type PhoneDesk } from './phone-desk.ts';

let counter: Counter;
let desk: PhoneDesk;
beforeAll(async () => {
  counter = await openCounter();
  desk = await openPhoneDesk(counter);
  counter.database.queue.work('timers', { batchSize: 50 }, timerWorker(counter));
});
afterAll(async () => {
  desk.close();
  await counter.close();
});
beforeEach(async () => {
  await desk.clear();
  await desk.later();
});

const withoutWeekday = (day: Day) => dayText(day).replace(/\(.\)$/, '');
const bookings = () => counter.prisma.booking.findMany();
const stored = async () => (await bookings())[0];

describe('in the group', () => {
  test('電話予約 brings the first free times as buttons, with more behind ほか, and one press holds one', async () => {
    const shown = await desk.first.says('電話予約');
    const [, time = ''] = /\[(\d+\/\d+\(.\) \d+:\d\d)\]/.exec(shown) ?? [];
    expect(shown.match(/\[\d+\/\d+\(.\) \d+:\d\d\]/g)).toHaveLength(4);
    expect(await desk.first.presses('ほか')).not.toContain(time);
    expect(await desk.first.presses(time)).toContain('おさえました');
    expect(await desk.holds()).toHaveLength(1);
  });

  test('a held slot stands in the day’s list as 電話中, and is taken for whoever asks in LINE', async () => {
    await desk.hold(desk.line());
    expect(await desk.second.says(desk.on(0))).toContain('電話中 10:00');
    const [hold] = await desk.holds();
    expect(hold?.startsAt.toISOString()).toBe(instant(desk.day, '10:00').toISOString());
    await desk.later();
    const again = await desk.second.says(`電話予約 ${withoutWeekday(desk.day)} 午前10時`);
    const counsellors = counter.office.consultation.counsellors;
    expect(again).toContain(counsellors > 1 ? 'おさえました' : 'ほかの職員が電話中');
  });

  test('おさえるのをやめる sets it free at once', async () => {
    await desk.hold(desk.line());
    expect(await desk.second.presses('おさえるのをやめる')).toContain('また空きになります');
    expect(await desk.holds()).toEqual([]);
  });

  test('what was held and not entered is free again after a quarter of an hour, by its own timer, in silence', async () => {
    const page = await desk.hold(desk.line());
    const [hold] = await desk.holds();
    await desk.first.news();
    await counter.clock.moveTo(hold?.until ?? new Date());
    await expect.poll(desk.holds, { timeout: 20_000 }).toEqual([]);
    expect(await desk.first.news()).toEqual([]);
    expect((await desk.save(page)).html).toContain('15分が過ぎました');
    expect(await bookings()).toEqual([]);
  });

  test.each([
    ['a Saturday', 2, '10:00', '休みの日'],
    ['a time that is no start', 0, '10:07', '相談を始められない時間'],
    ['a day of which nobody can have anything yet', 56, '10:00', /まだ受付が始まっていません|休みの日/],
    ['no time', 0, 'あさ', '読み取れませんでした'],
  ])('%s is answered in one sentence with the reason', async (_, days, time, because) => {
    expect(await desk.first.says(`電話予約 ${desk.on(days)} ${time}`)).toMatch(because);
    expect(await desk.holds()).toEqual([]);
  });

  test('without PUBLIC_URL one line says so, and nothing is held', async () => {
    const { services } = counter;
    const { publicUrl } = services;
    services.publicUrl = undefined;
    expect(await desk.first.says(desk.line())).toContain('PUBLIC_URLの設定');
    services.publicUrl = publicUrl;
    expect(await desk.holds()).toEqual([]);
  });

  test.each(['電話予約が入りました', '電話予約 ありがとうございました', '電話予約？'])(
    '%s is talk',
    async (line) => {
      expect(await desk.first.says(line)).toBe('');
    },
  );
});

describe('the page', () => {
  test('shows nothing before a press, and what is entered becomes a request with its card in the group', async () => {
    const page = await desk.hold(desk.line());
    const before = await (await fetch(page)).text();
    expect(before).not.toContain('氏名');
    const { html } = await desk.send(page);
    for (const label of ['氏名', '電話番号', '求職番号', '規約と個人情報の扱いを説明した', '今読み上げる'])
      expect(html).toContain(label);
    expect(html).not.toContain('締め切り');
    await desk.first.news();
    const saved = await desk.save(page);
    expect(saved.html).toContain('登録しました');
    const booking = await stored();
    expect(booking).toMatchObject({
      state: 'requested',
      source: 'phone',
      numbersBy: 'callBack',
      overrideReason: null,
    });
    const [card] = await desk.first.news();
    const text = JSON.stringify(card?.messages);
    for (const part of ['電話予約', '佐藤 花子', 'なし(お電話でお知らせします)', '折り返す', '確定する'])
      expect(text).toContain(part);
    expect(text).not.toContain('090-1111-2222');
    expect(await desk.holds()).toEqual([]);
    expect(await counter.prisma.consent.findMany()).toMatchObject([{ channel: 'phone' }]);
    const person = await counter.prisma.person.findFirstOrThrow();
    expect(person).toMatchObject({ chatId: null, eligibleAt: expect.any(Date) });
    const steps = await counter.prisma.bookingStep.findMany();
    expect(steps).toMatchObject([{ event: 'request', actor: 'staff', chatId: 'C1' }]);
  });

  test('a double press makes one booking, and of two clerks on one page the second is told', async () => {
    const page = await desk.hold(desk.line());
    const both = await Promise.all([desk.save(page), desk.save(page, { name: '鈴木 太郎' })]);
    const texts = both.map(({ html }) => html);
    expect(texts.filter((html) => html.includes('<p>登録しました。</p>'))).toHaveLength(1);
    expect(texts.filter((html) => html.includes('登録ずみです。'))).toHaveLength(1);
    expect(await bookings()).toHaveLength(1);
    expect((await desk.send(page)).html).toContain('登録ずみです。');
  });

  test('says beside each field what is wrong, keeps what was typed, and saves nothing', async () => {
    const page = await desk.hold(desk.line());
    const { html } = await desk.send(page, { act: 'save', name: '佐藤 "花子', phone: '454-1910' });
    expect(html).toContain('入力を確かめてください');
    expect(html).toContain('value="佐藤 &quot;花子"');
    for (const said of [
      '市外局番から',
      '「わからない」に印を',
      '説明してから',
      '確認してから',
      'どれかを選んで',
    ])
      expect(html).toContain(said);
    expect(await bookings()).toEqual([]);
    expect(await desk.holds()).toHaveLength(1);
  });

  test('求職番号 may be unknown', async () => {
    const page = await desk.hold(desk.line());
    await desk.save(page, { jobNumber: '', jobNumberUnknown: 'yes' });
    expect(await bookings()).toHaveLength(1);
    expect(await counter.prisma.person.findFirst()).toMatchObject({ jobNumber: null });
  });

  test('after its quarter of an hour it is gone, and nothing can be saved', async () => {
    const page = await desk.hold(desk.line());
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 15));
    const late = await desk.save(page);
    expect(late.status).toBe(404);
    expect(late.html).toContain('15分が過ぎました');
    expect(await bookings()).toEqual([]);
  });

  test('of today a reason has to be picked, and is kept', async () => {
    const { clock } = counter;
    const today = dayOf(clock.now());
    const page = await desk.hold(`電話予約 ${today} 15:00`.replaceAll('-', '/'));
    expect((await desk.send(page)).html).toContain('締め切りのあとに受ける理由');
    expect((await desk.save(page)).html).toContain('入力を確かめてください');
    await desk.save(page, { reason: 'urgent' });
    const booking = await stored();
    expect(booking).toMatchObject({ overrideReason: 'urgent' });
    expect(await desk.first.taps({ event: 'card.asked', booking: booking?.id ?? '' })).toContain(
      'お急ぎのご事情',
    );
  });
});

describe('somebody with the same number', () => {
  test('is shown with LINE and the last booking, has to be chosen or not, and may have one open booking (R-15)', async () => {
    const one = await desk.hold(desk.line());
    await desk.save(one);
    const first = await stored();
    await desk.later();
    const page = await desk.hold(desk.line(1));
    const checked = await desk.send(page, { act: 'check', phone: '０９０ー１１１１ー２２２２' });
    expect(checked.html).toContain(`同じ方の予約にする(佐藤 花子、LINEなし、予約 ${dayText(desk.day)})`);
    const data = { suspendedReason: 'noShows' };
    await counter.prisma.person.update({ where: { id: first?.personId ?? '' }, data });
    expect((await desk.save(page)).html).toContain('利用見合わせ中)');
    expect((await desk.save(page)).html).toContain('同じ方か、別の方かを選んでください');
    const refused = await desk.save(page, { who: first?.personId ?? '' });
    expect(refused.html).toContain('この方には、別の予約があります');
    expect(await bookings()).toHaveLength(1);
    await desk.save(page, { who: 'other' });
    expect(new Set((await bookings()).map(({ personId }) => personId)).size).toBe(2);
  });

  test('with LINE gets the booking there, and needs no other way to the numbers', async () => {
    const hanako = counter.visitor('U-with-line');
    await hanako.follows();
    const known = await desk.hold(desk.line());
    await desk.save(known);
    const { personId = '', id = '' } = (await stored()) ?? {};
    await counter.prisma.person.deleteMany({ where: { chatId: 'U-with-line' } });
    await counter.prisma.person.update({ where: { id: personId }, data: { chatId: 'U-with-line' } });
    await counter.prisma.booking.update({ where: { id }, data: { state: 'done' } });
    await desk.later();
    const page = await desk.hold(desk.line(1));
    const saved = await desk.save(page, { who: personId, numbersBy: '' });
    expect(saved.html).toContain('登録しました');
    const both = await bookings();
    expect(both.map((one) => one.personId)).toEqual([personId, personId]);
    expect(await hanako.says('予約を見る')).toContain(withoutWeekday(addDays(desk.day, 1)));
  });

  test('nobody has it: that is said', async () => {
    const page = await desk.hold(desk.line());
    expect((await desk.send(page, { act: 'check', phone: '090-3333-4444' })).html).toContain(
      '同じ番号の方は、いません',
    );
  });
});
