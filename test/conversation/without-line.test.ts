// A person without LINE: nothing is pushed, and what must be said becomes a call.
import { addHours, addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Prisma } from '../../src/db/client.ts';
import { menuJobs } from '../../src/timers/menu-jobs.ts';
import { nudge } from '../../src/timers/nudge.ts';
import { remind } from '../../src/timers/remind.ts';
import { putBooking } from './bookings-of.ts';
import { numbersOf, type RoomOffice, roomOffice, tomorrow } from './rooms.ts';
import { counter, openWithStaff, staffHear } from './with-staff.ts';

openWithStaff();
let office: RoomOffice;
let room: string;
beforeAll(async () => {
  office = roomOffice(counter);
});
beforeEach(async () => {
  await counter.prisma.$executeRaw`DELETE FROM "Call"`;
  await office.clear();
  room = await office.room('相談室A');
  await office.later();
});

/** Of somebody who booked by telephone. */
async function put(changes: Partial<Prisma.BookingUncheckedCreateInput> = {}, minutes = tomorrow) {
  const person = counter.visitor(`U-${uuidv7()}`);
  await person.follows();
  const booking = await putBooking(counter, person, minutes, { source: 'phone', ...changes });
  await counter.prisma.person.update({ where: { id: booking.personId }, data: { chatId: null } });
  return booking;
}
const request = (numbersBy: string | null) =>
  put({ state: 'requested', zoomMeetingId: null, zoomPasscode: null, numbersBy });
const calls = () => counter.prisma.call.findMany({ select: { about: true, reason: true } });
const press = (event: string, { id, version }: { id: string; version: number }, more = {}) =>
  office.first.taps({ event, booking: id, version: String(version), ...more });

test('A confirmation for a person without LINE becomes a call a minute later, and today’s list says that the numbers are not told', async () => {
  const booking = await request('callBack');
  const card = await press('room.picked', booking, { room });
  expect(card).toContain('LINEをお使いではありません');
  expect(card).not.toContain('LINEでお知らせします');
  expect(await calls()).toEqual([]);
  await counter.minutePasses();
  expect(await calls()).toEqual([{ about: 'confirmed', reason: 'noLine' }]);
  expect(await office.first.says('明日')).toContain('電話予約・番号を未連絡');
  const shown = await office.first.taps({ event: 'card.asked', booking: booking.id });
  expect(shown).toContain('未連絡');
  expect(shown).toContain('お知らせ まだお伝えしていません');
  expect(shown).not.toContain('届きません');
});

test.each(['aloud', 'myPage'])(
  'With %s the numbers stand on the card of the confirmation, and nobody has to be called',
  async (numbersBy) => {
    const booking = await request(numbersBy);
    const card = await press('room.picked', booking, { room });
    expect(card).toContain('812 3456 7890');
    expect(card).toContain('hama2026');
    await counter.minutePasses();
    expect(await calls()).toEqual([]);
    await office.later();
    expect(await office.first.taps({ event: 'card.asked', booking: booking.id })).not.toContain('hama2026');
  },
);

test.each([
  ['aloud', '番号を読み上げたとき'],
  ['myPage', '番号をマイページでお知らせしたとき'],
])(
  'A confirmation with %s that is taken back does not claim that nothing was told',
  async (numbersBy, words) => {
    const booking = await request(numbersBy);
    await press('room.picked', booking, { room });
    const undone = await office.second.presses('取り消す');
    expect(undone).toContain(words);
    expect(undone).not.toContain('何もお知らせしていません');
  },
);

test.each(['aloud', 'myPage'])(
  'Other numbers after a confirmation with %s become a call, and the card says that alone',
  async (numbersBy) => {
    const other = await office.room('相談室B', numbersOf.B);
    const booking = await put({ numbersBy });
    const card = await press('room.changed', booking, { room: other });
    expect(card).toContain('1分後に「お電話」に出ます');
    expect(card).not.toMatch(/いまのお電話で|マイページで/);
    await counter.minutePasses();
    expect(await calls()).toEqual([{ about: 'numbersChanged', reason: 'noLine' }]);
  },
);

test('Other numbers within the minute of the confirmation are to be read aloud too, and become no call', async () => {
  const other = await office.room('相談室B', numbersOf.B);
  const booking = await request('aloud');
  await press('room.picked', booking, { room });
  const card = await press('room.changed', { ...booking, version: booking.version + 1 }, { room: other });
  expect(card).toContain('いまのお電話で読み上げてください');
  await counter.minutePasses();
  expect(await calls()).toEqual([]);
});

test('Whoever cancels on the telephone is not called to hear it; of another reason there is a call', async () => {
  const booking = await put();
  const told = await press('cancel.picked', booking, { reason: 'byPerson' });
  expect(told).toContain('「お電話」には出ません');
  expect(told).not.toContain('1分後に');
  await counter.minutePasses();
  expect(await calls()).toEqual([]);
  expect(await office.second.presses('取り消す')).toContain('1分をすぎたので、取り消せません');
  const other = await put({ counsellor: 77 });
  await office.later();
  await press('cancel.picked', other, { reason: 'counsellor' });
  await counter.minutePasses();
  expect(await calls()).toEqual([{ about: 'cancelled', reason: 'noLine' }]);
  // Nobody has been told anything.
  const late = await office.second.presses('取り消す');
  expect(late).toContain('1分をすぎたので、取り消せません');
  expect(late).not.toContain('もうご本人にお知らせした');
});

test('Nobody without LINE is reminded, has a menu, or is counted for what staff are told', async () => {
  const booking = await put({}, 60);
  const at = { ...counter.services, now: addMinutes(booking.startsAt, -10) };
  const timer = { booking: booking.id, kind: 'soon' } as const;
  const sent = await counter.prisma.$transaction(async (tx) => {
    const found = await tx.booking.findUniqueOrThrow({
      where: { id: booking.id },
      include: { person: true },
    });
    return [await remind(tx, [timer], [found], at), await menuJobs(tx, [timer], at, at.now)];
  });
  expect(sent).toEqual([[], []]);
  expect(await calls()).toEqual([]);
  const waits = await put({ state: 'requested', counsellor: 78, promisedBy: addHours(booking.startsAt, 1) });
  const told = await counter.prisma.$transaction((tx) =>
    nudge(tx, waits.id, { ...counter.services, now: waits.promisedBy }),
  );
  expect(told).toMatchObject([{ to: 'C1', about: 'nudge' }]);
  expect(told[0]).not.toHaveProperty('cause');
  expect(await staffHear()).toBe('');
});
