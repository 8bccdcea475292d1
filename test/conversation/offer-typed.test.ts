// While times are proposed, what their person types, closes and writes of before: the buttons come, and nothing stands that is not so.

import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/core/jst.ts';
import { putClosure } from '../../src/records/closures.ts';
import { later, offerOf, proposed, sends, takes } from './offers.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms(1);

const closes = async (start: Date): Promise<void> => {
  const row = { part: 'all' as const, counsellors: null, reason: null, madeById: null };
  await counter.prisma.$transaction((tx) =>
    putClosure(tx, counter.database.sealer, { id: uuidv7(), day: dayOf(start), ...row }, counter.clock.now()),
  );
};

test.each([
  '2番目の日時でお願いします',
  'どれも合わない',
  'どれも合いません',
  '前の日時のままがいい',
  '全部無理です',
  'どの日も行けません',
  'お願いします',
  '14:00でお願いします',
  '水曜ならいけます',
  'はい',
])('「%s」 is answered with the times and their buttons', async (text) => {
  const request = await office.request(later);
  await proposed(request);
  const answer = await request.person.says(text);
  expect(answer).toContain('[どれも合わない]');
  expect(answer).not.toContain('読み取れません');
  expect(answer).not.toContain('日時は、まだ変わっていません');
  expect(await request.now()).toMatchObject({ state: 'proposed' });
});

test('A ban on calls, words of danger and a question are heard as ever', async () => {
  const request = await office.request(later);
  await proposed(request);
  expect(await request.person.says('電話しないでください')).toContain('電話');
  expect(await request.person.says('消えてしまいたい')).not.toContain('[どれも合わない]');
  expect(await request.person.says('お金はかかりますか')).toContain('無料');
});

test('In the minute before they are told, whoever writes is told first', async () => {
  const request = await office.request(later);
  await sends(request);
  expect(await request.person.says('お願いします')).toContain('[どれも合わない]');
});

describe('Where none of them can be taken any more', () => {
  test('the press says so, the request waits for staff again, and they hear it', async () => {
    const request = await office.request(later);
    await proposed(request);
    const { starts } = await offerOf(request.id);
    for (const start of starts) await closes(start);
    const answer = await takes(request);
    expect(answer).toContain('その日時は、もう選べません');
    expect(await request.now()).toMatchObject({ state: 'requested' });
    expect(await counter.prisma.offer.count()).toBe(0);
    expect(await counter.prisma.slotUse.count({ where: { kind: 'offer' } })).toBe(0);
    expect(await office.first.says('おはよう')).toContain('どれも選べなくなりました');
  });

  test('予約を見る shows those that are left alone', async () => {
    const request = await office.request(later);
    await proposed(request);
    const { starts } = await offerOf(request.id);
    const [first] = starts;
    if (first === undefined) throw new Error('Nothing was proposed');
    const before = (await request.person.says('予約を見る')).match(/\[\d+月\d+日\(.\) \d+:\d\d\]/g);
    expect(before).toHaveLength(3);
    await closes(first);
    const left = starts.filter((start) => dayOf(start) !== dayOf(first));
    await office.later();
    const after = (await request.person.says('予約を見る')).match(/\[\d+月\d+日\(.\) \d+:\d\d\]/g) ?? [];
    expect(after).toHaveLength(left.length);
  });
});

test('A time that is taken in the middle of choosing another one ends that choice', async () => {
  await office.room('相談室A');
  const request = await office.request(later);
  await proposed(request);
  const { starts } = await offerOf(request.id);
  const take = { event: 'offer.taken', booking: request.id, at: String(starts[0]?.getTime()) };
  await request.person.says('予約を見る');
  expect(await request.person.presses('日時を選び直す')).toContain('日');
  const answer = await request.person.taps(take);
  expect(answer).toContain('予約が確定しました');
  expect(answer).not.toContain('この内容で申し込む');
  expect(await request.person.says('はい')).not.toContain('この内容で申し込む');
  expect(await request.now()).toMatchObject({ state: 'confirmed' });
});
