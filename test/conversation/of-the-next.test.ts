// While a consultation runs, what is said of the next one is no news of this one.
import { describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { says } from './ban-on-calls.ts';
import { hanako, hasBooking, openWithStaff, staffHear, steps } from './with-staff.ts';

openWithStaff();

const week = 7 * 24 * 60;
const runs = (state: 'inProgress' | 'byPhone' = 'inProgress') => hasBooking(-10, { state });

describe.each(['inProgress', 'byPhone'] as const)('while one is %s', (state) => {
  test.each(
    aFew([
      ['次回の予約、行けなくなりました', '[行けないことを伝える]'],
      ['来週の相談、子どもの用事で行けません', '[行けないことを伝える]'],
      ['次は休みます', '[行けないことを伝える]'],
      ['次回を別の日にしてください', '[別の日時にしたい]'],
      ['別の日に変えたいです', '[別の日時にしたい]'],
      ['来週の予約、行けなくなりました。電話しないでください', '[行けないことを伝える]'],
    ]),
  )('「%s」 is answered by the next one, and pushes nobody', async (text, part) => {
    const now = await runs(state);
    const next = await hasBooking(week);
    const [hers, staff] = await says(text);
    if (!text.includes('電話')) expect(staff).toBe('');
    expect(hers).toContain(part);
    expect(hers).not.toContain('ご連絡があったこと');
    if (part !== '[行けないことを伝える]') return;
    await hanako.presses('行けないことを伝える');
    expect(await steps(next.id)).toContain('absence');
    expect(await steps(now.id)).not.toContain('absenceWritten');
    expect((await staffHear()).match(/連絡の時刻/g)).toHaveLength(1);
  });

  test.each(aFew(['次は遅れるかもしれません', '次回は行けないと思います', '来週は休みます']))(
    '「%s」 without a next one is told to nobody',
    async (text) => {
      const { id } = await runs(state);
      const [hers, staff] = await says(text);
      expect(staff).toBe('');
      expect(hers).toContain('次の相談の予約は、まだありません');
      expect(hers).not.toMatch(/入室してください|伝えました/);
      expect(await steps(id)).toEqual([]);
    },
  );
});

test('a ban on calls beside it holds, with a next one or without', async () => {
  const { id } = await runs();
  const [hers, staff] = await says('次回は行けません。電話しないでください');
  expect(hers).toContain('次の相談の予約は、まだありません');
  expect(staff).toContain('お電話をしないでほしい方');
  expect(await steps(id)).toEqual(['noPhone']);
});

test('what is said of today is of today, and trouble is of now, whatever card its button is on', async () => {
  const { id } = await runs();
  const next = await hasBooking(week);
  expect((await says('急用で行けなくなりました'))[1]).toContain('行けないようだと連絡がありました');
  expect((await says('次の画面に入れません'))[1]).toContain('Zoomに入れない方がいます');
  await hanako.taps({ event: 'late.told', booking: next.id });
  expect(await steps(id)).toEqual(['absenceWritten', 'trouble']);
});

test('before it has begun, another day is wished for this one', async () => {
  const { id } = await hasBooking(-5);
  expect((await says('来週にしてください'))[1]).toContain('行けないようだと連絡がありました');
  expect(await steps(id)).toEqual(['absenceWritten']);
});
