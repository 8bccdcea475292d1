// The morning in a chat of the staff, and its pushes: the first word brings the day, once; 9:10 brings it where something is due.
import { addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { addDays, asDateColumn, dayOf, instant, weekday } from '../../src/core/jst.ts';
import { enrol } from '../../src/records/admin-chats.ts';
import { waitForStaff } from '../../src/records/waiting-for-staff.ts';
import { mornings } from '../../src/timers/morning.ts';
import { putBooking } from '../conversation/bookings-of.ts';
import { type Counter, openCounter, textOf, type Visitor } from '../conversation/counter.ts';

let counter: Counter;
let group: Visitor;
let phone: Visitor;
let hanako: Visitor;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());
beforeEach(async () => {
  const { prisma, clock } = counter;
  await prisma.undelivered.deleteMany();
  await prisma.bookingStep.deleteMany();
  await prisma.booking.deleteMany();
  await prisma.adminChat.deleteMany();
  const id = uuidv7();
  group = counter.visitor(`C-${id}`, 'group', 'U-clerk-1');
  phone = counter.visitor(`U-${id}`, 'person', `U-${id}`);
  hanako = counter.visitor(`U-h-${id}`);
  for (const { chatId } of [group, phone]) await prisma.$transaction((tx) => enrol(tx, chatId, clock.now()));
  await hanako.follows();
  await nextMorning('08:30');
});

const nextMorning = (time: string) =>
  counter.clock.moveTo(instant(businessDayAfter(dayOf(counter.clock.now()), counter.office, []), time));
const moveTo = (time: string) => counter.clock.moveTo(instant(dayOf(counter.clock.now()), time));
const pushes = () => counter.prisma.$transaction((tx) => mornings(tx, counter.clock.now(), counter.services));
/** One person has one open booking. */
const somebody = async () => {
  const visitor = counter.visitor(`U-${uuidv7()}`);
  await visitor.follows();
  return visitor;
};
const waits = async (chat: Visitor, about = 'withdrawn') => {
  const booking = await putBooking(counter, await somebody(), 3 * 24 * 60);
  await counter.prisma.$transaction((tx) =>
    waitForStaff(tx, { chatId: chat.chatId, about, booking: booking.id }, counter.clock.now()),
  );
};

describe('the first word from 8:30 on', () => {
  test('is answered with one card: the day, what came overnight and what is open', async () => {
    await putBooking(counter, hanako, 90);
    await putBooking(counter, hanako, -3 * 24 * 60, { state: 'unrecorded' });
    await putBooking(counter, await somebody(), 5 * 24 * 60, { state: 'requested' });
    await waits(group);
    await group.news();
    await counter.hear(group.event({ type: 'text', text: 'おはようございます' }));
    const [answer, ...more] = await group.news();
    expect(more).toEqual([]);
    expect(answer?.messages).toHaveLength(1);
    const text = textOf(answer ? [answer] : []);
    for (const part of [
      ...[
        '相談 1件',
        '申し込みの取り下げがありました',
        '承認待ち 1件',
        '期限すぎ 1件',
        '未記録 1件',
        '未記録・3日前',
      ],
    ])
      expect(text).toContain(part);
  });

  test.each(['おはよう', 'お昼どうする?'])(
    'is 「%s」, and comes once a day, in each chat for itself',
    async (word) => {
      expect(await group.says(word)).toContain('今日の相談はありません');
      expect(await group.says('もう一度')).toBe('');
      expect(await phone.says(word)).toContain('今日の相談はありません');
      await nextMorning('08:45');
      expect(await group.says(word)).toContain('今日の相談はありません');
    },
  );

  test.each(['おはよう', '今日もよろしくお願いします'])(
    'in a one-to-one chat is answered with the day alone: 「%s」; a command with both',
    async (word) => {
      const heard = await phone.says(word);
      expect(heard).toContain('今日の相談はありません');
      expect(heard).not.toContain('読み取れません');
      expect(await phone.says(word)).toContain('読み取れません');
      await nextMorning('08:45');
      const both = await phone.says('承認待ち');
      expect(both).toContain('今日の相談はありません');
      expect(both).toContain('承認待ちの申し込みはありません');
    },
  );

  test('is none before 8:30, nor on a day on which the office is closed', async () => {
    await nextMorning('08:29');
    expect(await group.says('おはよう')).toBe('');
    const day = dayOf(counter.clock.now());
    const saturday = addDays(day, 6 - weekday(day));
    await counter.clock.moveTo(instant(saturday, '10:00'));
    expect(await group.says('おはよう')).toBe('');
  });

  test('is nothing for a chat that was enrolled since', async () => {
    await moveTo('09:00');
    await counter.prisma.$transaction((tx) => enrol(tx, group.chatId, counter.clock.now()));
    expect(await group.says('おはよう')).toBe('');
  });
});

describe('at 9:10', () => {
  test('nothing is pushed where nothing is due, and the first word later brings the day', async () => {
    await putBooking(counter, hanako, 90);
    await moveTo('09:10');
    expect(await pushes()).toEqual([]);
    expect(await group.says('おはよう')).toContain('相談 1件');
  });

  test('the day is pushed where a closure hits a consultation of today', async () => {
    const { startsAt } = await putBooking(counter, hanako, 300);
    const day = asDateColumn(dayOf(startsAt));
    await counter.prisma.closure.create({
      data: { day, from: '12:00', until: '17:00', createdAt: startsAt },
    });
    await moveTo('09:10');
    const [push] = await pushes();
    await counter.prisma.closure.deleteMany();
    expect(push?.to).toBe(group.chatId);
    expect(JSON.stringify(push?.messages)).toContain('休業に当たる');
  });

  test('the day is pushed once where something is due and nobody has written', async () => {
    await waits(group);
    await moveTo('09:10');
    expect((await pushes()).map(({ to }) => to)).toEqual([group.chatId]);
    expect(await pushes()).toEqual([]);
    expect(await group.says('おはよう')).toBe('');
  });

  test('nothing is pushed where somebody wrote, where pushes are off, or at a weekend', async () => {
    await waits(group);
    await waits(phone);
    await group.says('おはよう');
    await phone.says('通知 切');
    await moveTo('09:10');
    expect(await pushes()).toEqual([]);
    await nextMorning('09:10');
    await waits(phone);
    expect(await pushes()).toEqual([]);
  });
});

describe('通知 切', () => {
  test('lets everything wait in this chat alone, and says when nobody is alerted any more', async () => {
    await moveTo('10:05');
    await group.says('おはよう');
    await phone.says('おはよう');
    expect(await group.says('通知 切')).not.toContain('どなたにも届きません');
    await putBooking(counter, hanako, 5);
    const before = [await counter.sentTo(group.chatId), await counter.sentTo(phone.chatId)].map(
      (all) => all.length,
    );
    expect(await hanako.says('入れない')).toContain('職員に伝えました');
    expect((await counter.sentTo(group.chatId)).length).toBe(before[0]);
    expect((await counter.sentTo(phone.chatId)).length).toBe((before[1] ?? 0) + 1);
    expect(await group.says('はい')).toContain('Zoomに入れない方がいます');
    expect(await phone.says('通知切')).toContain('どなたにも届きません');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 3));
    expect(await hanako.says('音が聞こえない')).not.toContain('職員に伝えました');
    expect(await group.says('通知　入')).toContain('通知を入れました');
  });

  test('is talk with anything beside it', async () => {
    await moveTo('10:05');
    await group.says('おはよう');
    for (const text of ['通知', '通知が切れてた', '通知 切?', '通知 入れといて'])
      expect(await group.says(text)).toBe('');
  });
});
