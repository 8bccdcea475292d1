// One room and two who want it at the same moment, or whose numbers change at that moment: on a server, where two transactions
// really run side by side. The other one is held open here until the clerk's turn waits for it.
import { expect, test } from 'vitest';
import type { Tx } from '../../src/db/client.ts';
import { takeStep } from '../../src/records/booking-steps.ts';
import { getBooking } from '../../src/records/bookings.ts';
import { meetingColumns } from '../../src/records/zoom-numbers.ts';
import { putRoom } from '../../src/records/zoom-rooms.ts';
import { textOf } from '../conversation/counter.ts';
import { numbersOf, tomorrow } from '../conversation/rooms.ts';
import { counter, office, openWithRooms } from '../conversation/with-rooms.ts';
import { describeOnServer } from '../helpers/database.ts';
import { meanwhile } from './meanwhile.ts';

describeOnServer('one room', () => {
  openWithRooms();

  const confirmedElsewhere = (id: string, roomId: string) => async (tx: Tx) => {
    const columns = meetingColumns(counter.database.sealer, id, numbersOf.A, roomId);
    const deed = { actor: 'staff', chatId: 'C2', staffId: null, at: counter.clock.now() } as const;
    expect(await takeStep(tx, await getBooking(tx, id), 'confirm', deed, columns)).toBe('done');
  };

  test('of two clerks who put two requests of one hour into it in the same second, one is told that the other did', async () => {
    const roomA = await office.room('相談室A');
    await office.room('相談室B', numbersOf.B);
    const [mine, theirs] = [await office.request(tomorrow), await office.request(tomorrow + 15)];
    await office.first.says(mine.receipt);
    await office.first.presses('確定する');
    const press = await office.first.tapOf('相談室A');
    const other = await meanwhile(confirmedElsewhere(theirs.id, roomA));
    const answer = office.first.taps(press);
    await other.commit();
    expect(await answer).toContain('相談室Aは、次の予約で使います');
    expect(await answer).toContain(theirs.receipt);
    expect([(await mine.now()).state, (await theirs.now()).state]).toEqual(['requested', 'confirmed']);
    expect(textOf(await counter.sentTo(mine.person.chatId))).not.toContain('確定しました');
    expect(await office.first.presses('相談室B')).toContain('確定しました');
  });

  test('of two clerks who type one meeting ID for one hour in the same second, one is told so', async () => {
    const [mine, theirs] = [await office.request(tomorrow), await office.request(tomorrow)];
    await office.first.says(`番号 ${mine.receipt} ${numbersOf.A.meetingId} other1`);
    const press = await office.first.tapOf('この番号で確定する');
    const other = await meanwhile(async (tx) => {
      const columns = meetingColumns(counter.database.sealer, theirs.id, numbersOf.A, null);
      await tx.booking.update({ where: { id: theirs.id }, data: { ...columns, state: 'confirmed' } });
    });
    const answer = office.first.taps(press);
    await other.commit();
    expect(await answer).toContain(theirs.receipt);
    expect((await mine.now()).state).toBe('requested');
  });

  test('whose numbers change while a confirmation is pressed gives the new ones', async () => {
    await office.room('相談室A');
    const { receipt, person } = await office.request(tomorrow);
    await office.first.says(receipt);
    const press = await office.first.tapOf('確定する(相談室A)');
    const room = {
      name: '相談室A',
      newId: 'never',
      numbers: { meetingId: '84511112222', passcode: 'abcd12' },
    };
    const other = await meanwhile((tx) => putRoom(tx, counter.database.sealer, room, counter.clock.now()));
    const answer = office.first.taps(press);
    await other.commit();
    expect(await answer).toContain('確定しました');
    await counter.minutePasses();
    const told = textOf(await counter.sentTo(person.chatId));
    expect(told).toContain('845 1111 2222');
    expect(told).not.toContain('812 3456 7890');
  });

  test('that is being confirmed while its numbers change is among those that are asked about', async () => {
    const roomA = await office.room('相談室A');
    const { id } = await office.request(tomorrow);
    const other = await meanwhile(async (tx) => {
      await tx.$queryRaw`SELECT 1 AS held FROM "ZoomRoom" ORDER BY id FOR SHARE`;
      await confirmedElsewhere(id, roomA)(tx);
    });
    const answer = office.first.says('会議室 追加 相談室A 845 1111 2222 abcd12');
    await other.commit();
    expect(await answer).toContain('予約 1件に送り直しますか');
  });

  test('that is being confirmed while it is removed is removed after a question only', async () => {
    const roomA = await office.room('相談室A');
    const { id } = await office.request(tomorrow);
    const other = await meanwhile(async (tx) => {
      await tx.$queryRaw`SELECT 1 AS held FROM "ZoomRoom" ORDER BY id FOR SHARE`;
      await confirmedElsewhere(id, roomA)(tx);
    });
    const answer = office.first.says('会議室 削除 A');
    await other.commit();
    expect(await answer).toContain('これからの予約が1件あります');
  });
});
