// Another time of what is agreed on: the button is named where it is on the card, and nowhere else.
import { describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { says } from './ban-on-calls.ts';
import { counter, hanako, hasBooking, openWithStaff } from './with-staff.ts';

openWithStaff();

const button = '別の日時にしたい';
const written = [
  '別の日に変えたい',
  '明日でもいいですか',
  '15時からに変えてください',
  '来週の火曜に変えてください',
];
const suspend = async () =>
  counter.prisma.person.updateMany({
    where: { chatId: hanako.chatId },
    data: { suspendedReason: 'noShows', suspendedUntil: null },
  });

describe.each([16, 60, 3 * 24 * 60])('%s minutes before the start', (minutes) => {
  test.each(written)('「%s」 names the button, and it is there', async (text) => {
    await hasBooking(minutes);
    const answer = await hanako.says(text);
    expect(answer).toContain('日時は、まだ変わっていません');
    expect(answer).toContain(`「${button}」を押すと`);
    expect(answer).toContain(`[${button}]`);
  });

  test.each([`${button}`, '予約を見る'])('「%s」 shows it', async (text) => {
    await hasBooking(minutes);
    expect(await hanako.says(text)).toContain(`[${button}]`);
    expect(await hanako.presses(button)).not.toContain('もう変えられません');
  });

  test('it is there after 行けない, too', async () => {
    const { id } = await hasBooking(minutes);
    await hanako.taps({ event: 'absence.told', booking: id });
    expect(await hanako.says('予約を見る')).toContain(`[${button}]`);
  });

  test.each(aFew([...written, '予約を見る', button]))(
    'to whom 利用見合わせ holds for, 「%s」 names no button but the phone',
    async (text) => {
      await hasBooking(minutes);
      await suspend();
      const answer = await hanako.says(text);
      expect(answer).not.toContain(button);
      expect(answer).toContain('053-454-1910');
      if (!['予約を見る', button].includes(text)) expect(answer).toContain('変更は、お電話でお願いします');
    },
  );
});

describe.each([14, -3, -12])('%s minutes before the start', (minutes) => {
  test.each(written)('「%s」 names no button that is not there', async (text) => {
    await hasBooking(minutes);
    const answer = await hanako.says(text);
    expect(answer).not.toContain(button);
    expect(answer).toContain('053-454-1910');
  });
});

test('at the hour it is said that the time stays, with the phone; or, where nobody may call, how staff hear in LINE', async () => {
  await hasBooking(10);
  const byPhone = await hanako.says('15時からに変えてください');
  expect(byPhone).toContain('日時は、まだ変わっていません。');
  expect(byPhone).toContain('変更は、お電話でお願いします');
  await says('電話しないでください');
  const inLine = await hanako.says('15時からに変えてください');
  expect(inLine).toContain('日時は、まだ変わっていません。');
  expect(inLine).not.toContain('お電話でお願いします');
});

test('whoever must not be called and may not ask for another time here hears how staff hear of it in LINE', async () => {
  await hasBooking(3 * 24 * 60);
  await suspend();
  await says('電話しないでください');
  const answer = await hanako.says('別の日に変えたい');
  expect(answer).toContain('行けないことは、このトークで職員に伝えられます。');
  expect(answer).not.toMatch(/お電話でお願い|別の日時にしたい/);
});

test('of a request, too: to whom 利用見合わせ holds for no sentence names 日時を選び直す', async () => {
  await hasBooking(3 * 24 * 60, { state: 'requested' });
  expect(await hanako.says('水曜に変えてください')).toContain('「日時を選び直す」を押すと');
  await suspend();
  const answer = await hanako.says('水曜に変えてください');
  expect(answer).not.toContain('日時を選び直す');
  expect(answer).toContain('変更は、お電話でお願いします');
});
