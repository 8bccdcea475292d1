// A person wishes for another time: the booking stays as it is until staff decide, and one of both is always held.
import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { decisionTime } from '../../src/booking/booking-window.ts';
import { businessDayBefore } from '../../src/booking/calendar.ts';
import { dayOf, instant } from '../../src/core/jst.ts';
import { outboxJobs } from '../../src/outbox/outbox.ts';
import { endWish } from '../../src/timers/wish-end.ts';
import { aFew } from '../helpers/runs.ts';
import { numbersOf, type RoomOffice } from './rooms.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms(2);

/** Ten days ahead, so that its cut-off is not past. */
const later = 10 * 24 * 60;
const kindsFor = async (bookingId: string) =>
  (await counter.prisma.slotUse.findMany({ where: { bookingId } })).map(({ kind }) => kind).sort();
const heard = async (chatId: string, from: number) =>
  (await counter.sentTo(chatId)).slice(from).map(({ about }) => about);

type Confirmed = Awaited<ReturnType<RoomOffice['confirmed']>>;

/** As far as the last look. */
async function looksAt({ person, now }: Confirmed, time = '15:00'): Promise<string> {
  const { id, version } = await now();
  const days = await person.taps({ event: 'moveWish.asked', booking: id, version: String(version) });
  const [, day = ''] = /\[(\d+月\d+日\(.\))\]/.exec(days) ?? [];
  await person.presses(day);
  return person.presses(time);
}

async function wishes(booking: Confirmed, time = '15:00'): Promise<string> {
  await looksAt(booking, time);
  return booking.person.presses('この内容で申し込む');
}

describe('別の日時にしたい', () => {
  test('stands on the card of a confirmed booking, and its last look says that nothing changes yet', async () => {
    const booking = await office.confirmed(later, null);
    expect(await booking.person.says('予約を見る')).toContain('[別の日時にしたい]');
    expect(await looksAt(booking)).toMatch(/この日時を希望しますか[\s\S]+いまの予約はそのままです/);
  });

  test('holds both slots, tells staff old and new, and promises an answer', async () => {
    const booking = await office.confirmed(later, null);
    const before = await booking.now();
    const answer = await wishes(booking);
    expect(answer).toContain('日時の変更の希望を受け付けました');
    expect(answer).toContain('いまの予約はそのままです');
    expect(await kindsFor(booking.id)).toEqual(['booking', 'wish']);
    expect(await booking.now()).toEqual(before);
    expect(await office.first.says('承認待ち')).toContain('承認待ち 1件');
    const card = await office.first.says(booking.receipt);
    expect(card).toContain('変更の希望');
    expect(card).toContain('[変える]\n[別の日時を提案]\n[そのまま]\n[キャンセル]\n[連絡先を見る]');
  });

  test('once more puts the newer wish in the place of the older one, whose card decides nothing', async () => {
    const booking = await office.confirmed(later, null);
    await wishes(booking);
    const old = await office.first.tapOf('変える');
    await wishes(booking, '11:00');
    expect(await kindsFor(booking.id)).toEqual(['booking', 'wish']);
    expect(await office.first.taps(old)).toContain('さきほどのカードのあとに、変わりました');
    expect((await booking.now()).version).toBe(2);
  });

  test('is nothing for somebody else’s booking, and for one that is no longer confirmed', async () => {
    const booking = await office.confirmed(later, null);
    const stranger = await office.confirmed(later + 60, null);
    const tap = { event: 'moveWish.asked', booking: booking.id, version: '2' };
    expect(await stranger.person.taps(tap)).toContain('もう変えられません');
    await office.first.says(booking.receipt);
    await office.first.presses('キャンセル');
    await office.first.presses('ご本人から');
    expect(await booking.person.taps(tap)).toContain('もう変えられません');
    expect(await counter.prisma.moveWish.count()).toBe(0);
  });
});

test.each(
  aFew([
    'やっぱり元の日時でいいです',
    '変更やめます',
    'まだですか',
    'やっぱり変更なしで',
    '変更の希望を取り消したいです',
    'そのままで大丈夫です',
  ]),
)('while it waits, 「%s」 brings how it stands and how to take it back', async (text) => {
  const booking = await office.confirmed(later, null);
  expect(await booking.person.says(text)).not.toContain('希望を取り消すときは');
  await wishes(booking);
  expect(await booking.person.says(text)).toContain('希望を取り消すときは、お電話ください');
});

describe('変える', () => {
  test('moves it in one tap where its room is free then; nothing is left of the wish once that is told', async () => {
    const roomA = await office.room('相談室A');
    const booking = await office.confirmed(later, roomA);
    await wishes(booking);
    const from = (await counter.sentTo(booking.person.chatId)).length;
    expect(await office.first.presses('変える')).toContain('日時を変えました');
    expect((await kindsFor(booking.id)).sort()).toEqual(['booking', 'undo']);
    await counter.minutePasses();
    expect(await heard(booking.person.chatId, from)).toEqual(['moved']);
    expect(await kindsFor(booking.id)).toEqual(['booking']);
    expect(await counter.prisma.moveWish.count()).toBe(0);
  });

  test('after これからだけ it asks first, for the room has other numbers by now', async () => {
    const roomA = await office.room('相談室A');
    const booking = await office.confirmed(later, roomA);
    await wishes(booking);
    await office.second.says('会議室 追加 相談室A 845 1111 2222 abcd12');
    await office.second.presses('これからだけ');
    await office.first.says(booking.receipt);
    const check = await office.first.presses('変える');
    expect(check).toContain('番号は、会議室のいまの番号に変わります');
    expect(check).not.toContain('日時を変えました');
    expect(await office.second.presses('変える')).toContain('日時を変えました');
    const from = (await counter.sentTo(booking.person.chatId)).length;
    await counter.minutePasses();
    expect(JSON.stringify((await counter.sentTo(booking.person.chatId)).slice(from))).toContain(
      '845 1111 2222',
    );
  });

  test('that is taken back leaves the booking and the wish as they were', async () => {
    const booking = await office.confirmed(later, null);
    const before = await booking.now();
    await wishes(booking);
    await office.first.presses('変える');
    expect(await office.second.presses('取り消す')).toContain('[そのまま]');
    await counter.minutePasses();
    expect((await booking.now()).startsAt).toEqual(before.startsAt);
    expect(await kindsFor(booking.id)).toEqual(['booking', 'wish']);
  });

  test('asks for a room where its own is in use then', async () => {
    const roomA = await office.room('相談室A');
    const roomB = await office.room('相談室B', numbersOf.B);
    const booking = await office.confirmed(later, roomA);
    await wishes(booking);
    const { startsAt, endsAt } = await counter.prisma.moveWish.findFirstOrThrow();
    const other = await office.confirmed(later + 600, roomA);
    await counter.prisma.booking.update({ where: { id: other.id }, data: { startsAt, endsAt } });
    await office.first.says(booking.receipt);
    expect(await office.first.presses('変える')).toContain('相談室Aは、使用中です。');
    await office.first.presses('変える(相談室B)');
    expect(await booking.now()).toMatchObject({ roomId: roomB, startsAt });
  });
});

describe('そのまま', () => {
  test('is told a minute later, and frees the slot that was wished for', async () => {
    const booking = await office.confirmed(later, null);
    await wishes(booking);
    const from = (await counter.sentTo(booking.person.chatId)).length;
    const card = await office.first.presses('そのまま');
    expect(card).toContain('いまの日時のままにしました');
    expect(card).not.toMatch(/変更の希望|返事の期限/);
    expect(await heard(booking.person.chatId, from)).toEqual([]);
    await counter.minutePasses();
    expect(await heard(booking.person.chatId, from)).toEqual(['wishRefused']);
    expect(await kindsFor(booking.id)).toEqual(['booking']);
  });
});

test('a wish that nobody decides on ends when staff would have had to, its person hears so once, and its card says so until there is a newer wish', async () => {
  const booking = await office.confirmed(later, null);
  await wishes(booking);
  const { until } = await counter.prisma.moveWish.findFirstOrThrow();
  expect(until < (await booking.now()).startsAt).toBe(true);
  const from = (await counter.sentTo(booking.person.chatId)).length;
  const { database, services } = counter;
  for (const now of [addMinutes(until, -1), until, addMinutes(until, 1)])
    await database.queue.transaction(async (tx) => {
      const outgoing = await endWish(tx, booking.id, { ...services, now });
      await database.queue.put('outbox', outboxJobs(outgoing, services, now), tx);
    });
  expect(await heard(booking.person.chatId, from)).toEqual(['wishLapsed']);
  expect(await kindsFor(booking.id)).toEqual(['booking']);
  expect(await office.first.says(booking.receipt)).toMatch(/これまで 初めて\n変更の希望に返事なし \d+/);
  await wishes(booking, '14:00');
  expect(await office.first.says(booking.receipt)).not.toContain('返事なし');
});

test('a booking that staff cancel takes its wish along, and its person hears of the cancellation alone', async () => {
  const booking = await office.confirmed(later, null);
  await wishes(booking);
  const from = (await counter.sentTo(booking.person.chatId)).length;
  await office.first.says(booking.receipt);
  await office.first.presses('キャンセル');
  await office.first.presses('ご本人から');
  await counter.minutePasses();
  expect(await heard(booking.person.chatId, from)).toEqual(['cancelled']);
  expect(await kindsFor(booking.id)).toEqual([]);
  expect(await counter.prisma.moveWish.count()).toBe(0);
});

test('a day that is wished for can be closed: the card that asks names the time and whose wish it is, and 変える says that it is closed', async () => {
  const booking = await office.confirmed(later, null);
  await wishes(booking);
  const wish = await counter.prisma.moveWish.findUniqueOrThrow({ where: { bookingId: booking.id } });
  const [, month, day] = dayOf(wish.startsAt).split('-').map(Number);
  expect(await office.first.says(`休業 ${month}/${day}`)).toContain('変更の希望 15:00 浜名 花子');
  await office.first.presses('休業にする');
  await office.first.says(booking.receipt);
  expect(await office.first.presses('変える')).toContain('その日時は、休業になりました');
  expect(await booking.now()).toMatchObject({ state: 'confirmed', startsAt: booking.startsAt });
  await counter.prisma.closure.deleteMany();
});

test('on the day itself an answer is promised only until staff can still move it, and from then on nothing is wished for', async () => {
  const booking = await office.confirmed(180, null);
  await wishes(booking);
  const { until } = await counter.prisma.moveWish.findUniqueOrThrow({ where: { bookingId: booking.id } });
  expect(until).toEqual(addMinutes(booking.startsAt, -15));
  const late = await office.confirmed(10, null);
  const { id, version } = await late.now();
  const answer = await late.person.taps({ event: 'moveWish.asked', booking: id, version: String(version) });
  expect(answer).toContain('もう変えられません');
  expect(answer).not.toContain('[ほかの日]');
});

test('a wish for an earlier day is to be answered while staff can still give it, and they can after its cut-off', async () => {
  const { clock, prisma } = counter;
  const booking = await office.confirmed(later, null);
  await wishes(booking);
  const { startsAt, until } = await prisma.moveWish.findUniqueOrThrow({ where: { bookingId: booking.id } });
  const lastDay = businessDayBefore(dayOf(startsAt), counter.office, []);
  expect(until).toEqual(decisionTime(lastDay, counter.office, []));
  await clock.moveTo(addMinutes(until, -1));
  await office.first.says(booking.receipt);
  expect(await office.first.presses('変える')).toContain('日時を変えました');
  expect((await booking.now()).startsAt).toEqual(startsAt);
  await clock.moveTo(instant(dayOf(startsAt), '10:05'));
});
