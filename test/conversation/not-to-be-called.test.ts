// Somebody who must not be phoned, for whoever hears it is beside her: staff know it, and from then on nothing asks them
// to call and nothing promises her a call.

import { addMinutes, addSeconds } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { putBooking, stepsOf } from './bookings-of.ts';
import { nextWord, openLine, pushedWhile, waitingCard, waitingLine } from './next-word.ts';
import { counter, hanako, openWithStaff, staffHear } from './with-staff.ts';

openWithStaff();

const hasBooking = (minutes: number) => putBooking(counter, hanako, minutes);
async function says(text: string): Promise<[hers: string, staff: string]> {
  const hers = await hanako.says(text);
  return [hers, await staffHear()];
}

/** Staff are asked to call her; she is told that they will. */
const asksForCall = /お電話ください|お電話をお願い|お電話で、ごようす/;
const promisesCall = /職員からお電話|お電話に出られるよう/;
const isToldNotTo = /登録の番号には、かけないでください|お電話は、しないでください/;

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
    expect(staff).toContain('お電話をしないでほしい方がいます');
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
    expect(await stepsOf(counter, id)).toEqual(['noPhone']);
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

describe('no other card about her asks for a call', () => {
  /** What would ask for one of anybody else. */
  const anyCall = /お電話(?:で|でも|を)?(?:お知らせ|お願い|お伝え|ご本人)|お電話すること/;
  const blocks = async () => {
    await hanako.unfollows();
    return staffHear();
  };

  test.each([-3, 3 * 24 * 60])('she blocks the account %s minutes before the start', async (minutes) => {
    await hasBooking(minutes);
    await says('電話しないでください');
    const staff = await blocks();
    expect(staff).toContain('LINEが届かない方がいます');
    expect(staff).toMatch(isToldNotTo);
    expect(staff).not.toMatch(anyCall);
  });

  test('nor after she asked for one does it hold', async () => {
    const booking = await hasBooking(-3);
    await says('電話しないで');
    await says('やっぱり電話ください');
    expect(await pushedWhile(counter, () => hanako.unfollows())).toBe('');
    const title = 'LINEが届かない方がいます';
    const line = waitingLine(counter, booking, { title, at: counter.clock.now() });
    expect(await nextWord(counter)).toBe(waitingCard(line));
    const card = await openLine(counter, title);
    expect(card).toContain('\nLINE 届きません\n');
    expect(card).toContain('\n[連絡先を見る]');
    expect(card).not.toMatch(isToldNotTo);
  });

  test.each([3 * 24 * 60, -44])('she wants to be deleted, %s minutes before the start', async (minutes) => {
    await hasBooking(minutes);
    await says('電話しないでください');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 3));
    const [hers, staff] = await says('登録を消したい');
    expect(hers).not.toMatch(anyCall);
    expect(staff).toContain('登録を消すご希望');
    expect(staff).toMatch(isToldNotTo);
    expect(staff).not.toMatch(anyCall);
  });

  test('what LINE did not bring her', async () => {
    const { id, personId } = await hasBooking(3 * 24 * 60);
    await says('電話しないでください');
    const call = { personId, bookingId: id, about: 'confirmed', reason: 'blocked' };
    const at = counter.clock.now();
    await counter.prisma.call.create({ data: { ...call, createdAt: at, dueAt: at } });
    const clerk = counter.visitor('C1', 'group', 'U-clerk');
    await clerk.says('電話一覧');
    await clerk.presses('浜名 花子');
    const staff = await staffHear();
    expect(staff).toContain('LINEが届きませんでした');
    expect(staff).toMatch(isToldNotTo);
    // Its head only counts what is on the list.
    expect(staff).not.toContain('お電話でお知らせください');
    await counter.prisma.call.deleteMany();
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

test('Whose contact staff look up is said not to be called', async () => {
  const { id } = await hasBooking(-3);
  const look = async () => {
    await counter.hear(
      counter.visitor('C1').event({ type: 'tap', tap: { event: 'contact.asked', booking: id } }),
    );
    return staffHear();
  };
  expect(await look()).not.toMatch(isToldNotTo);
  await says('電話しないで');
  // The same button is answered again.
  await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
  expect(await look()).toMatch(isToldNotTo);
});

test('Without a consultation 「電話しないで」 is told to nobody', async () => {
  expect((await says('電話しないでください'))[1]).toBe('');
});
