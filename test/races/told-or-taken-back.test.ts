// The minute after a decision ends at the moment at which a clerk presses 取り消す: told or taken back, never both, whichever of the
// two transactions is first. On a server, where they really run side by side.
import { addMinutes } from 'date-fns';
import { expect, test } from 'vitest';
import { outboxJobs } from '../../src/outbox/outbox.ts';
import { takeStep } from '../../src/records/booking-steps.ts';
import { columnsBefore, takeUndo } from '../../src/records/undo.ts';
import { tell } from '../../src/timers/tell.ts';
import { tomorrow } from '../conversation/rooms.ts';
import { counter, office, openWithRooms } from '../conversation/with-rooms.ts';
import { describeOnServer } from '../helpers/database.ts';
import { meanwhile } from './meanwhile.ts';

describeOnServer('the end of the minute', () => {
  openWithRooms();

  async function cancelled() {
    const booking = await office.confirmed(tomorrow, null);
    await office.first.says(booking.receipt);
    await office.first.presses('キャンセル');
    await office.first.presses('ご本人から');
    const before = (await counter.sentTo(booking.person.chatId)).length;
    const heard = async () => (await counter.sentTo(booking.person.chatId, before)).map(({ about }) => about);
    const holds = () => counter.prisma.slotUse.findMany({ where: { bookingId: booking.id } });
    return { ...booking, heard, holds };
  }
  /** As its timer does. */
  const tells = async (id: string, tx: Parameters<typeof tell>[0]) => {
    const { database, services, clock } = counter;
    const now = addMinutes(clock.now(), 1);
    const outgoing = await tell(tx, id, { ...services, now });
    await database.queue.put('outbox', outboxJobs(outgoing, services, now), tx);
    return outgoing.length;
  };

  test('comes while the timer tells: it cannot be taken back any more, and the slot is free', async () => {
    const { id, now, heard, holds } = await cancelled();
    const undo = await office.second.tapOf('取り消す');
    const timer = await meanwhile((tx) => tells(id, tx));
    const answer = office.second.taps(undo);
    await timer.commit();
    expect(await answer).toContain('もうご本人にお知らせしたので、取り消せません');
    expect((await now()).state).toBe('cancelled');
    expect(await heard()).toEqual(['cancelled']);
    expect(await holds()).toEqual([]);
  });

  test('comes while a clerk takes it back: the timer says nothing', async () => {
    const { id, now, heard, holds } = await cancelled();
    const cancelledNow = await now();
    const clerk = await meanwhile(async (tx) => {
      const undo = await takeUndo(tx, id);
      if (undo === undefined) throw new Error('It has just been cancelled');
      const deed = { actor: 'staff' as const, chatId: 'C1', staffId: null, at: counter.clock.now() };
      expect(await takeStep(tx, cancelledNow, 'undo', deed, columnsBefore(undo))).toBe('done');
    });
    const told = counter.database.queue.transaction((tx) => tells(id, tx));
    await clerk.commit();
    expect(await told).toBe(0);
    expect((await now()).state).toBe('confirmed');
    expect(await heard()).toEqual([]);
    expect(await holds()).toMatchObject([{ kind: 'booking' }]);
  });
});
