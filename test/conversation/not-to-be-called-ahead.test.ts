// A ban on calls that is told before the hour, or while a request waits, holds at the hour.
import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { asksForCall, isToldNotTo, promisesCall, says } from './ban-on-calls.ts';
import { putBooking, stepsOf } from './bookings-of.ts';
import { counter, hanako, hasBooking, openWithStaff } from './with-staff.ts';

openWithStaff();

describe.each([60, 3 * 24 * 60])('%s minutes before the start', (minutes) => {
  test.each(
    aFew([
      '電話しないでください',
      '夫に知られたくないので電話はやめてください',
      '家に電話をかけないでほしいです',
      '夫の暴力が怖いので、電話はかけないでください',
    ]),
  )('「%s」 is kept for the hour', async (text) => {
    const { id } = await hasBooking(minutes);
    const [hers, staff] = await says(text);
    expect(hers).toContain('お電話をひかえてほしいことを、職員に伝えました');
    expect(staff).toMatch(isToldNotTo);
    expect(staff).not.toMatch(/夫|暴力/);
    expect((await stepsOf(counter, id)).filter((event) => event !== 'inNeed')).toEqual(['noPhone']);
    await counter.clock.moveTo(addMinutes(counter.clock.now(), minutes + 2));
    const [later, card] = await says('入れない');
    expect(card).toMatch(isToldNotTo);
    expect(card + later).not.toMatch(new RegExp(`${asksForCall.source}|${promisesCall.source}`));
  });

  test.each(
    aFew([
      '電話は苦手です',
      '電話しないとだめですか',
      '電話番号はいりませんか',
      '電話に出られないことが多いです',
    ]),
  )('「%s」 is told to nobody', async (text) => {
    await hasBooking(minutes);
    expect((await says(text))[1]).toBe('');
  });
});

describe.each(['requested', 'proposed'] as const)('while her request is %s', (state) => {
  const hasRequest = () => putBooking(counter, hanako, 3 * 24 * 60, { state });

  test.each(
    aFew(['電話しないでください', '夫がでるので電話しないで', '電話はやめて', '家には電話をかけないで']),
  )('「%s」 is told to staff, once', async (text) => {
    const { id } = await hasRequest();
    const [hers, staff] = await says(text);
    expect(hers).toContain('お電話をひかえてほしいことを、職員に伝えました');
    expect(hers).toContain('申し込みは、そのままです');
    expect(hers).not.toMatch(/読み取れません|予約は/);
    expect(staff).toMatch(isToldNotTo);
    expect(staff).not.toMatch(/もう終わって|夫/);
    expect((await says(text))[1]).toBe('');
    await counter.prisma.booking.update({ where: { id }, data: { state: 'confirmed' } });
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 3 * 24 * 60 + 2));
    expect((await says('入れない'))[1]).toMatch(isToldNotTo);
  });

  test('it ends when she may be called again', async () => {
    await hasRequest();
    expect((await says('電話OKです'))[1]).toBe('');
    await says('電話しないでください');
    const [hers, staff] = await says('もう電話していいです');
    expect(hers).toContain('お電話してもよいことを、職員に伝えました');
    expect(staff).toContain('お電話してもよいと連絡がありました');
  });

  test('in the middle of choosing another time', async () => {
    await hasRequest();
    await hanako.says('予約を見る');
    await hanako.presses('日時を選び直す');
    const [hers, staff] = await says('電話しないでください');
    expect(hers).toContain('お電話をひかえてほしいことを、職員に伝えました');
    expect(staff).toMatch(isToldNotTo);
  });
});

test('Without a consultation 「電話しないで」 is told to nobody', async () => {
  expect((await says('電話しないでください'))[1]).toBe('');
});
