// A cancellation that staff record: said before the press, told a minute later, and on the card of whoever cannot come one tap.
import { addMinutes, subMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { bookingsOfPeople } from '../../src/records/bookings.ts';
import { remind } from '../../src/timers/remind.ts';
import {
  bookingNow,
  cancels,
  confirmed,
  counter,
  hanako,
  heardBy,
  openWithClerks,
  requested,
  showCard,
  stateOf,
  suzuki,
  takahashi,
  visitors,
} from './decisions.ts';

openWithClerks();

describe('a cancellation that staff record', () => {
  test('says before the press what the person will be told, and is told a minute later', async () => {
    const id = await confirmed();
    const before = (await heardBy(hanako)).length;
    await showCard(id);
    expect(await suzuki.presses('キャンセル')).toContain('の予約をキャンセルしました」');
    const card = await suzuki.presses('相談員の都合');
    expect(card).toContain('キャンセルしました');
    expect(card).toContain('理由 相談員の都合');
    expect(await heardBy(hanako, before)).toEqual([]);
    await counter.minutePasses();
    const [told] = (await counter.sentTo(hanako.chatId)).slice(before);
    expect(JSON.stringify(told?.messages)).toMatch(/の予約をキャンセルしました.+申し訳ありません/);
  });

  test('keeps its slot until it is told, and frees it then', async () => {
    const id = await confirmed();
    const uses = async () =>
      (await counter.prisma.slotUse.findMany({ where: { bookingId: id } })).map(({ kind }) => kind);
    expect(await uses()).toEqual(['booking']);
    await cancels(id);
    expect(await uses()).toEqual(['undo']);
    await counter.minutePasses();
    expect(await uses()).toEqual([]);
  });

  test('lets its person ask again at once, for whoever writes is told first', async () => {
    const id = await confirmed();
    await cancels(id);
    const before = (await heardBy(hanako)).length;
    const answer = await hanako.says('相談を申し込む');
    expect(await heardBy(hanako, before)).toEqual(['cancelled', 'answer']);
    expect(answer).not.toContain('もう予約があります');
    expect(await stateOf(id)).toBe('cancelled');
  });

  test('silences the reminders, which come again with the way back', async () => {
    const id = await confirmed();
    const reminders = async () => {
      const { services, database } = counter;
      const { startsAt } = await bookingNow(id);
      return database.queue.transaction(async (tx) => {
        const bookings = await bookingsOfPeople(tx, [id]);
        const at = { ...services, now: subMinutes(startsAt, 30) };
        return (await remind(tx, [{ booking: id, kind: 'soon' }], bookings, at)).length;
      });
    };
    await cancels(id);
    expect(await reminders()).toBe(0);
    await takahashi.presses('取り消す');
    expect(await reminders()).toBe(1);
  });

  test('takes one tap on the card that says that its person cannot come', async () => {
    const id = await confirmed(180);
    await hanako.says('予約を見る');
    await hanako.presses('行けないことを伝える');
    expect(await suzuki.presses('お電話でキャンセルを受けた')).toContain('理由 ご本人から');
    expect(await stateOf(id)).toBe('cancelled');
  });

  test('pressed once more on that card after it was taken back shows the booking as it is', async () => {
    await confirmed(300);
    await hanako.says('予約を見る');
    await hanako.presses('行けないことを伝える');
    const old = await suzuki.tapOf('お電話でキャンセルを受けた');
    await suzuki.presses('お電話でキャンセルを受けた');
    await takahashi.presses('取り消す');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
    const answer = await suzuki.taps(old);
    expect(answer).toContain('さきほどのカードのあとに、変わりました');
    expect(answer).toContain('[キャンセル]');
  });

  test('is 欠席 on that card once the consultation is near', async () => {
    const id = await confirmed(10);
    await hanako.says('予約を見る');
    await hanako.presses('行けないことを伝える');
    expect(await suzuki.presses('欠席(連絡あり)')).toContain('記録しました');
    expect(await stateOf(id)).toBe('absent');
  });

  test('is not possible from a quarter of an hour before the start: staff record how it went', async () => {
    const id = await confirmed(20);
    await showCard(id);
    const cancel = await suzuki.tapOf('キャンセル');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 6));
    const answer = await suzuki.taps(cancel);
    expect(answer).toContain('もう変えられません');
    expect(answer).toContain('[来室]');
    expect(await stateOf(id)).toBe('confirmed');
  });

  test('a quarter of an hour before the start a decision is told at once', async () => {
    // Nobody else is in the room then.
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 180));
    const id = await requested();
    const room = await suzuki.tapOf('確定する(相談室A)');
    const before = (await heardBy(hanako)).length;
    const startsAt = addMinutes(counter.clock.now(), 15);
    const data = { startsAt, endsAt: addMinutes(startsAt, 45), counsellor: 500 + visitors };
    await counter.prisma.booking.update({ where: { id }, data });
    const card = await suzuki.taps(room);
    expect(card).toContain('これからLINEでお知らせします');
    expect(card).not.toContain('[取り消す]');
    expect(await heardBy(hanako, before)).toEqual(['confirmed']);
  });
});
