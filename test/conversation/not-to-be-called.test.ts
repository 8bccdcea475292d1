// Somebody who must not be phoned, for whoever hears it is beside her: staff know it, and from then on nothing asks them
// to call and nothing promises her a call.
import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { asksForCall, isToldNotTo, promisesCall, says } from './ban-on-calls.ts';
import { stepsOf } from './bookings-of.ts';
import { counter, hanako, hasBooking, openWithStaff, staffHear } from './with-staff.ts';

openWithStaff();

describe.each([10, -3, -12])('%s minutes before the start', (minutes) => {
  test.each(
    aFew([
      '電話はかけないでください',
      'いま夫がいるから電話しないで',
      '電話でれません',
      '電話したくない',
      '夫が怖いので電話しないでください',
      '入れません。電話はしないでください',
      '行けません。電話もしないでほしいです',
    ]),
  )('「%s」 asks nobody to call', async (text) => {
    const { id } = await hasBooking(minutes);
    const [hers, staff] = await says(text);
    // Words of danger beside it head the card.
    expect(staff).toMatch(/お電話をしないでほしい方がいます|つらい状況を書いた方がいます/);
    expect(staff).toMatch(isToldNotTo);
    expect(staff).not.toMatch(asksForCall);
    expect(staff).not.toContain('夫');
    expect(hers).toContain('お電話をひかえてほしいことを、職員に伝えました');
    expect(hers).not.toMatch(promisesCall);
    expect(await stepsOf(counter, id)).toContain('noPhone');
  });

  test('what she tells later asks for no call either, nor does a button', async () => {
    await hasBooking(minutes);
    await says('電話しないで');
    for (const text of ['入れない', '音が出ない', 'だれもいない', '電話がつながりません', '行けません']) {
      const [hers, staff] = await says(text);
      expect(staff, text).not.toMatch(asksForCall);
      expect(hers, text).not.toMatch(promisesCall);
      if (staff !== '') expect(staff, text).toMatch(isToldNotTo);
    }
  });

  test('the button つながらない promises no call', async () => {
    const { id } = await hasBooking(minutes);
    await says('電話しないで');
    const hers = await hanako.taps({ event: 'trouble.told', booking: id });
    const staff = await staffHear();
    expect(staff).toContain('Zoomに入れない方がいます');
    expect(staff).toMatch(isToldNotTo);
    expect(staff).not.toMatch(asksForCall);
    expect(hers).toContain('Zoomに入れないことを、職員に伝えました');
    expect(hers).not.toMatch(promisesCall);
  });
});

describe('a ban that stands', () => {
  test.each([10, -2])('%s minutes before the start: said again it is answered once', async (minutes) => {
    await hasBooking(minutes);
    await says('電話しないで');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
    const [hers] = await says('電話しないで');
    expect(hers.split('お電話をひかえてほしいことは、職員に伝えてあります').length).toBe(2);
  });

  test.each([
    [-3, 'さっきの電話しないではなしで'],
    [10, 'やっぱり電話しないでは取り消します'],
    [3 * 24 * 60, '電話しないでって言ったの取り消します'],
  ])('%s minutes before the start: 「%s」 takes it back', async (minutes, text) => {
    await hasBooking(minutes);
    await says('電話しないで');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
    const [hers, staff] = await says(text);
    expect(hers).not.toContain('ひかえてほしい');
    expect(hers).toContain('お電話してもよいことを、職員に伝えました');
    expect(staff).not.toMatch(isToldNotTo);
  });
});

describe('a ban on calls is never one message too many', () => {
  test.each([
    [['入れない', '遅れます'], -3],
    [['電話して', '音が出ない'], -3],
    [['入れない', '遅れます', '待機中です', '入れました', 'やっぱり入れない', '行けません'], 5],
  ])('after %j', async (texts, minutes) => {
    await hasBooking(minutes);
    for (const text of texts) await says(text);
    const [hers, staff] = await says('夫が帰ってきたので電話しないで');
    expect(hers).toContain('お電話をひかえてほしいことを、職員に伝えました');
    expect(staff).toMatch(isToldNotTo);
    expect((await counter.sentTo('C1')).at(-1)).toMatchObject({ about: 'noPhone', counted: true });
  });

  test('on any later day of it either', async () => {
    await hasBooking(3 * 24 * 60);
    await counter.prisma.pushCount.create({
      data: { chatId: hanako.chatId, day: new Date('2100-01-01'), count: 99, lastAt: counter.clock.now() },
    });
    const [hers, staff] = await says('電話しないでください');
    expect(hers).toContain('職員に伝えました');
    expect(staff).toMatch(isToldNotTo);
  });

  test('but it is told once for each change of mind, and ends with what holds', async () => {
    const { id } = await hasBooking(-3);
    let cards = 0;
    for (let round = 0; round < 12; round += 1) {
      for (const text of ['電話しないで', '電話しないでください', '電話ください'])
        if (/お電話をしないでほしい方/.test((await says(text))[1])) cards += 1;
    }
    expect(cards).toBeGreaterThan(2);
    expect(cards).toBeLessThanOrEqual(7);
    const [hers] = await says('電話しないで');
    expect(hers).not.toMatch(promisesCall);
    expect(hers).not.toContain('連絡がとれません');
    expect((await stepsOf(counter, id)).at(-1)).toBe('noPhone');
    expect((await says('行けません'))[1]).not.toMatch(asksForCall);
  });
});

test('She may ask for a call after all', async () => {
  await hasBooking(-3);
  await says('電話しないで');
  expect((await says('やっぱり電話ください'))[1]).toContain('登録の番号にお電話ください');
  expect((await says('入れない'))[1]).toContain('登録の番号にお電話ください');
  expect((await says('やっぱり電話しないで'))[1]).toMatch(isToldNotTo);
});

test.each(['電話しなきゃだめ？', '折り返し電話したほうがいいですか', '電話かかってきたら出ればいいですか'])(
  '「%s」 is no wish to be called',
  async (text) => {
    await hasBooking(-3);
    const [hers, staff] = await says(text);
    expect(staff).toContain('メッセージがありました');
    expect(hers).toContain('053-454-1910');
    expect(hers).not.toMatch(promisesCall);
  },
);

test('Delivered when its time is over it asks for no call either', async () => {
  await hasBooking(-60);
  await hanako.news();
  const happenedAt = addMinutes(counter.clock.now(), -40).getTime();
  await counter.hear({ ...hanako.event({ type: 'text', text: '電話はやめてください' }), happenedAt });
  const staff = await staffHear();
  expect(staff).toMatch(isToldNotTo);
  expect(staff).toContain('もう終わっています');
  expect(staff).not.toMatch(asksForCall);
});
