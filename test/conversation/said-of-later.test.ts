// What is said of a later day is no call and no trouble of today; a ban on calls holds whatever day it names, and nothing hides it.
import { describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { asksForCall, isToldNotTo, promisesCall, says } from './ban-on-calls.ts';
import { hasBooking, openWithStaff, steps } from './with-staff.ts';

openWithStaff();

const week = 7 * 24 * 60;
const hasBoth = async (state: 'inProgress' | 'byPhone' = 'inProgress') => ({
  now: await hasBooking(-10, { state }),
  next: await hasBooking(week),
});

describe.each(['inProgress', 'byPhone'] as const)('while one is %s, with a next one', (state) => {
  test.each(
    aFew([
      '次回は電話でお願いします',
      '次回の前日に電話ください',
      '来週もZoomに入れなかったらどうすれば',
      '来週電話してほしいです',
      '次の予約は電話にしてください',
      '次回、音が出なかったらどうすればいいですか',
      '明日電話をもらえますか',
      '来週もZoomに入れないかもしれません',
    ]),
  )('「%s」 asks nobody to call now', async (text) => {
    const { now } = await hasBoth(state);
    const [hers, staff] = await says(text);
    expect(staff).toBe('');
    expect(hers).not.toMatch(promisesCall);
    expect(hers).not.toMatch(/読み取れません/);
    for (const step of ['trouble', 'callMe', 'inside']) expect(await steps(now.id)).not.toContain(step);
  });

  test.each(
    aFew([
      '来週は電話しないでください',
      '明日は電話しないで',
      '別の日に変えたいです。電話しないでください',
      '次回を12/8に変えたいです。夫がいるので電話は困ります',
      '次回は電話だと夫に聞こえます',
      '日時を変えてください。電話はかけないでください',
    ]),
  )('「%s」 is a ban that staff hear', async (text) => {
    const { now, next } = await hasBoth(state);
    const [hers, staff] = await says(text);
    expect(hers).toContain('お電話をひかえてほしいことを、職員に伝えました');
    expect(staff).toMatch(isToldNotTo);
    expect(staff).not.toMatch(asksForCall);
    expect([...(await steps(now.id)), ...(await steps(next.id))]).toContain('noPhone');
  });
});

test.each(
  aFew([
    ['別の日に変えたいです。音が聞こえません', 'inside'],
    ['別の日に変えたいです。入れません', 'trouble'],
    ['次回を来週に変えてください。画面が真っ暗です', 'inside'],
    ['次は休みます。音が出ません', 'inside'],
    ['音が聞こえません。次回は12/8に変えてください', 'inside'],
  ]),
)('while one runs, the trouble in 「%s」 is told', async (text, step) => {
  const { now } = await hasBoth();
  const [, staff] = await says(text);
  expect(staff).toMatch(/音や画面で困っている方|Zoomに入れない方/);
  expect(await steps(now.id)).toEqual([step]);
});

test.each(aFew(['別の日に変えたいです。夫に殴られます', '来週に変えてください。死にたいです']))(
  'while one runs, the danger in 「%s」 is told',
  async (text) => {
    await hasBoth();
    expect((await says(text))[1]).toContain('つらい状況を書いた方がいます');
  },
);

test.each(aFew(['別の日に変えたいです', '次回を12/8に変えてください', '18日に変えて']))(
  'while one runs, 「%s」 alone is of the next one',
  async (text) => {
    const { now } = await hasBoth();
    const [hers, staff] = await says(text);
    expect(staff).toBe('');
    expect(hers).toContain('日時は、まだ変わっていません');
    expect(await steps(now.id)).toEqual([]);
  },
);

describe('at the hour, before she is let in', () => {
  test.each(
    aFew([
      '次回は電話でお願いします',
      '次回の前日に電話ください',
      '来週もZoomに入れなかったらどうすれば',
      '12/8に電話ください',
    ]),
  )('「%s」 asks for no call now', async (text) => {
    const { id } = await hasBooking(-3);
    const [hers, staff] = await says(text);
    expect(staff).not.toMatch(asksForCall);
    expect(staff).not.toContain('Zoomに入れない');
    expect(hers).not.toMatch(promisesCall);
    for (const step of ['trouble', 'callMe']) expect(await steps(id)).not.toContain(step);
  });

  test('today is meant where today is said', async () => {
    await hasBooking(-3);
    expect((await says('明日は面接なので今日話したいのに入れません'))[1]).toContain(
      'Zoomに入れない方がいます',
    );
    expect((await says('明日は行けないので、今すぐ電話ください'))[1]).toMatch(asksForCall);
  });
});

describe('before the hour', () => {
  test.each(
    aFew([
      '明日電話ください',
      '明日こちらから電話します',
      '明日、電話でキャンセルします',
      '12/8に電話します',
      '来週電話で話したいです',
      '月曜に折り返しください',
      '明日はよろしくです',
    ]),
  )('「%s」 is no wish for that day', async (text) => {
    await hasBooking(3 * 24 * 60);
    const [hers, staff] = await says(text);
    expect(hers).not.toMatch(/まだ変わっていません|読み取れません/);
    expect(hers).not.toMatch(promisesCall);
    if (text.includes('電話')) expect(hers).toContain('053-454-1910');
    expect(staff).toBe('');
  });
});
