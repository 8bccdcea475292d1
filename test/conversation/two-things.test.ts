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
