// Why nobody may call is no wish for a call: whoever explains it, at the hour or before, is not called, and a ban stays.
import { describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { asksForCall, isToldNotTo, promisesCall, says } from './ban-on-calls.ts';
import { hasBooking, minutesLater, openWithStaff, steps } from './with-staff.ts';

openWithStaff();

const explained = [
  '電話で話してると夫に聞こえます',
  '電話で話すと夫に聞こえる',
  '電話で話していると子どもが起きます',
  '電話の声が夫に聞こえるので困ります',
  '電話の音で子どもが起きるので困ります',
  '電話は夫が出るかもしれないのでLINEでお願いします',
  '旦那が家にいるので電話はちょっと',
  '電話じゃなくてLINEで',
  '夫に聞かれたくないのでチャットで',
  '電話はちょっと無理です',
];

describe.each([10, -3, 60, 3 * 24 * 60])('%s minutes before the start', (minutes) => {
  test.each(aFew(explained))('「%s」 is told as a ban, and as nothing else', async (text) => {
    const { id } = await hasBooking(minutes);
    const [hers, staff] = await says(text);
    expect(hers).toContain('お電話をひかえてほしいことを、職員に伝えました');
    expect(hers).not.toMatch(promisesCall);
    expect(staff).toMatch(isToldNotTo);
    expect(staff).not.toMatch(asksForCall);
    expect(staff).not.toMatch(/Zoomに入れない|行けない|夫|子ども/);
    expect(await steps(id)).toEqual(['noPhone']);
  });

  test.each(aFew(explained))('「%s」 after a ban leaves it as it is', async (text) => {
    const { id } = await hasBooking(minutes);
    await says('電話しないでください');
    await minutesLater(1);
    const [hers, staff] = await says(text);
    expect(hers).not.toMatch(promisesCall);
    expect(staff).not.toMatch(asksForCall);
    expect((await steps(id)).at(-1)).toBe('noPhone');
  });
});

test('「義母が来て話せなくなりました」 at the hour tells staff not to call', async () => {
  await hasBooking(-3);
  const [hers, staff] = await says('義母が来て話せなくなりました');
  expect(hers).not.toMatch(promisesCall);
  expect(staff).toMatch(isToldNotTo);
});

test('A ban stands beside trouble and lateness, and what is said of coming has its button', async () => {
  await hasBooking(60);
  const [hers, staff] = await says('入れません。夫がいるので電話は困ります。5分遅れます');
  expect(hers).toContain('お電話をひかえてほしいことを、職員に伝えました');
  expect(hers).toContain('[遅れます]');
  expect(staff).toMatch(isToldNotTo);
});
