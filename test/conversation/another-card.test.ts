// A button that several press within ten seconds is answered once; on a card that came since it is another button.
import { expect, test } from 'vitest';
import { ordinaryThursday, typedDay } from '../booking/ordinary-days.ts';
import { counter, openWithClerks, suzuki, takahashi } from './decisions.ts';

openWithClerks();

const typed = () => `休業 ${typedDay(ordinaryThursday(counter.clock.now(), counter.office))}`;

test('休業にする, taken back and asked for anew, is answered on its new card within the ten seconds', async () => {
  await suzuki.says(typed());
  expect(await suzuki.presses('休業にする')).toContain('休業にしました');
  await suzuki.presses('取り消す');
  await suzuki.says(typed());
  expect(await takahashi.presses('休業にする')).toContain('休業にしました');
  await suzuki.presses('取り消す');
});

test('The same of two phones and one card is answered once', async () => {
  await suzuki.says(typed());
  const press = await suzuki.tapOf('休業にする');
  expect(await suzuki.taps(press)).toContain('休業にしました');
  expect(await takahashi.taps(press)).toBe('');
  await suzuki.presses('取り消す');
});
