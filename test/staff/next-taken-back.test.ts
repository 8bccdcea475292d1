// 取り消す of a booking that staff made: it goes with the press that made it, and what became of it later is as of any other.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, asDay, type Day, dayOf, instant } from '../../src/core/jst.ts';
import { newestBookingOf } from '../../src/records/bookings.ts';
import { bookingsOfPerson } from '../../src/records/people-shown.ts';
import { bookingsOfMonth } from '../../src/records/register.ts';
import { meetingColumns } from '../../src/records/zoom-numbers.ts';
import { ordinaryThursday, typedDay } from '../booking/ordinary-days.ts';
import { putBooking } from '../conversation/bookings-of.ts';
import { type Counter, openCounter, type Visitor } from '../conversation/counter.ts';
import { numbersOf, type RoomOffice, roomOffice } from '../conversation/rooms.ts';

let counter: Counter;
let office: RoomOffice;
let hanako: Visitor;
let visitors = 0;
/** A Thursday, on which it is five past two. */
let day: Day;
beforeAll(async () => {
  counter = await openCounter();
  office = roomOffice(counter);
  await office.enrol();
  day = ordinaryThursday(counter.clock.now(), counter.office);
  await counter.clock.moveTo(instant(day, '14:05'));
});
afterAll(() => counter.close());
beforeEach(async () => {
  await office.clear();
  await office.later();
  visitors += 1;
  hanako = counter.visitor(`U-taken-${visitors}`);
  await hanako.follows();
});

const state = async () =>
  (await counter.prisma.booking.findFirstOrThrow({ where: { source: 'consultation' } })).state;
const heard = async () => (await hanako.news()).map(({ about }) => about);

/** During a consultation the next one is agreed on, a week later. Answers with its card. */
async function bookedNext(): Promise<string> {
  const booking = await putBooking(counter, hanako, -5, {
    state: 'inProgress',
    startsAt: instant(day, '14:00'),
    createdAt: instant(addDays(day, -7), '14:00'),
  });
  const columns = meetingColumns(
    counter.database.sealer,
    booking.id,
    numbersOf.A,
    await office.room('相談室A'),
  );
  await counter.prisma.booking.update({ where: { id: booking.id }, data: columns });
  await office.first.taps({ event: 'card.asked', booking: booking.id });
  await office.first.presses('次回を予約');
  const card = await office.first.presses(`${typedDay(addDays(day, 7))}(木) 14:00`);
  await hanako.news();
  return card;
}

async function bookedNextAndTold(): Promise<void> {
  await bookedNext();
  await counter.minutePasses();
  await hanako.news();
}

/** On the newest card of it. */
async function presses(...labels: string[]): Promise<string> {
  const { id } = await counter.prisma.booking.findFirstOrThrow({ where: { source: 'consultation' } });
  await office.later();
  await office.first.taps({ event: 'card.asked', booking: id });
  let answer = '';
  for (const label of labels) answer = await office.first.presses(label);
  return answer;
}

test('What was taken back before its person heard of it is not shown to that person, who sees today’s', async () => {
  await bookedNext();
  await office.first.presses('取り消す');
  expect(await state()).toBe('cancelled');
  await counter.minutePasses();
  const shown = await hanako.says('予約を見る');
  expect(shown).not.toContain('キャンセルした');
  expect(shown).toContain('14:00');
  expect(shown).not.toContain(`${Number(addDays(day, 7).slice(8))}日`);
});

test('What was taken back before its person heard of it is no cancellation in the register or on the person’s card', async () => {
  await bookedNext();
  await office.first.presses('取り消す');
  const { personId, startsAt } = await counter.prisma.booking.findFirstOrThrow({
    where: { source: 'consultation' },
  });
  const month = asDay(`${dayOf(startsAt).slice(0, 7)}-01`);
  const { register, person } = await counter.prisma.$transaction(async (tx) => ({
    register: await bookingsOfMonth(tx, month),
    person: await bookingsOfPerson(tx, personId, 5),
  }));
  expect(register.map((one) => one.state)).not.toContain('cancelled');
  expect(person).toMatchObject({ count: 1, bookings: [{ state: 'inProgress' }] });
});

test('Once it was told and cancelled it is the newest that its person knows', async () => {
  await bookedNextAndTold();
  await presses('キャンセル', 'ご本人から');
  await counter.minutePasses();
  expect(await heard()).toEqual(['cancelled']);
  const { personId } = await counter.prisma.booking.findFirstOrThrow({ where: { source: 'consultation' } });
  const newest = await counter.prisma.$transaction((tx) => newestBookingOf(tx, personId));
  expect(newest).toMatchObject({ source: 'consultation', state: 'cancelled' });
});

test('Taken among the requests again and refused, the refusal alone is taken back: its person hears that it waits again', async () => {
  await bookedNextAndTold();
  await presses('キャンセル', 'ご本人から');
  await counter.minutePasses();
  await presses('もう一度受ける', 'お断りする', '窓口でお受けする');
  await hanako.news();
  expect(await office.second.presses('取り消す')).toContain('取り消しました');
  expect(await state()).toBe('requested');
  await counter.minutePasses();
  expect(await heard()).toEqual(['readmitted']);
});

test('Once told, and taken among the requests again after a cancellation, it waits once its confirmation is taken back', async () => {
  await bookedNextAndTold();
  await presses('キャンセル', 'ご本人から');
  await counter.minutePasses();
  await presses('もう一度受ける', '確定する(相談室A)', '取り消す');
  expect(await state()).toBe('requested');
  expect(await hanako.says('予約を見る')).toContain('まだ確定していません');
});

test('Taken back before its person heard of it, it was asked for by nobody, and nothing takes it among the requests', async () => {
  await bookedNext();
  expect(await office.first.presses('取り消す')).not.toContain('もう一度受ける');
  const { id, version } = await counter.prisma.booking.findFirstOrThrow({
    where: { source: 'consultation' },
  });
  await office.later();
  expect(await office.first.taps({ event: 'readmit.asked', booking: id, version: `${version}` })).toContain(
    'キャンセル',
  );
  expect(await state()).toBe('cancelled');
});
