// The common ways to say that one does not come, typed on any day: staff hear it at the hour, and before it the way to tell them is offered.
import { describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { says } from './ban-on-calls.ts';
import { hanako, hasBooking, openWithStaff, staffHear, steps } from './with-staff.ts';

openWithStaff();

const absent = [
  '本日お休みでお願いします',
  'お休みします',
  'お休みさせてください',
  '急用ができました',
  '都合が悪くなりました',
  '今日は休みます',
  '今日お休みします',
  '今日は行けそうにないです',
  '今日はパスで',
];

describe.each([12, -3])('%s minutes before the start', (minutes) => {
  test.each(aFew(absent))('「%s」 is told to staff', async (text) => {
    const { id } = await hasBooking(minutes);
    const [hers, staff] = await says(text);
    expect(hers).toContain('[行けないことを伝える]');
    expect(hers).not.toContain('入室してください');
    expect(staff).toContain('行けないようだと連絡がありました');
    expect(await steps(id)).toEqual(['absenceWritten']);
  });
});

describe.each([60, 24 * 60, 3 * 24 * 60])('%s minutes before the start', (minutes) => {
  test.each(aFew([...absent, '明日お休みします', '明後日休みます', '12/8は休ませてください']))(
    '「%s」 is offered to be told',
    async (text) => {
      const { id } = await hasBooking(minutes);
      const [hers, staff] = await says(text);
      expect(hers).toContain('[行けないことを伝える]');
      expect(hers).not.toMatch(/読み取れません|まだ変わっていません/);
      expect(staff).toBe('');
      await hanako.presses('行けないことを伝える');
      expect(await staffHear()).toContain('行けないと連絡がありました');
      expect(await steps(id)).toEqual(['absence']);
    },
  );
});

test.each(aFew(['やめます', 'やっぱりやめます', 'やめておきます']))(
  'on its day 「%s」 is offered to be told',
  async (text) => {
    await hasBooking(90);
    expect((await says(text))[0]).toContain('[行けないことを伝える]');
  },
);

test('days before, 「やめます」 is what it always was', async () => {
  await hasBooking(3 * 24 * 60);
  expect((await says('やめます'))[0]).toContain('何をしますか');
});
