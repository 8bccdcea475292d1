// What would be confirmed on a day that was closed since, or come back to it, is asked twice, with the reason (an override of a rule).
import { beforeEach, expect, test } from 'vitest';
import { asDateColumn, dayOf } from '../../src/core/jst.ts';
import { tomorrow } from './rooms.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms();
beforeEach(async () => {
  await counter.prisma.closure.deleteMany();
  await office.room('相談室A');
});

async function requestOnAClosedDay() {
  const request = await office.request(3 * tomorrow);
  await close(request);
  return request;
}

const close = ({ startsAt }: { startsAt: Date }) =>
  counter.prisma.closure.create({
    data: { day: asDateColumn(dayOf(startsAt)), createdAt: counter.clock.now() },
  });

test('The press that would confirm in the one room brings the rooms with the warning, and the second press confirms', async () => {
  const request = await requestOnAClosedDay();
  await office.first.says(request.receipt);
  const asked = await office.first.presses('確定する(相談室A)');
  expect(asked).toContain('ご注意 休業に当たる');
  expect(asked).toContain('それでも確定するときは');
  expect((await request.now()).state).toBe('requested');
  expect(await office.first.presses('相談室A')).toContain('確定しました');
  expect((await request.now()).state).toBe('confirmed');
});

test('What staff confirm knowing that the day is closed shows its person the way in', async () => {
  const request = await requestOnAClosedDay();
  await office.later();
  await office.first.says(request.receipt);
  await office.first.presses('確定する(相談室A)');
  await office.first.presses('相談室A');
  await counter.minutePasses();
  expect(await request.person.says('予約を見る')).toContain('入室してください');
});

test('A card of before the closure confirms nothing without it', async () => {
  const request = await office.request(3 * tomorrow);
  await office.first.says(request.receipt);
  const old = await office.first.tapOf('確定する(相談室A)');
  await close(request);
  expect(await office.second.taps(old)).toContain('休業に当たる');
  expect((await request.now()).state).toBe('requested');
});

test('Typed numbers show the same on the card that asks, and its press confirms', async () => {
  const request = await requestOnAClosedDay();
  const asked = await office.first.says(`番号 ${request.receipt} 845 1111 2222 abcd12`);
  expect(asked).toContain('休業に当たる');
  expect(asked).toContain('それでも確定するときは「この番号で確定する」');
  expect(await office.first.presses('この番号で確定する')).toContain('確定しました');
});

test('Numbers that were shown before the closure confirm nothing without it', async () => {
  const request = await office.request(3 * tomorrow);
  await office.first.says(`番号 ${request.receipt} 845 1111 2222 abcd12`);
  await close(request);
  expect(await office.first.presses('この番号で確定する')).toContain('休業に当たる');
  expect((await request.now()).state).toBe('requested');
  expect(await office.first.presses('この番号で確定する')).toContain('確定しました');
});

test('A cancellation that is taken back after the day was closed is asked twice', async () => {
  const booking = await office.confirmed(3 * tomorrow, null);
  await office.first.says(booking.receipt);
  await office.first.presses('キャンセル');
  await office.first.presses('ご本人から');
  await close(booking);
  expect(await office.first.presses('取り消す')).toContain('まだ取り消していません');
  expect((await booking.now()).state).toBe('cancelled');
  expect(await office.first.presses('取り消す')).toContain('ご注意 休業に当たる');
  expect((await booking.now()).state).toBe('confirmed');
});

test('A confirmation that is taken back after the day was closed is not: it stays where it was', async () => {
  const request = await office.request(3 * tomorrow);
  await office.first.says(request.receipt);
  await office.first.presses('確定する(相談室A)');
  await close(request);
  expect(await office.first.presses('取り消す')).toContain('ご本人には、何もお知らせしていません');
  expect((await request.now()).state).toBe('requested');
});

test('On an open day one press is enough', async () => {
  const request = await office.request(3 * tomorrow);
  await office.first.says(request.receipt);
  expect(await office.first.presses('確定する(相談室A)')).toContain('確定しました');
});
