// A ban on calls belongs to the person: every card, notice and sentence about any other booking of that person follows it.
import { describe, expect, test } from 'vitest';
import { askOf, detachBookings } from '../../src/records/forget.ts';
import { aFew } from '../helpers/runs.ts';
import { asksForCall, isToldNotTo, promisesCall, says } from './ban-on-calls.ts';
import { counter, hanako, hasBooking, minutesLater, openWithStaff, staffHear, steps } from './with-staff.ts';

openWithStaff();

const week = 7 * 24 * 60;
const cardOf = async (booking: { id: string }): Promise<string> => {
  await staffHear();
  const clerk = counter.visitor('C1', 'group', 'U-clerk');
  return clerk.taps({ event: 'card.asked', booking: booking.id });
};

const ends = ({ id }: { id: string }, state: 'done' | 'cancelled' = 'done') =>
  counter.prisma.booking.update({ where: { id }, data: { state } });

describe('said while one consultation runs and the next one is booked', () => {
  test.each(
    aFew([
      '夫がいるので電話しないでください',
      '電話はかけないでください',
      'いまも、これからも電話はやめてください',
      '次の予約の日、電話に出られません',
    ]),
  )(
    '「%s」 holds for the next one: on its card, in the trouble at its hour and in its answers',
    async (text) => {
      await hasBooking(-10, { state: 'inProgress' });
      const next = await hasBooking(week);
      await says(text);
      expect(await cardOf(next)).toMatch(isToldNotTo);
      expect(await hanako.says('予約を見る')).not.toMatch(/行けないときは、お電話|お電話に出られるよう/);
      await minutesLater(week + 2);
      const [hers, staff] = await says('つながりません');
      expect(staff).toMatch(isToldNotTo);
      expect(staff).not.toMatch(asksForCall);
      expect(hers).not.toMatch(promisesCall);
      await hanako.taps({ event: 'trouble.told', booking: next.id });
      expect(await staffHear()).not.toMatch(asksForCall);
    },
  );
});

describe('said about a booking that is cancelled', () => {
  const banned = async () => {
    const old = await hasBooking(3 * 24 * 60);
    await says('夫に知られたくないので、電話しないでください');
    await ends(old, 'cancelled');
    await minutesLater(1);
    return old;
  };

  test.each(['requested', 'confirmed'] as const)(
    'it holds for another one that is %s: on its card and where its contact is looked up',
    async (state) => {
      await banned();
      const other = await hasBooking(2 * 24 * 60, { state });
      expect(await cardOf(other)).toMatch(isToldNotTo);
      const clerk = counter.visitor('C1', 'group', 'U-clerk');
      expect(await clerk.taps({ event: 'contact.asked', booking: other.id })).toMatch(isToldNotTo);
      const absence = await hanako.says('行けません');
      expect(absence).not.toMatch(/お電話もお願い|行けないときは、お電話/);
    },
  );

  test('said of the other one again it is kept with that one, too', async () => {
    await banned();
    const other = await hasBooking(2 * 24 * 60);
    const [hers] = await says('電話しないでください');
    expect(hers).toContain('お電話をひかえてほしいこと');
    expect(hers).not.toContain('お電話してもよい');
    expect(await steps(other.id)).toEqual(['noPhone']);
  });

  test('it ends where the person lifts it, and where a call is asked for, whichever booking that is said of', async () => {
    const old = await banned();
    const other = await hasBooking(2 * 24 * 60);
    const [hers, staff] = await says('もう電話していいです');
    expect(hers).toContain('お電話してもよいことを、職員に伝えました');
    expect(staff).not.toMatch(isToldNotTo);
    expect(await cardOf(other)).not.toMatch(isToldNotTo);
    expect(await cardOf(old)).not.toMatch(isToldNotTo);
    await minutesLater(1);
    await says('電話しないでください');
    await minutesLater(2 * 24 * 60);
    expect((await says('やっぱり電話ください'))[1]).toContain('お電話をご希望の方がいます');
    expect(await cardOf(old)).not.toMatch(isToldNotTo);
  });
});

test('a call that was asked for at one consultation is asked for anew at the next one', async () => {
  const first = await hasBooking(-3);
  expect((await says('電話ください'))[1]).toContain('お電話をご希望の方がいます');
  await minutesLater(60);
  await ends(first);
  const next = await hasBooking(-3);
  const [hers, staff] = await says('電話ください');
  expect(staff).toContain('お電話をご希望の方がいます');
  expect(hers).toMatch(promisesCall);
  expect(await steps(next.id)).toEqual(['callMe']);
});

test('what another booking says of calls is no sign of life at the hour of this one', async () => {
  const other = await hasBooking(3 * 24 * 60);
  await says('電話しないでください');
  await ends(other, 'cancelled');
  await minutesLater(30);
  const now = await hasBooking(-12);
  const [hers] = await says('こんにちは');
  expect(hers).toContain('10分');
  expect(await steps(now.id)).toEqual(['contact']);
});

test('among the bookings of those who were forgotten nobody is taken for somebody else', async () => {
  const one = await hasBooking(week);
  await says('電話しないでください');
  await ends(one);
  const two = await hasBooking(week + 60);
  await ends(two);
  await counter.prisma.$transaction((tx) => detachBookings(askOf(tx), [one.id, two.id]));
  expect(await cardOf(two)).not.toMatch(isToldNotTo);
});
