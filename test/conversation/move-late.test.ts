// Staff move a booking to a time for which the chat is closed: with a reason, which stays with the booking.
import { afterEach, describe, expect, test } from 'vitest';
import { slotOf } from '../../src/booking/shown.ts';
import { asDateColumn, dayOf, timeOf } from '../../src/core/jst.ts';
import { tomorrow } from './rooms.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms(2);
afterEach(() => counter.prisma.closure.deleteMany());

const today = () => dayOf(counter.clock.now());

/** The card of the days for a booking of another day. */
async function days(receipt: string): Promise<string> {
  await office.first.says(receipt);
  return office.first.presses('日時を変える');
}
const timesOn = (card: string): string[] =>
  [...card.matchAll(/\[(\d+:\d\d)\]/g)].map(([, time = '']) => time.padStart(5, '0'));

describe('今日, behind 日時を変える', () => {
  test('has the free times from a quarter of an hour ahead, asks for the reason, and keeps it on the booking', async () => {
    const { receipt, person, now } = await office.confirmed(8 * tomorrow, null);
    expect(await days(receipt)).toMatch(/受付の締め切りを過ぎた日は、理由を選びます。[\s\S]*\[今日\]/);
    const times = await office.first.presses('今日');
    const soonest = timeOf(new Date(counter.clock.now().getTime() + 15 * 60_000));
    for (const time of timesOn(times)) expect(time >= soonest).toBe(true);
    const asked = await office.first.presses('15:00');
    expect(asked).toContain('変える理由は？');
    const check = await office.first.presses('お急ぎのご事情がある');
    expect(check).toContain('理由 お急ぎのご事情がある');
    const card = await office.first.presses('変える');
    expect(card).toContain('日時を変えました');
    expect(card).toContain('締め切り後の変更 お急ぎのご事情がある');
    expect(await now()).toMatchObject({ overrideReason: 'urgent' });
    expect(slotOf(await now())).toMatchObject({ day: today(), time: '15:00' });
    await counter.minutePasses();
    expect((await counter.sentTo(person.chatId)).map(({ about }) => about)).toContain('moved');
  });

  test('that is taken back leaves time and reason as they were', async () => {
    const { receipt, now } = await office.confirmed(8 * tomorrow, null);
    const before = await now();
    await days(receipt);
    for (const label of ['今日', '15:00', '当所の手違い', '変える']) await office.first.presses(label);
    expect(await now()).toMatchObject({ overrideReason: 'ourMistake' });
    await office.second.presses('取り消す');
    const { startsAt, overrideReason } = await now();
    expect({ startsAt, overrideReason }).toEqual({ startsAt: before.startsAt, overrideReason: null });
  });

  test('is moved to by no button without a reason', async () => {
    const { now, id } = await office.confirmed(8 * tomorrow, null);
    const before = await now();
    const version = String(before.version);
    const tap = { event: 'move.made', booking: id, version, day: today(), time: '15:00' };
    expect(await office.first.taps(tap)).toContain('変える理由は？');
    expect(await now()).toEqual(before);
  });

  test('is not there where nothing is free any more', async () => {
    const { receipt } = await office.confirmed(8 * tomorrow, null);
    await counter.prisma.closure.create({
      data: { day: asDateColumn(today()), createdAt: counter.clock.now() },
    });
    expect(await days(receipt)).not.toContain('[今日]');
  });

  test('with its room in use then offers the rooms that are free, and keeps the reason with them', async () => {
    const roomA = await office.room('相談室A');
    const roomB = await office.room('相談室B', { meetingId: '82234567890', passcode: 'mama2026' });
    const { receipt, now } = await office.confirmed(8 * tomorrow, roomA);
    const start = new Date(`${today()}T15:00:00+09:00`).getTime();
    await office.confirmed((start - counter.clock.now().getTime()) / 60_000, roomA);
    await days(receipt);
    for (const label of ['今日', '15:00', 'ほかの予約の代わり', '変える(相談室B)'])
      await office.first.presses(label);
    expect(await now()).toMatchObject({ overrideReason: 'instead', roomId: roomB });
  });
});
