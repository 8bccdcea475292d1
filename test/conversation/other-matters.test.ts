// What comes in between is an absence and no entering; what she does not know of other things, and a call that she missed, alarm nobody.
import { describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { asksForCall, says } from './ban-on-calls.ts';
import { hasBooking, openWithStaff, steps } from './with-staff.ts';

openWithStaff();

test.each(aFew(['仕事が入りました', '急用が入りました', '会議が入りました', '急用ができました']))(
  'at the hour 「%s」 is told as an absence, and nobody is glad that it works',
  async (text) => {
    const { id } = await hasBooking(-3);
    const [hers, staff] = await says(text);
    expect(hers).not.toContain('よかったです');
    expect(hers).toContain('[行けないことを伝える]');
    expect(staff).toContain('行けないようだと連絡がありました');
    expect(await steps(id)).toEqual(['absenceWritten']);
  },
);

describe.each(['confirmed', 'inProgress'] as const)('while it is %s', (state) => {
  test.each(
    aFew([
      '履歴書の書き方がわかりません',
      '何を話せばいいかわかりません',
      'ハローワークの電話番号がわかりません',
      '仕事が決まらなくて困っています',
      '電話がかかってきたけど出られませんでした',
      'さっきは電話に出られずすみません',
    ]),
  )('「%s」 asks nobody to call, and is no absence', async (text) => {
    const { id } = await hasBooking(-5, { state });
    const [, staff] = await says(text);
    expect(staff).not.toMatch(asksForCall);
    expect(staff).not.toMatch(/Zoomに入れない|行けない|お電話をしないでほしい/);
    for (const step of ['trouble', 'absenceWritten', 'noPhone']) expect(await steps(id)).not.toContain(step);
  });
});

test.each(aFew(['電話がかかってきたけど出られませんでした', '電話に出られずすみませんでした']))(
  'on the day before its hour 「%s」 is no absence either',
  async (text) => {
    await hasBooking(60);
    const [hers, staff] = await says(text);
    expect(hers).not.toContain('[行けないことを伝える]');
    expect(staff).toBe('');
  },
);
