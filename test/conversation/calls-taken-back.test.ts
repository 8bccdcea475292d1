// Words of calls to somebody that are no plain ban: a call is taken back, a ban ends, or it can be read both ways.

import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { putBooking } from './bookings-of.ts';
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

describe('what can be read both ways', () => {
  test.each(
    aFew([
      '夫が電話に出たら間違い電話のふりして',
      '電話は夜にして',
      '留守電入れないでください',
      '夫帰ってきた！',
    ]),
  )('「%s」 is a sign of life, and no card says to call', async (text) => {
    await hasBooking(-3);
    const [hers, staff] = await says(text);
    expect(staff).toContain('お電話のことで連絡がありました');
    expect(staff).not.toMatch(asksForCall);
    expect(staff).not.toMatch(/Zoomに入れない|ご希望|夫/);
    expect(hers).toContain('「電話しないで」と送って');
    expect(hers).not.toMatch(promisesCall);
  });

  test('is asked back once its time is over too', async () => {
    await hasBooking(-44);
    await hanako.news();
    const event = hanako.event({ type: 'text', text: '電話は夜にして' });
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 3));
    await counter.hear(event);
    expect(await staffHear()).not.toMatch(asksForCall);
  });
});

describe('a call that she asked for', () => {
  test.each(
    aFew([
      '電話いらなくなりました',
      'やっぱいい',
      'やっぱり大丈夫です',
      '今のなし',
      'さっきのは取り消しで',
      'いまは出れない',
      '夫帰ってきた！',
      '旦那がいるので話せない',
    ]),
  )('is taken back by 「%s」', async (text) => {
    await hasBooking(-3);
    expect((await says('電話して'))[1]).toContain('登録の番号にお電話ください');
    const [hers, staff] = await says(text);
    expect(staff).toMatch(isToldNotTo);
    expect(staff).not.toMatch(asksForCall);
    expect(hers).toContain('お電話をひかえてほしいことを、職員に伝えました');
    expect((await says('入れない'))[1]).not.toMatch(asksForCall);
  });

  test('is taken back with its message', async () => {
    await hasBooking(-3);
    await hanako.says('電話して', 'm-call');
    await hanako.says('早くしてね', 'm-other');
    await staffHear();
    await hanako.takesBack('m-other');
    expect(await staffHear()).toBe('');
    const hers = await hanako.takesBack('m-call');
    const staff = await staffHear();
    expect(staff).toMatch(isToldNotTo);
    expect(hers).toContain('お電話をひかえてほしいことを、職員に伝えました');
    expect((await says('入れない'))[1]).not.toMatch(asksForCall);
  });

  test('tells nobody twice where she took it back in words before', async () => {
    await hasBooking(-3);
    await hanako.says('電話して', 'm-first');
    await hanako.says('やっぱり電話しないで', 'm-second');
    await staffHear();
    await hanako.takesBack('m-first');
    expect(await staffHear()).toBe('');
  });

  test.each(['やっぱいい', '今のなし'])('「%s」 says nothing where there was none', async (text) => {
    await hasBooking(-3);
    expect((await says(text))[1]).not.toContain('お電話をしないでほしい');
  });

  test.each(['やっぱり入れました', 'やっぱり電話ください', '一緒に母がいます'])(
    'not by 「%s」',
    async (text) => {
      await hasBooking(-3);
      await says('電話して');
      expect((await says(text))[1]).not.toMatch(isToldNotTo);
    },
  );
});

test.each(aFew(['電話OKです', 'もう電話していいです', '夫いなくなったので電話いいですよ']))(
  'A ban ends with 「%s」, which asks for nothing otherwise',
  async (text) => {
    await hasBooking(-3);
    expect((await says(text))[1]).toContain('相談の時間にメッセージがありました');
    await says('電話しないで');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
    await says('つながらない');
    const [hers, staff] = await says(text);
    expect(staff).toContain('お電話してもよいと連絡がありました');
    expect(hers).toContain('お電話してもよいことを、職員に伝えました');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
    expect((await says('音が出ない'))[1]).toContain('登録の番号にお電話ください');
    expect((await says('やっぱり電話しないで'))[1]).toMatch(isToldNotTo);
  },
);

test.each(
  aFew([
    '電話でれませんでした',
    'さっきの電話でれなくてごめん',
    'キャンセルじゃないです',
    '欠席じゃないですよ',
  ]),
)('At the hour 「%s」 is no question', async (text) => {
  await hasBooking(-3);
  const [hers, staff] = await says(text);
  expect(staff).toContain('メッセージがありました');
  expect(hers).toContain('ご連絡があったことを、職員に伝えました');
  expect(hers).not.toContain('相談を申し込む');
});
