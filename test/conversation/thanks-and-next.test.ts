// Thanks after a consultation, while the next one is booked or asked for: nobody is invited to ask for what is there already.
import { describe, expect, test } from 'vitest';
import { hanako, hasBooking, openWithStaff } from './with-staff.ts';

openWithStaff();

const week = 7 * 24 * 60;

describe('ありがとうございました after a consultation that took place', () => {
  test.each(['done', 'inProgress'] as const)(
    '(%s) with the next one booked names it, and invites to nothing',
    async (state) => {
      await hasBooking(state === 'done' ? -60 : -10, { state });
      await hasBooking(week);
      const answer = await hanako.says('ありがとうございました');
      expect(answer).toContain('こちらこそ');
      expect(answer).toMatch(/次の相談は、\d+月\d+日\(.\).*です。/);
      expect(answer).toContain('[予約を見る]');
      expect(answer).not.toMatch(/申し込め|相談を申し込む/);
    },
  );

  test('with the next one asked for says that it is not confirmed yet', async () => {
    await hasBooking(-60, { state: 'done' });
    await hasBooking(week, { state: 'requested' });
    const answer = await hanako.says('ありがとうございました');
    expect(answer).toMatch(/次の相談の申し込み\(.+\)は、まだ確定していません。/);
    expect(answer).not.toMatch(/申し込め|相談を申し込む/);
  });

  test('without a next one invites to it', async () => {
    await hasBooking(-60, { state: 'done' });
    const answer = await hanako.says('ありがとうございました');
    expect(answer).toContain('次の相談も、ここから申し込めます。');
    expect(answer).toContain('[相談を申し込む]');
  });
});

test.each(['パスコードなんでしたっけ', 'ミーティングIDって何番でしたっけ'])(
  '「%s」 with a confirmed booking brings its numbers',
  async (text) => {
    await hasBooking(3 * 24 * 60);
    const answer = await hanako.says(text);
    expect(answer).toContain('812 3456 7890');
    expect(answer).not.toContain('予約が確定すると');
  },
);
