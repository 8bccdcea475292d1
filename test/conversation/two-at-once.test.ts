// Two things in one message around the hour: one card for staff and one answer tell both.

import { expect, test } from 'vitest';
import { putBooking, stepsOf } from './bookings-of.ts';
import { nextWord, openLine, pushedWhile, timeSince, waitingCard, waitingLine } from './next-word.ts';
import { counter, hanako, openWithStaff, staffHear } from './with-staff.ts';

openWithStaff();

test.each([
  [
    '遅れます、あとZoomのパスコードがわからない',
    ['late', 'numbers'],
    ['遅れると連絡がありました', 'Zoomの番号をさがしている'],
    ['遅れることを、職員に伝えました', 'hama2026'],
  ],
  [
    '入れません。電話は080-1111-9999にください',
    ['newPhone', 'trouble'],
    ['Zoomに入れない方がいます', '電話番号のことでも、連絡がありました'],
    [
      'Zoomに入れないことを、職員に伝えました',
      'お電話で、番号をお知らせください',
      '登録の番号は、まだ変わっていません',
    ],
  ],
  [
    '音が出ません。5分待ってください',
    ['inside', 'late'],
    ['音や画面で困っている方', '遅れて入室するそうです'],
    ['音や画面でお困りのことを、職員に伝えました', '遅れることを、職員に伝えました'],
  ],
  [
    '行けません。電話ください',
    ['absenceWritten', 'callMe'],
    ['行けないようだと', 'お電話をご希望'],
    ['お電話のご希望を、職員に伝えました', '[行けないことを伝える]', '職員からお電話します'],
  ],
  [
    '電話ください。番号は080-1111-9999です',
    ['callMe', 'newPhone'],
    ['お電話をご希望の方がいます', '電話番号のことでも、連絡がありました'],
    ['お電話のご希望を、職員に伝えました', 'お電話で、番号をお知らせください'],
  ],
  [
    '行けません　電話しないでください',
    ['absenceWritten', 'noPhone'],
    ['行けないようだと'],
    ['お電話をひかえてほしいことを、職員に伝えました'],
  ],
] as const)('「%s」 brings both', async (text, kinds, toStaff, toHer) => {
  const { id } = await putBooking(counter, hanako, -3);
  const hers = await hanako.says(text);
  for (const part of toHer) expect(hers).toContain(part);
  const staff = await staffHear();
  for (const part of toStaff) expect(staff).toContain(part);
  expect(staff.match(/連絡の時刻/g)).toHaveLength(1);
  expect(staff + (text.includes('080') ? hers : '')).not.toContain('1111');
  expect((await stepsOf(counter, id)).toSorted()).toEqual(kinds.toSorted());
});

test('What staff have heard before is not put on the card again', async () => {
  await putBooking(counter, hanako, -3);
  await hanako.says('遅れます');
  await staffHear();
  const hers = await hanako.says('遅れます。音も出ません');
  expect(hers).toContain('遅れることは、職員に伝えてあります');
  const staff = await staffHear();
  expect(staff).toContain('音や画面で困っている方');
  expect(staff).not.toContain('遅れ');
});

test.each(['080-1111-9999', 'こっちにかけて 080-1111-9999', '夫の電話にかけて'])(
  '「%s」: nobody passes the number on, and nobody calls it',
  async (text) => {
    const booking = await putBooking(counter, hanako, -3);
    let hers = '';
    expect(await pushedWhile(counter, async () => (hers = await hanako.says(text)))).toBe('');
    for (const part of ['登録の番号は、まだ変わっていません', 'お電話で、番号をお知らせください'])
      expect(hers).toContain(part);
    expect(hers).not.toMatch(/1111|職員からお電話|夫/);
    const title = '電話番号のことで連絡がありました';
    const at = counter.clock.now();
    expect(await nextWord(counter)).toBe(waitingCard(waitingLine(counter, booking, { title, at })));
    const card = await openLine(counter, title);
    expect(card).toContain(`\n連絡 電話番号のことで連絡 ${timeSince(counter, at)}\n`);
    expect(card).not.toMatch(/1111|夫/);
  },
);
