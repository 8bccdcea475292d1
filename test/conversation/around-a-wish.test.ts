// While a wish for another time waits for staff, and just after: how it stands, its older button, and a person whom LINE does not reach.
import { describe, expect, test } from 'vitest';
import { wishes } from './wishing.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms(2);

const later = 10 * 24 * 60;

test.each([
  '変更はどうなりましたか',
  '変更の返事はまだですか',
  '変更できましたか',
  '日時変更の件、どうなってますか',
  '希望の件はまだですか',
])('while it waits, 「%s」 is answered by how it stands', async (text) => {
  const booking = await office.confirmed(later, null);
  expect(await booking.person.says(text)).not.toContain('への変更を希望されています');
  await wishes(booking);
  const answer = await booking.person.says(text);
  expect(answer).toContain('への変更を希望されています');
  expect(answer).toContain('職員が確認しています');
  expect(answer).not.toContain('【キャンセル・変更】');
});

test('while it waits, 変更できますか and キャンセルしたい are still explained', async () => {
  const booking = await office.confirmed(later, null);
  await wishes(booking);
  for (const text of ['変更したい', 'キャンセルしたい'])
    expect(await booking.person.says(text)).toContain('【キャンセル・変更】');
});

describe('the button on an older card', () => {
  const changes = {
    そのまま: async (booking: Awaited<ReturnType<typeof office.confirmed>>) => {
      await wishes(booking);
      await office.first.presses('そのまま');
    },
    番号を直す: async ({ receipt }: Awaited<ReturnType<typeof office.confirmed>>) => {
      await office.first.says(`番号 ${receipt} 845 9999 8888 abcd12`);
      await office.first.presses('送り直す');
    },
  };
  test.each(Object.entries(changes))('still wishes after %s', async (_, change) => {
    const booking = await office.confirmed(later, null);
    const { id, version } = await booking.now();
    await change(booking);
    await counter.minutePasses();
    expect((await booking.now()).version).toBeGreaterThan(version);
    const days = await booking.person.taps({ event: 'moveWish.asked', booking: id, version: `${version}` });
    expect(days).not.toContain('もう変えられません');
    const [, day = ''] = /\[(\d+月\d+日\(.\))\]/.exec(days) ?? [];
    await booking.person.presses(day);
    await booking.person.presses('11:00');
    expect(await booking.person.presses('この内容で申し込む')).toContain('変更の希望を受け付けました');
  });
});

test('whoever blocked the account while a wish waits has LINEとつなぐ on the card, beside the answers to the wish', async () => {
  const booking = await office.confirmed(later, null);
  await wishes(booking);
  await booking.person.unfollows();
  const card = await office.first.says(booking.receipt);
  expect(card).toContain('[変える]\n[そのまま]\n[キャンセル]\n[連絡先を見る]\n[LINEとつなぐ]');
});
