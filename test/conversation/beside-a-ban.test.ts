// What stands beside a ban on calls, or beside its end, before the hour: both are answered.
import { describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { says } from './ban-on-calls.ts';
import { putBooking } from './bookings-of.ts';
import { counter, hanako, hasBooking, openWithStaff, staffHear } from './with-staff.ts';

openWithStaff();

const banTold = 'お電話をひかえてほしいことを、職員に伝えました';

describe.each([60, 3 * 24 * 60])('%s minutes before the start', (minutes) => {
  test.each(
    aFew([
      ['すみません今日行けません。電話しないでください', '[行けないことを伝える]'],
      ['電話しないでください。子どもが熱で行けないです', '[行けないことを伝える]'],
      ['行けなくなったのですが、夫がいるので電話はしないでください', '[行けないことを伝える]'],
      ['入れません。電話はしないでください', 'Zoomには、開始時間になったら入室できます'],
      ['電話しないでください。別の日にしてください', '[別の日時にしたい]'],
    ]),
  )('「%s」 is a ban, and something else', async (text, part) => {
    await hasBooking(minutes);
    const [hers, staff] = await says(text);
    expect(hers).toContain(banTold);
    if (part !== '[別の日時にしたい]' || minutes > 60) expect(hers).toContain(part);
    expect(hers).not.toContain('お電話もお願い');
    expect(staff).toContain('お電話をしないでほしい方');
  });

  test.each(aFew(['電話はやめておいてください', '電話はキャンセルで、かけないでください', '電話しないで']))(
    '「%s」 is a ban and no absence',
    async (text) => {
      await hasBooking(minutes);
      const [hers] = await says(text);
      expect(hers).toContain(banTold);
      expect(hers).not.toContain('行けないこと');
    },
  );

  test('「やっぱり行けます。電話OKです」 takes both back', async () => {
    const { id } = await hasBooking(minutes);
    await says('電話しないでください');
    await hanako.taps({ event: 'absence.told', booking: id });
    await staffHear();
    const [hers, staff] = await says('やっぱり行けます。電話OKです');
    expect(hers).toContain('お電話してもよいことを、職員に伝えました');
    expect(hers).toContain('行けるようになったことを、職員に伝えました');
    for (const part of ['お電話してもよいと連絡', 'やはり行けると連絡']) expect(staff).toContain(part);
  });
});

test('「今日10分遅れます。電話はしないでください」: the lateness has its button, and nobody is asked to call', async () => {
  await hasBooking(60);
  const [hers] = await says('今日10分遅れます。電話はしないでください');
  for (const part of [banTold, '[遅れます]']) expect(hers).toContain(part);
  expect(hers).not.toContain('お電話ください');
});

test('「行けなくなりました。電話しないでください」 of a request brings its card, with the way to withdraw it', async () => {
  await putBooking(counter, hanako, 3 * 24 * 60, { state: 'requested', promisedBy: new Date('2099-01-01') });
  const [hers] = await says('行けなくなりました。電話しないでください');
  for (const part of [banTold, '[申し込みを取り下げる]']) expect(hers).toContain(part);
});
