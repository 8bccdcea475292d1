// What LINE brings late: it reaches staff with the time at which it was sent, as what it is by then.
import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { receiptOf, slotOf } from '../../src/booking/shown.ts';
import type { Booking } from '../../src/db/generated/client.ts';
import { slotLines } from '../../src/messages/ja/dates.ts';
import { takeStep } from '../../src/records/booking-steps.ts';
import { closeBooking } from '../../src/timers/close-booking.ts';
import { nextWord, openLine, pushedWhile, timeSince, waitingCard, waitingLine } from './next-word.ts';
import {
  counter,
  delivered,
  hanako,
  hasBooking,
  openWithStaff,
  staffHear,
  steps,
  sticker,
  type What,
  words,
} from './with-staff.ts';

openWithStaff();

const phone = '053-454-1910';
/** It is not pushed. */
const waits = 'waits';
const signOfLife = '相談の時間にメッセージがありました';

/** Word for word, as it is pushed. */
const cardOnceOver = (booking: Booking, { title, at }: { title: string; at: Date }): string =>
  [
    title,
    '相談の時間は、もう終わっています。',
    'お電話で、ごようすをうかがってください。',
    'LINEの遅れで、いま届きました。',
    `受付番号 ${receiptOf(booking)}`,
    `日時 ${slotLines(slotOf(booking))}`,
    '氏名 浜名 花子',
    `連絡の時刻 ${timeSince(counter, at)}`,
    '[連絡先を見る]',
  ].join('\n');

/** Whoever records what became of it reads there that its person was in touch. */
const unrecordedCard = (booking: Booking, at: Date): RegExp =>
  new RegExp(
    `^未記録\n氏名 浜名 花子\n[^]*受付番号 ${receiptOf(booking)}\n[^]*\n連絡 連絡あり ${timeSince(counter, at)}\n` +
      '[^]*\n\\[来室\\]\n\\[電話で実施\\]\n\\[連絡なし\\]\n\\[欠席\\(連絡あり\\)\\]\n\\[連絡先を見る\\]$',
  );

describe('held by LINE until the consultation is over', () => {
  test.each([
    ['「zoomはいれない」', words('zoomはいれない'), 'Zoomに入れない方がいます'],
    ['「はい」', words('はい'), waits],
    ['a sticker', sticker, waits],
    ['「行けません」', words('行けません'), '行けないようだと連絡がありました'],
    ['「遅れます」', words('遅れます'), '遅れると連絡がありました'],
    ['the button つながらない', 'trouble.told', 'Zoomに入れない方がいます'],
    ['the button 行けない', 'absence.told', '行けないと連絡がありました'],
  ] as [string, What | string, string][])(
    '%s still reaches staff with the time at which she sent it, and nothing asks her to enter',
    async (_, what, title) => {
      const booking = await hasBooking(-50);
      const { id, startsAt } = booking;
      const { prisma, clock } = counter;
      await prisma.$transaction((tx) => closeBooking(tx, id, { now: clock.now() }));
      const event: What =
        typeof what === 'string' ? { type: 'tap', tap: { event: what, booking: id } } : what;
      const sentAt = addMinutes(startsAt, 5);
      const pushed = await pushedWhile(counter, async () => {
        const answer = await delivered(event, sentAt);
        for (const part of ['もう終わりました', '届くのが遅れ', '職員に伝えました', phone])
          expect(answer).toContain(part);
        expect(answer).not.toMatch(/入室してください|お待ちください|10分/);
      });
      expect(pushed).toBe(title === waits ? '' : cardOnceOver(booking, { title, at: sentAt }));
      const line = waitingLine(counter, booking, { title: signOfLife, at: sentAt });
      expect(await nextWord(counter)).toBe(title === waits ? waitingCard(line) : '');
      if (title === waits)
        expect(await openLine(counter, signOfLife)).toMatch(unrecordedCard(booking, sentAt));
      const told = await prisma.bookingStep.findFirstOrThrow({ where: { bookingId: id, actor: 'person' } });
      expect(told.at).toEqual(sentAt);
    },
  );

  test('what she sends after the end, or about one that staff recorded before, is as ever', async () => {
    const { prisma, clock } = counter;
    const { id } = await hasBooking(-50);
    await prisma.$transaction((tx) => closeBooking(tx, id, { now: clock.now() }));
    expect(await hanako.says('もしもし')).toContain('読み取れませんでした');
    const recorded = await hasBooking(-20);
    const at = addMinutes(clock.now(), -10);
    await prisma.$transaction((tx) => takeStep(tx, recorded, 'phone', { actor: 'staff', at }));
    await delivered(words('もしもし'), 5);
    // Somebody on the phone is known to be there: it is kept, and told to nobody.
    expect([...(await steps(id)), ...(await steps(recorded.id))]).toEqual(['close', 'phone', 'active']);
    expect(await staffHear()).toBe('');
  });
});

test('Written an hour before and delivered at the hour, 行けません reaches staff too', async () => {
  await hasBooking(-3);
  const answer = await delivered(words('子どもが熱で行けません'), 60);
  expect(answer).toContain('お大事になさってください');
  expect(await staffHear()).toContain('行けないようだと連絡がありました');
});
