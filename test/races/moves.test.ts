// A booking that one clerk moves while somebody else does another thing with it, or takes the time it would get: on a server,
// where two transactions really run side by side. The other one is held open here until the clerk's turn waits for it.
import { addMinutes } from 'date-fns';
import { expect, test } from 'vitest';
import type { Tx } from '../../src/db/client.ts';
import { takeStep } from '../../src/records/booking-steps.ts';
import { getBooking } from '../../src/records/bookings.ts';
import { columnsBefore, keepUndo, takeUndo } from '../../src/records/undo.ts';
import { textOf } from '../conversation/counter.ts';
import { numbersOf, tomorrow } from '../conversation/rooms.ts';
import { counter, office, openWithRooms } from '../conversation/with-rooms.ts';
import { describeOnServer } from '../helpers/database.ts';
import { meanwhile } from './meanwhile.ts';

describeOnServer('a booking that is moved', () => {
  openWithRooms();

  const deed = () => ({ actor: 'staff' as const, chatId: 'C2', staffId: null, at: counter.clock.now() });
  const holdsOf = async (bookingId: string) =>
    (await counter.prisma.slotUse.findMany({ where: { bookingId }, orderBy: { kind: 'asc' } })).map(
      ({ kind, startsAt }) => [kind, startsAt],
    );

  /** To the last look, with the fourth of the days that are offered. */
  async function lastLook(receipt: string, time = '15:00'): Promise<void> {
    await office.first.says(receipt);
    const days = await office.first.presses('日時を変える');
    await office.first.presses([...days.matchAll(/\[(\d+月\d+日\(.\))\]/g)][3]?.[1] ?? '');
    await office.first.presses(time);
  }

  test('back by one clerk while another moves it on: the move counts, and nobody says that it was told', async () => {
    const { id, receipt, person, now } = await office.confirmed(tomorrow, null);
    await lastLook(receipt);
    await office.first.presses('変える');
    const undo = await office.second.tapOf('取り消す');
    const moved = await now();
    const other = await meanwhile(async (tx) => {
      const waiting = await takeUndo(tx, id);
      const data = {
        startsAt: addMinutes(moved.startsAt, -60),
        endsAt: addMinutes(moved.endsAt, -60),
      };
      expect(await takeStep(tx, moved, 'reschedule', deed(), data)).toBe('done');
      const told = { event: 'reschedule', reason: null, tellAt: addMinutes(counter.clock.now(), 2) };
      await keepUndo(tx, moved, await getBooking(tx, id), told, waiting);
    });
    const answer = office.second.taps(undo);
    await other.commit();
    expect(await answer).toContain('さきほどのカードのあとに、変わりました');
    expect(await answer).toContain('[取り消す]');
    expect((await now()).startsAt).toEqual(addMinutes(moved.startsAt, -60));
    expect(await holdsOf(id)).toEqual([
      ['booking', addMinutes(moved.startsAt, -60)],
      ['undo', moved.startsAt],
    ]);
    expect(await person.news()).toSatisfy((news: { about: string }[]) =>
      news.every(({ about }) => about === 'answer'),
    );
  });

  test('on by one clerk while another takes it back: it is as before, and the first is told who did', async () => {
    const { id, receipt, now, startsAt } = await office.confirmed(tomorrow, null);
    await lastLook(receipt);
    await office.first.presses('変える');
    const moved = await now();
    const other = await meanwhile(async (tx) => {
      const undo = await takeUndo(tx, id);
      if (undo === undefined) throw new Error('It has just been moved');
      expect(await takeStep(tx, moved, 'undo', deed(), columnsBefore(undo))).toBe('done');
    });
    const day = moved.startsAt.toISOString().slice(0, 10);
    const move = { event: 'move.made', booking: id, version: String(moved.version), day, time: '14:00' };
    const answer = office.first.taps(move);
    await other.commit();
    expect(await answer).not.toContain('日時を変えました');
    expect((await now()).startsAt).toEqual(startsAt);
    expect(await holdsOf(id)).toEqual([['booking', startsAt]]);
  });

  test('by one clerk while another cancels it keeps free the time that the cancellation holds for its minute', async () => {
    await office.room('相談室A');
    const roomB = await office.room('相談室B', numbersOf.B);
    const { id, receipt, now, startsAt } = await office.confirmed(tomorrow, null, numbersOf.B);
    await lastLook(receipt);
    const before = await now();
    const { day = '', time = '' } = await office.first.tapOf('変える');
    const move = {
      ...{ event: 'move.roomed', booking: id, version: String(before.version), day, time },
      room: roomB,
    };
    // The move has read the booking by the time it waits for the room.
    const other = await meanwhile(async (tx: Tx) => {
      await tx.$queryRaw`SELECT 1 AS held FROM "ZoomRoom" WHERE id = ${roomB}::uuid FOR UPDATE`;
      expect(await takeStep(tx, before, 'cancel', deed())).toBe('done');
      const told = { event: 'cancel', reason: 'byPerson', tellAt: addMinutes(counter.clock.now(), 1) };
      await keepUndo(tx, before, await getBooking(tx, id), told, undefined);
    });
    const answer = office.first.taps(move);
    await other.commit();
    expect(await answer).not.toContain('日時を変えました');
    expect((await now()).state).toBe('cancelled');
    expect(await holdsOf(id)).toEqual([['undo', startsAt]]);
    await office.first.says(receipt);
    expect(await office.first.presses('取り消す')).toContain('取り消しました');
    expect(await now()).toMatchObject({ state: 'confirmed', startsAt });
  });

  test('onto the last counsellor of an hour that somebody else takes in that second stays where it is', async () => {
    const { receipt, person, now, startsAt } = await office.confirmed(tomorrow, null);
    await lastLook(receipt);
    const press = await office.first.tapOf('変える');
    const start = new Date(`${press.day}T${press.time}:00+09:00`);
    const other = await meanwhile(async (tx) => {
      const { counsellors, minutes } = counter.office.consultation;
      const slot = { startsAt: start, endsAt: addMinutes(start, minutes), until: addMinutes(start, -60) };
      for (let counsellor = 0; counsellor < counsellors; counsellor += 1)
        await tx.slotUse.create({ data: { kind: 'undo', counsellor, ...slot } });
    });
    const answer = office.first.taps(press);
    await other.commit();
    expect(await answer).toContain('もう空いていません');
    expect((await now()).startsAt).toEqual(startsAt);
    expect(textOf(await person.news())).not.toContain('変わりました');
    await counter.prisma.slotUse.deleteMany({ where: { bookingId: null } });
  });
});
