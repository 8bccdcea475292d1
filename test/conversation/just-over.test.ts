// When the time of a consultation is just over: what she writes of it gets a true answer, and staff hear what they can
// still act on.

import { describe, expect, test } from 'vitest';
import { takeStep } from '../../src/records/booking-steps.ts';
import { closeBooking } from '../../src/timers/close-booking.ts';
import { aFew, oneOfEach } from '../helpers/runs.ts';
import { putBooking, stepsOf } from './bookings-of.ts';
import { counter, hanako, openWithStaff, somebodyNew, staffHear } from './with-staff.ts';

openWithStaff();

/** 45 minutes long. */
async function endedAgo(minutes: number, isClosed = true) {
  const booking = await putBooking(counter, hanako, -45 - minutes);
  const { prisma, clock } = counter;
  if (isClosed) await prisma.$transaction((tx) => closeBooking(tx, booking.id, { now: clock.now() }));
  return booking;
}

describe.each([
  ['closed by the clock', true],
  ['not yet closed', false],
])('five minutes after its end, %s', (_, isClosed) => {
  test.each(
    oneOfEach(
      [
        ['行けませんでした', '行けないようだと連絡がありました'],
        ['子どもが熱で行けませんでした', '行けないようだと連絡がありました'],
        ['入れない', 'Zoomに入れない方がいます'],
        ['ずっと入れませんでした', 'Zoomに入れない方がいます'],
        ['つながらない', 'Zoomに入れない方がいます'],
        ['音が聞こえませんでした', '音や画面で困っている方'],
        ['だれも来ませんでした', 'Zoomで待っている方'],
        ['間に合わなかった', '行けないようだと連絡がありました'],
        ['寝過ごして間に合いませんでした', '行けないようだと連絡がありました'],
        ['すみません、すっかり忘れてました', '行けないようだと連絡がありました'],
        ['電話ください', 'お電話をご希望の方'],
        ['電話はしないでください', 'お電話をしないでほしい方'],
      ],
      ([, title]) => title,
    ),
  )('「%s」 is told to staff, and answered as what it is', async (text, title) => {
    await endedAgo(5, isClosed);
    const hers = await hanako.says(text);
    for (const part of ['もう終わりました', '職員に伝えました', '053-454-1910']) expect(hers).toContain(part);
    expect(hers).not.toMatch(
      /ありがとうございました|確定した相談がありません|届くのが遅れ|入室してください|楽しみ/,
    );
    const staff = await staffHear();
    expect(staff).toContain(title);
    expect(staff).toContain('もう終わっています');
  });

  test.each(['trouble.told', 'absence.told'] as const)('so is the button %s', async (event) => {
    const { id } = await endedAgo(5, isClosed);
    const hers = await hanako.taps({ event, booking: id });
    expect(hers).toContain('もう終わりました');
    expect(hers).not.toContain('届くのが遅れ');
    expect(await staffHear()).toContain('もう終わっています');
    expect(await stepsOf(counter, id)).toContain(event.split('.')[0]);
  });

  test.each(
    aFew([
      'ありがとうございました',
      '今から行きます',
      '遅れてすみませんでした',
      '入れました',
      'お礼を忘れてました',
    ]),
  )('「%s」 is as ever', async (text) => {
    await endedAgo(5, isClosed);
    await hanako.says(text);
    expect(await staffHear()).toBe('');
  });
});

test.each(['遅れてすみません', '遅くなって申し訳ありませんでした', 'すみませんでした'])(
  '「%s」 is answered like thanks, and told to nobody, whatever was recorded',
  async (text) => {
    const booking = await endedAgo(5, false);
    for (const state of ['unrecorded', 'done'] as const) {
      await counter.prisma.booking.update({ where: { id: booking.id }, data: { state } });
      expect(await hanako.says(text)).toContain('お気になさらないで');
    }
    expect(await staffHear()).toBe('');
  },
);

test('Before the hour of that day 「遅れてすみません」 is about what is to come; from somebody who is there it is none', async () => {
  await putBooking(counter, hanako, 90);
  expect(await hanako.says('遅れてすみません')).toContain('[遅れます]');
  for (const state of ['inProgress', 'byPhone'] as const) {
    await somebodyNew();
    await putBooking(counter, hanako, -5, { state });
    expect(await hanako.says('遅れてすみません')).toContain('お気になさらないで');
    expect(await staffHear()).not.toContain('遅れる');
  }
});

test.each([
  ['入れなかった', 'Zoomに入れない方がいます'],
  ['誰も来なかった', 'Zoomで待っている方'],
  ['間に合わなかった', '行けないようだと連絡がありました'],
])('An hour later 「%s」 is still told', async (text, title) => {
  await endedAgo(65);
  const hers = await hanako.says(text);
  expect(hers).toContain('職員に伝えました');
  expect(hers).not.toContain('ありがとうございました');
  expect(await staffHear()).toContain(title);
});

test('Two hours later, or once staff have recorded how it went, nobody is told', async () => {
  await endedAgo(120);
  await hanako.says('入れない');
  await somebodyNew();
  const booking = await putBooking(counter, hanako, -50);
  const { prisma, clock } = counter;
  await prisma.$transaction((tx) => takeStep(tx, booking, 'phone', { actor: 'staff', at: clock.now() }));
  await hanako.says('入れない');
  expect(await staffHear()).toBe('');
});
