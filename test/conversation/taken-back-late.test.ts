// 取り消す says what it did: of a wish whose time ran out meanwhile, of a room that was removed, and of a reminder that was due.
import { addSeconds } from 'date-fns';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayOf, startOfDay } from '../../src/core/jst.ts';
import { withoutEarlyReminder } from '../../src/records/reminders-sent.ts';
import { timerWorker } from '../../src/timers/timer-worker.ts';
import { looksAt, wishes } from './wishing.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms(2);
beforeAll(() => {
  counter.database.queue.work('timers', { batchSize: 50 }, timerWorker(counter));
});

const later = 10 * 24 * 60;

describe.each(['変える', 'そのまま'])('%s on a wish, taken back', (button) => {
  const decided = async () => {
    const booking = await office.confirmed(later, null);
    await wishes(booking);
    await office.first.presses(button);
    const from = (await counter.sentTo(booking.person.chatId)).length;
    return { booking, from };
  };
  const heard = async (chatId: string, from: number) =>
    (await counter.sentTo(chatId)).slice(from).map(({ about }) => about);

  test('after the end of the wish: staff read that its person is told that nobody answered', async () => {
    const { booking, from } = await decided();
    await counter.prisma.moveWish.updateMany({ data: { until: counter.clock.now() } });
    const card = await office.second.presses('取り消す');
    expect(card).toContain('取り消しました');
    expect(card).toContain('変更の希望は、お返事の期限をすぎています');
    expect(card).toContain('お返事できなかったことを、ご本人にお知らせします');
    expect(card).not.toContain('何もお知らせしていません');
    expect(await heard(booking.person.chatId, from)).toEqual(['wishLapsed']);
  });

  test('before it: nothing has been told, and that is said', async () => {
    const { booking, from } = await decided();
    expect(await office.second.presses('取り消す')).toContain('ご本人には、何もお知らせしていません');
    expect(await heard(booking.person.chatId, from)).toEqual([]);
  });
});

test('送り直す of a room that was removed since is taken back, and that is said', async () => {
  const roomA = await office.room('相談室A');
  const booking = await office.confirmed(24 * 60, roomA);
  const before = await booking.now();
  await office.first.says('会議室 追加 相談室A 845 1111 2222 abcd12');
  await office.first.presses('送り直す');
  const undo = await office.first.tapOf('取り消す');
  await counter.prisma.zoomRoom.update({ where: { id: roomA }, data: { removedAt: counter.clock.now() } });
  const answer = await office.second.taps(undo);
  expect(answer).toContain('「相談室A」の予約 1件の番号を、元に戻しました');
  expect(answer).not.toContain('もう登録にありません');
  expect(await booking.now()).toMatchObject({ zoomHash: before.zoomHash });
});

describe('the reminder of days before, on a day on which the date was decided', () => {
  const isNeedless = async (id: string) =>
    (await withoutEarlyReminder(counter.prisma, [id], startOfDay(dayOf(counter.clock.now())))).has(id);
  const moves = async (booking: Awaited<ReturnType<typeof office.confirmed>>) => {
    await looksAt(booking.receipt);
    await office.first.presses('変える');
  };

  test('is needless after a move, and comes where that was taken back', async () => {
    const booking = await office.confirmed(later, null);
    expect(await isNeedless(booking.id)).toBe(false);
    await moves(booking);
    expect(await isNeedless(booking.id)).toBe(true);
    await counter.clock.moveTo(addSeconds(counter.clock.now(), 12));
    await office.second.presses('取り消す');
    expect(await isNeedless(booking.id)).toBe(false);
  });

  test('is needless after a move that stands, whatever else was taken back since', async () => {
    const booking = await office.confirmed(later, null);
    await moves(booking);
    await counter.minutePasses();
    await office.first.says(booking.receipt);
    await office.first.presses('キャンセル');
    await office.first.presses('ご本人から');
    await counter.clock.moveTo(addSeconds(counter.clock.now(), 12));
    await office.second.presses('取り消す');
    expect(await isNeedless(booking.id)).toBe(true);
  });
});
