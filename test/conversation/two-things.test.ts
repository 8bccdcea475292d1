// Two things of coming in one message: both are answered, and staff hear of both at the hour.
import { describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { says } from './ban-on-calls.ts';
import { hanako, hasBooking, openWithStaff, staffHear, steps } from './with-staff.ts';

openWithStaff();

describe.each([8, 60])('after 行けない, %s minutes before the start', (minutes) => {
  test.each(
    aFew([
      'やっぱり行けます 5分遅れます',
      'やっぱり行けます。10分くらい遅れそうです',
      'やっぱり行けます5分遅れます',
      'やはり参加できます、少し遅刻します',
    ]),
  )('「%s」 says that she comes, and late', async (text) => {
    const { id } = await hasBooking(minutes);
    await hanako.taps({ event: 'absence.told', booking: id });
    await staffHear();
    const [hers, staff] = await says(text);
    expect(hers).toContain('行けるようになったことを、職員に伝えました');
    expect(staff).toContain('やはり行けると連絡がありました');
    if (minutes === 60) {
      expect(hers).toContain('[遅れます]');
      return;
    }
    expect(hers).toContain('遅れることを、職員に伝えました');
    expect((await steps(id)).sort()).toEqual(['absence', 'coming', 'late']);
  });

  test('「遅れるかと思いましたが、やっぱり行けます」 is no lateness', async () => {
    const { id } = await hasBooking(minutes);
    await hanako.taps({ event: 'absence.told', booking: id });
    await says('遅れるかと思いましたが、やっぱり行けます');
    expect((await steps(id)).sort()).toEqual(['absence', 'coming']);
  });
});

test.each(
  aFew([
    '行けなくなりました。別の日にしてください',
    '熱で行けないので来週にしてください',
    '子どもが熱で行けません。来週にしてください',
  ]),
)('「%s」 days before leads to the absence and to another time', async (text) => {
  await hasBooking(3 * 24 * 60);
  const [hers, staff] = await says(text);
  for (const part of ['[行けないことを伝える]', '[別の日時にしたい]', '日時は、まだ変わっていません'])
    expect(hers).toContain(part);
  expect(staff).toBe('');
});

describe('three things of one message at the hour', () => {
  test.each([
    ['入れません。電話ください。番号変わって090-1234-5678です', ['callMe', 'newPhone', 'trouble']],
    ['入れません 電話しないで 5分遅れます', ['late', 'noPhone', 'trouble']],
    ['入れないので電話ください。番号変わりました。5分遅れます', ['callMe', 'late', 'newPhone', 'trouble']],
  ])('「%s」: none is lost, and staff hear all of them on one card', async (text, kinds) => {
    const { id } = await hasBooking(8);
    const [hers, staff] = await says(text);
    expect((await steps(id)).sort()).toEqual(kinds);
    const said: Record<string, [hers: string, staff: string]> = {
      trouble: ['Zoomに入れないこと', 'Zoomに入れない'],
      callMe: ['お電話のご希望', 'お電話をご希望です'],
      newPhone: ['電話番号のことでご連絡があったこと', '電話番号のことでも'],
      noPhone: ['お電話をひかえてほしいこと', 'お電話をしないで'],
      late: ['遅れること', '遅れて入室する'],
    };
    for (const kind of kinds) {
      expect(hers).toContain(said[kind]?.[0]);
      expect(staff).toContain(said[kind]?.[1]);
    }
    expect(staff).not.toContain('090');
  });

  test('「やっぱり行けます、5分遅れます、電話ください」 after 行けない brings all three', async () => {
    const { id } = await hasBooking(8);
    await hanako.taps({ event: 'absence.told', booking: id });
    await says('やっぱり行けます、5分遅れます、電話ください');
    expect((await steps(id)).sort()).toEqual(['absence', 'callMe', 'coming', 'late']);
  });
});

test('「行けません。電話しないでください。別の日にしてください」 days before brings all three', async () => {
  const { id } = await hasBooking(3 * 24 * 60);
  const [hers] = await says('行けません。電話しないでください。別の日にしてください');
  expect(await steps(id)).toEqual(['noPhone']);
  expect(hers).toContain('お電話をひかえてほしいこと');
  expect(hers).toContain('[行けないことを伝える]');
  expect(hers).toContain('[別の日時にしたい]');
});
