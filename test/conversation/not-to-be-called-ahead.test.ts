// A ban on calls that is told before the hour, or while a request waits, holds at the hour.
import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { shownText } from '../../src/messages/shown-text.ts';
import { decisionMessages } from '../../src/outbox/tell-decision.ts';
import { aFew } from '../helpers/runs.ts';
import { asksForCall, isToldNotTo, promisesCall, says } from './ban-on-calls.ts';
import { putBooking, stepsOf } from './bookings-of.ts';
import { counter, hanako, hasBooking, openWithStaff, staffHear } from './with-staff.ts';

openWithStaff();

describe('whoever must not be called is not asked to call either, nor to answer the phone', () => {
  const calls =
    /お電話もお願い|変更は、お電話で|行けないときは、お電話|LINEではキャンセルできません|お電話に出られるよう/;

  test.each([10, 60, 3 * 24 * 60])('%s minutes before the start', async (minutes) => {
    const { id } = await hasBooking(minutes);
    await says('電話しないでください');
    const hears = [await hanako.says('予約を見る'), await hanako.says('行けません')];
    const absence = await hanako.taps({ event: 'absence.told', booking: id });
    expect(absence).toContain('行けないことを、職員に伝えました');
    expect(absence).toContain('キャンセルになったときは、このトークでお知らせします');
    const staff = await staffHear();
    expect(staff).toContain('行けないと連絡がありました');
    expect(staff).not.toMatch(/お電話で承る|お電話でキャンセルを受けた/);
    hears.push(absence, await hanako.says('予約を見る'), await hanako.says('パスコード忘れました'));
    for (const heard of hears) expect(heard).not.toMatch(calls);
  });

  test('in what is told of a decision', async () => {
    const { id } = await putBooking(counter, hanako, 3 * 24 * 60, { state: 'requested' });
    await says('電話しないでください');
    const { database, services, clock } = counter;
    const booking = await counter.prisma.booking.findUniqueOrThrow({ where: { id } });
    const at = { ...services, sealer: database.sealer, now: clock.now() };
    const { messages } = await counter.prisma.$transaction((tx) =>
      decisionMessages({ event: 'confirm', reason: null }, booking, { ...at, tx }),
    );
    expect(shownText(messages)).toContain('行けないときは、下のボタンでお知らせください');
    expect(shownText(messages)).not.toMatch(calls);
  });
});

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

test('「電話は苦手です」 while a ban holds is no question about calls: staff know it', async () => {
  await hasBooking(3 * 24 * 60);
  await says('電話しないでください');
  expect((await says('電話に出られないことが多いです'))[0]).not.toContain('職員がお電話するのは');
});

test('Without a consultation 「電話しないで」 is told to nobody', async () => {
  expect((await says('電話しないでください'))[1]).toBe('');
});
