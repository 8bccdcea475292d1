// 次回を予約: the next consultation is agreed on while the person is there.
import { addMinutes } from 'date-fns';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, type Day, instant } from '../../src/core/jst.ts';
import { meetingColumns } from '../../src/records/zoom-numbers.ts';
import { ordinaryThursday, typedDay } from '../booking/ordinary-days.ts';
import { putBooking } from '../conversation/bookings-of.ts';
import { type Counter, openCounter, type Visitor } from '../conversation/counter.ts';
import { numbersOf, type RoomOffice, roomOffice } from '../conversation/rooms.ts';

let counter: Counter;
let office: RoomOffice;
let hanako: Visitor;
let room: string;
let visitors = 0;
/** A Thursday, on which it is five past two, and the one after it. */
let day: Day;
let nextWeek: Day;
/** The button of that one. */
let sameTime: string;
beforeAll(async () => {
  counter = await openCounter();
  office = roomOffice(counter);
  await office.enrol();
  day = ordinaryThursday(counter.clock.now(), counter.office);
  nextWeek = addDays(day, 7);
  sameTime = `${typedDay(nextWeek)}(木) 14:00`;
  await counter.clock.moveTo(instant(day, '14:05'));
});
afterAll(() => counter.close());
beforeEach(async () => {
  await office.clear();
  await office.later();
  room = await office.room('相談室A');
  visitors += 1;
  hanako = counter.visitor(`U-next-${visitors}`);
  await hanako.follows();
});

/** From 14:00 on; it began a moment ago. */
async function begun(state: 'inProgress' | 'done' = 'inProgress') {
  const booking = await putBooking(counter, hanako, -5, {
    state,
    startsAt: instant(day, '14:00'),
  });
  const columns = meetingColumns(counter.database.sealer, booking.id, numbersOf.A, room);
  return counter.prisma.booking.update({ where: { id: booking.id }, data: columns });
}
const next = () => counter.prisma.booking.findFirst({ where: { source: 'consultation' } });
const card = (id: string) => office.first.taps({ event: 'card.asked', booking: id });

test('The same weekday and time next week comes first, then in the weeks after it, and one press confirms it in the same room', async () => {
  const booking = await begun();
  await card(booking.id);
  const times = await office.first.presses('次回を予約');
  const [first, second = ''] = [...times.matchAll(/\[(\d+\/\d+\(.\) \d+:\d\d)\]/g)].map(([, one]) => one);
  expect(first).toBe(sameTime);
  // Then in the weeks after it.
  expect(second).toMatch(/\(木\) 14:00$/);
  expect(times).toContain('[ほか]');
  expect(await office.first.presses(sameTime)).toContain('確定しました');
  expect(await next()).toMatchObject({
    ...{ state: 'confirmed', roomId: room, personId: booking.personId, version: 2 },
    startsAt: instant(nextWeek, '14:00'),
  });
  await hanako.news();
  await counter.minutePasses();
  expect(await hanako.news()).toMatchObject([{ about: 'confirmed' }]);
});

/** Somebody else is in this room at the same time next week. */
async function isTakenThen(id: string, numbers = numbersOf.A) {
  const other = await office.confirmed(60, id, numbers);
  const startsAt = instant(nextWeek, '14:00');
  const data = { startsAt, endsAt: addMinutes(startsAt, 45) };
  await counter.prisma.booking.update({ where: { id: other.id }, data });
}

const asksNext = async () => {
  const booking = await begun('done');
  await card(booking.id);
  await office.first.presses('次回を予約');
  return booking;
};

test('Where somebody else is in the room then, staff pick one first, and until then nothing is on record', async () => {
  await office.room('相談室B', numbersOf.B);
  await isTakenThen(room);
  await asksNext();
  const rooms = await office.first.presses(sameTime);
  expect(rooms).toContain('まだ予約していません');
  expect(rooms).toContain('[相談室B]');
  expect(rooms).not.toContain('番号を入力');
  expect(await next()).toBeNull();
  await hanako.news();
  await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
  expect(await office.first.presses('相談室B')).toContain('確定しました');
  expect(await next()).toMatchObject({ state: 'confirmed', version: 2 });
  await counter.minutePasses();
  expect(await hanako.news()).toMatchObject([{ about: 'confirmed' }]);
});

test('A clerk who walks away from the rooms leaves nothing behind: its person hears nothing and may book', async () => {
  await office.room('相談室B', numbersOf.B);
  await isTakenThen(room);
  const { personId } = await asksNext();
  await office.first.presses(sameTime);
  await hanako.news();
  await counter.minutePasses();
  expect(await hanako.news()).toEqual([]);
  expect(await counter.prisma.booking.count({ where: { personId } })).toBe(1);
});

test('A room that somebody else got meanwhile, or that was removed, books nothing', async () => {
  const other = await office.room('相談室B', numbersOf.B);
  await isTakenThen(room);
  await asksNext();
  await office.first.presses(sameTime);
  const pick = await office.first.tapOf('相談室B');
  await isTakenThen(other, numbersOf.B);
  expect(await office.first.taps(pick)).toContain('相談室Bは、次の予約で使います');
  await counter.prisma.zoomRoom.update({ where: { id: other }, data: { removedAt: counter.clock.now() } });
  await office.later();
  expect(await office.first.taps(pick)).toContain('空いている会議室がありません');
  expect(await next()).toBeNull();
});

test('Where no room is free then, or none is registered, that is said, and nothing is booked', async () => {
  await isTakenThen(room);
  await asksNext();
  const none = await office.first.presses(sameTime);
  expect(none).toContain('空いている会議室がありません');
  expect(none).toContain('[ほか]');
  const again = await office.first.tapOf('ほか');
  await counter.prisma.zoomRoom.updateMany({ data: { removedAt: counter.clock.now() } });
  await office.later();
  await office.first.taps(again);
  expect(await office.first.presses(sameTime)).toContain('会議室が、まだ登録されていません');
  expect(await next()).toBeNull();
});

test('The card of the times says that the person is put off (R-24), before anything is booked', async () => {
  const booking = await begun();
  await counter.prisma.person.update({
    where: { id: booking.personId },
    data: { suspendedReason: 'noShows', suspendedUntil: null },
  });
  await card(booking.id);
  expect(await office.first.presses('次回を予約')).toContain('利用見合わせ');
});

test('Who has another open booking gets no next one (R-15)', async () => {
  const booking = await begun('done');
  await putBooking(counter, hanako, 24 * 60);
  await card(booking.id);
  expect(await office.first.presses('次回を予約')).toContain('別の予約があります');
  const at = String(instant(nextWeek, '14:00').getTime());
  const tap = { event: 'next.picked', booking: booking.id, version: String(booking.version), at };
  expect(await office.first.taps(tap)).toContain('別の予約があります');
  expect(await next()).toBeNull();
});

test('A button of an old card, and a time that cannot be, book nothing', async () => {
  const booking = await begun();
  const tap = { event: 'next.picked', booking: booking.id, version: String(booking.version) };
  const past = String(instant(addDays(day, -2), '14:00').getTime());
  expect(await office.first.taps({ ...tap, at: past })).toContain('もう過ぎています');
  const odd = String(instant(nextWeek, '14:07').getTime());
  expect(await office.first.taps({ ...tap, at: odd })).toContain('始められない時間');
  const at = String(instant(nextWeek, '14:00').getTime());
  expect(await office.first.taps({ ...tap, version: '1', at })).toContain('変わりました');
  expect(await next()).toBeNull();
});

test('After a cancellation on the telephone another time is booked at once, the nearest first, and both are told', async () => {
  const booking = await office.confirmed(24 * 60, room);
  await card(booking.id);
  await office.first.presses('キャンセル');
  expect(await office.first.presses('ご本人から')).toMatch(/\[取り消す\]\n\[日時を変えて予約\]/);
  const times = await office.first.presses('日時を変えて予約');
  const [, nearest = ''] = /\[(\d+\/\d+\(.\) \d+:\d\d)\]/.exec(times) ?? [];
  expect(nearest).toContain(`${typedDay(addDays(day, 1))}(金)`);
  expect(await office.first.presses(nearest)).toContain('確定しました');
  expect(await next()).toMatchObject({ state: 'confirmed', personId: (await booking.now()).personId });
  const { person } = booking;
  await person.news();
  await counter.minutePasses();
  expect(await person.news()).toMatchObject([{ about: 'cancelled' }, { about: 'confirmed' }]);
});

test('A cancellation is not taken back once its person has another booking', async () => {
  const booking = await office.confirmed(24 * 60, room);
  await card(booking.id);
  await office.first.presses('キャンセル');
  await office.first.presses('ご本人から');
  const undo = await office.first.tapOf('取り消す');
  const times = await office.first.presses('日時を変えて予約');
  const [, nearest = ''] = /\[(\d+\/\d+\(.\) \d+:\d\d)\]/.exec(times) ?? [];
  await office.first.presses(nearest);
  expect(await office.second.taps(undo)).toContain('別の予約が入ったので、取り消せません');
  expect(await counter.prisma.booking.count({ where: { state: 'confirmed' } })).toBe(1);
});
