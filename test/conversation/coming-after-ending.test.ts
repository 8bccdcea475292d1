// Staff have cancelled or declined a consultation, and its person writes that she comes after all: staff hear it with the way back.
import { addMinutes, addSeconds } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { listenTo, stepsOf } from './bookings-of.ts';
import {
  bookingNow,
  cancels,
  confirmed,
  counter,
  hanako,
  openWithClerks,
  requested,
  showCard,
  stateOf,
  suzuki,
  takahashi,
} from './decisions.ts';

openWithClerks();

/** What staff hear from here on. */
async function listening(): Promise<() => Promise<string>> {
  const hear = listenTo(() => counter, 'C1');
  await hear();
  return hear;
}
const comes = /行けるようになったことを、職員に伝えました/;
const written = [
  'やっぱり行けます',
  '間違えました、行きます',
  'キャンセルしないでください',
  '行けるようになりました',
  '予約を戻してください',
];
const other = [
  'また今度行きます',
  'どうやって行きますか',
  'キャンセルしましたか',
  '病院に行きます',
  'ありがとうございました',
];

describe.each(['within its minute', 'after it was told'])('a booking that was cancelled, %s', (when) => {
  const ends = async () => {
    const id = await confirmed();
    await hanako.taps({ event: 'absence.told', booking: id });
    await cancels(id);
    if (when === 'after it was told') await counter.minutePasses();
    return { id, hear: await listening() };
  };

  test.each(written)(
    '「%s」 goes to staff as news, with もう一度受ける, and nothing is said that is not so',
    async (text) => {
      const { id, hear } = await ends();
      const hers = await hanako.says(text);
      expect(hers).toMatch(comes);
      expect(hers).toContain('の予約は、キャンセルになったままです');
      expect(hers).toContain('もう一度お受けできるかは、職員が確認します');
      expect(hers).not.toMatch(/予約は、そのまま|楽しみ|入室してください/);
      expect(await hear()).toContain('やはり行けると連絡がありました');
      expect(await stepsOf(counter, id)).toContain('coming');
      expect(await stateOf(id)).toBe('cancelled');
      await showCard(id);
      await expect(takahashi.tapOf('もう一度受ける')).resolves.toMatchObject({
        event: 'readmit.asked',
        booking: id,
      });
    },
  );

  test.each(other)('「%s」 is no such news', async (text) => {
    const { id, hear } = await ends();
    expect(await hanako.says(text)).not.toMatch(comes);
    expect(await hear()).not.toContain('やはり行ける');
    expect(await stepsOf(counter, id)).not.toContain('coming');
  });
});

test('on the day it is pushed at once, and the button stands on the news itself', async () => {
  const id = await confirmed(180);
  await hanako.taps({ event: 'absence.told', booking: id });
  await cancels(id);
  const before = (await counter.sentTo('C1')).length;
  await hanako.says('やっぱり行けます');
  const [news] = (await counter.sentTo('C1')).slice(before);
  expect(news?.about).toBe('coming');
  const card = JSON.stringify(news?.messages);
  await counter.minutePasses();
  expect(await takahashi.presses('もう一度受ける')).toContain('承認待ちに戻しました');
  expect(card).toContain('「キャンセル」の記録のあとに、連絡がありました');
  expect(card).toContain('予約は、もとに戻っていません');
  expect(card).toContain('readmit.asked');
  expect(card).not.toContain('予約は、そのままです');
});

test('said twice it is told once', async () => {
  const id = await confirmed(180);
  await cancels(id);
  const hear = await listening();
  await counter.clock.moveTo(addSeconds(counter.clock.now(), 10));
  expect(await hanako.says('やっぱり行けます')).toMatch(comes);
  expect(await hear()).toContain('やはり行ける');
  await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
  expect(await hanako.says('やっぱり行けます')).toContain('行けるようになったことは、職員に伝えてあります');
  expect(await hear()).toBe('');
});

test('of a request that was declined it is told too', async () => {
  const id = await requested();
  await showCard(id);
  await suzuki.presses('お断りする');
  await suzuki.presses('日時の都合がつかない');
  const hear = await listening();
  const hers = await hanako.says('やっぱり行けます');
  expect(hers).toMatch(comes);
  expect(hers).toContain('の申し込みは、お受けできていないままです');
  expect(await hear()).toContain('やはり行けると連絡がありました');
});

test('with another booking, or when its time is over, it is not said of the one that ended', async () => {
  const id = await confirmed(180);
  await cancels(id);
  const { endsAt } = await bookingNow(id);
  await counter.clock.moveTo(endsAt);
  expect(await hanako.says('やっぱり行けます')).not.toMatch(comes);
  const old = await confirmed(180);
  await cancels(old);
  await counter.minutePasses();
  await confirmed(2 * 24 * 60);
  expect(await hanako.says('やっぱり行けます')).not.toMatch(comes);
  expect(await stepsOf(counter, old)).not.toContain('coming');
});
