// After 「行けない」: that she comes after all, in whatever words, and that she would rather have another day.

import { expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { putBooking, stepsOf } from './bookings-of.ts';
import { counter, hanako, openWithStaff, staffHear } from './with-staff.ts';

openWithStaff();

test.each(aFew(['出れます', '行けそうです', '行けなくないです', '行けないかと思ったけど行けます']))(
  '「%s」 is told to staff as coming',
  async (text) => {
    const { id } = await putBooking(counter, hanako, 5);
    await hanako.says('行けません');
    await staffHear();
    expect(await hanako.says(text)).toContain('行けるようになったことを、職員に伝えました');
    expect(await staffHear()).toContain('やはり行けると連絡がありました');
    expect(await stepsOf(counter, id)).toEqual(['absenceWritten', 'coming']);
  },
);

test.each(['来週にしてください', '12/10にかえて', '別の日に変更できますか'])(
  '「%s」 moves nothing, and she is told so',
  async (text) => {
    const { startsAt, id } = await putBooking(counter, hanako, 5);
    for (const before of ['', '行けません']) {
      if (before !== '') await hanako.says(before);
      const hers = await hanako.says(text);
      for (const part of ['日時は、まだ変わっていません', '変更は、お電話でお願いします', '053-454-1910'])
        expect(hers).toContain(part);
      expect(hers).not.toMatch(/変更を、職員に|日時の/);
    }
    expect(await counter.prisma.booking.findUnique({ where: { id } })).toMatchObject({ startsAt });
    expect(await staffHear()).toContain('行けないようだと連絡がありました');
  },
);

test.each(['行けません', '前回は行けなくてすみませんでした'])(
  'After 「%s」 words of the past are no news',
  async (text) => {
    const { id } = await putBooking(counter, hanako, 5);
    await hanako.says(text);
    await hanako.says('前回は行けなくてすみませんでした');
    expect(await stepsOf(counter, id)).toHaveLength(1);
  },
);
