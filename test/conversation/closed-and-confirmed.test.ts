// A request on a day that was closed since: 確定する asks twice, and says why (an override of a rule).
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
  const closure = { day: asDateColumn(dayOf(request.startsAt)), createdAt: counter.clock.now() };
  await counter.prisma.closure.create({ data: closure });
  return request;
}

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

test('A card of before the closure confirms nothing without it', async () => {
  const request = await office.request(3 * tomorrow);
  await office.first.says(request.receipt);
  const old = await office.first.tapOf('確定する(相談室A)');
  const closure = { day: asDateColumn(dayOf(request.startsAt)), createdAt: counter.clock.now() };
  await counter.prisma.closure.create({ data: closure });
  expect(await office.second.taps(old)).toContain('休業に当たる');
  expect((await request.now()).state).toBe('requested');
});

test('Typed numbers show the same on the card that asks', async () => {
  const request = await requestOnAClosedDay();
  expect(await office.first.says(`番号 ${request.receipt} 845 1111 2222 abcd12`)).toContain('休業に当たる');
});

test('On an open day one press is enough', async () => {
  const request = await office.request(3 * tomorrow);
  await office.first.says(request.receipt);
  expect(await office.first.presses('確定する(相談室A)')).toContain('確定しました');
});
