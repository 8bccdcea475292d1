// In which room a consultation is confirmed: one that is free then, which the cards and lists of the staff name afterwards.
import { describe, expect, test } from 'vitest';
import { addMinutes, dayOf } from '../../src/core/jst.ts';
import type { Message } from '../../src/messages/message.ts';
import { nudge } from '../../src/timers/nudge.ts';
import { fillIn, textOf } from './counter.ts';
import { numbersOf, tomorrow } from './rooms.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms();

const newest = async (): Promise<Message | undefined> =>
  (await counter.sentTo('C1')).flatMap(({ messages }) => messages).at(-1);

/** The card of this booking, its 確定する pressed. */
async function choosing(receipt: string): Promise<string> {
  await office.first.says(receipt);
  return office.first.presses('確定する');
}

describe('with several rooms', () => {
  test('the one that is in use at that time says from when and by whom, and the press is refused with one sentence', async () => {
    const roomA = await office.room('相談室A');
    await office.room('相談室B', numbersOf.B);
    const other = await office.confirmed(tomorrow - 15, roomA);
    const { receipt, now } = await office.request(tomorrow);
    const card = await choosing(receipt);
    expect(card).toMatch(/\[相談室A\] 使用中 \d+:\d\d 浜名 花子/);
    expect(card).toContain('氏名 浜名 花子');
    const refused = await office.first.presses('相談室A');
    expect(refused).toContain('相談室Aは、次の予約で使います');
    expect(refused).toContain(other.receipt);
    expect((await now()).state).toBe('requested');
    expect(await office.second.presses('相談室B')).toContain('会議室 相談室B');
    expect((await now()).state).toBe('confirmed');
  });

  test('whoever is put off is named as that on every card that confirms', async () => {
    await office.room('相談室A');
    await office.room('相談室B', numbersOf.B);
    const { id, receipt } = await office.request(tomorrow);
    const { personId } = await counter.prisma.booking.findUniqueOrThrow({ where: { id } });
    expect(await choosing(receipt)).not.toContain('利用見合わせ');
    await counter.prisma.person.update({ where: { id: personId }, data: { suspendedReason: 'noShows' } });
    expect(await choosing(receipt)).toContain('利用見合わせ 期限なし');
    expect(await office.first.says(`番号 ${receipt} 845 1111 2222 abcd12`)).toContain(
      '利用見合わせ 期限なし',
    );
    const { promisedBy } = await counter.prisma.booking.findUniqueOrThrow({ where: { id } });
    const at = { ...counter.services, now: addMinutes(promisedBy, -60) };
    const [told] = await counter.prisma.$transaction((tx) => nudge(tx, id, at));
    expect(told && textOf([told])).toContain('利用見合わせ 期限なし');
  });

  test('what a pressed line says in the chat names nobody', async () => {
    const roomA = await office.room('相談室A');
    await office.confirmed(tomorrow, roomA);
    await office.room('相談室B', numbersOf.B);
    await choosing((await office.request(tomorrow)).receipt);
    const card = await newest();
    const rows = card?.kind === 'card' ? (card.rows ?? []) : [];
    expect(rows.map(({ says }) => says)).toEqual(['相談室A']);
    expect(card?.kind === 'card' && card.alt).not.toContain('浜名');
  });

  test('one with less than a quarter of an hour to the next booking is chosen with a warning, one with a quarter without', async () => {
    const roomA = await office.room('相談室A');
    const roomB = await office.room('相談室B', numbersOf.B);
    await office.confirmed(tomorrow + 45 + 14, roomA);
    await office.confirmed(tomorrow + 45 + 16, roomB, numbersOf.B);
    const card = await choosing((await office.request(tomorrow)).receipt);
    expect(card).toMatch(/相談室A: \d+:\d\dの予約と15分あいていません/);
    expect(card).not.toContain('相談室B: ');
    expect(await office.first.presses('相談室A')).toContain('待機室をオンに');
    await choosing((await office.request(tomorrow)).receipt);
    expect(await office.second.presses('相談室B')).not.toContain('待機室');
  });

  test('a booking that was confirmed before rooms were on record holds its meeting ID all the same', async () => {
    await office.room('相談室A');
    await office.room('相談室B', numbersOf.B);
    const old = await office.confirmed(tomorrow, null);
    await counter.prisma.booking.update({ where: { id: old.id }, data: { zoomHash: null } });
    expect(await choosing((await office.request(tomorrow)).receipt)).toContain('[相談室A] 使用中');
  });
});

describe('with one room', () => {
  test('that is free, one press on the booking card confirms, and other numbers stay within reach', async () => {
    await office.room('相談室A');
    const { receipt, now } = await office.request(tomorrow);
    expect(await office.first.says(receipt)).toContain('[確定する(相談室A)]\n[ほかの番号で確定する]');
    expect(await office.second.presses('ほかの番号で確定する')).toContain('[番号を入力]\n[番号の行をコピー]');
    expect(await office.first.presses('確定する(相談室A)')).toContain('職員1さんが確定しました');
    expect((await now()).roomId).not.toBeNull();
  });

  test('the card of a new request has that press too', async () => {
    await office.room('相談室A');
    const hanako = counter.visitor('U-one-room');
    await fillIn(hanako, 'review');
    await hanako.presses('この内容で申し込む');
    expect(await office.first.presses('確定する(相談室A)')).toContain('会議室 相談室A');
    await counter.minutePasses();
    const told = (await counter.sentTo(hanako.chatId)).map(({ about }) => about);
    expect(told).toContain('confirmed');
  });

  test('that is in use, or nearly, the card leads to the choice', async () => {
    const roomA = await office.room('相談室A');
    await office.confirmed(tomorrow + 50, roomA);
    expect(await office.first.says((await office.request(tomorrow)).receipt)).toContain('[確定する]');
  });
});

test('the room stands on the card of the booking and in its line of the day, and stays there when it is removed', async () => {
  const roomA = await office.room('相談室A');
  const { receipt, startsAt } = await office.confirmed(tomorrow, roomA);
  const [, month, day] = dayOf(startsAt).split('-').map(Number);
  const list = () => office.first.says(`${month}/${day}`);
  expect(await office.first.says(receipt)).toContain('会議室 相談室A');
  expect(await list()).toContain('確定・相談室A');
  await counter.prisma.zoomRoom.update({ where: { id: roomA }, data: { removedAt: counter.clock.now() } });
  await office.later();
  expect(await office.first.says(receipt)).toContain('会議室 相談室A(削除ずみ)');
  expect(await list()).toContain('確定・相談室A');
});

describe('a typed meeting ID', () => {
  test('that is a room’s is that room', async () => {
    const roomA = await office.room('相談室A');
    const { receipt, now } = await office.request(tomorrow);
    const check = await office.first.says(`番号 ${receipt} ${numbersOf.A.meetingId} other1`);
    expect(check).toContain('会議室 相談室A');
    // Another passcode than the room has.
    await office.first.presses('はい、この番号');
    expect((await now()).roomId).toBe(roomA);
  });

  test('of a room, or of another booking, that is in use then is refused, at once and at the press', async () => {
    await office.room('相談室A');
    const typed = { meetingId: '84511112222', passcode: 'abcd12' };
    const [one, other] = [await office.request(tomorrow), await office.request(tomorrow + 30)];
    for (const { receipt } of [one, other]) await office.first.says(`番号 ${receipt} 84511112222 abcd12`);
    // Both were checked while nobody had it. The newest card is that of the second.
    await office.first.presses('この番号で確定する');
    const press = await office.tapOfNumbers(one, typed);
    expect(await office.second.taps(press)).toContain('そのミーティングIDは、次の予約で使います');
    expect((await one.now()).state).toBe('requested');
    await office.later();
    expect(await office.first.says(`番号 ${one.receipt} 84511112222 abcd12`)).toContain(other.receipt);
  });

  test('is known as the same after a change of keys', async () => {
    const typed = { meetingId: '84511112222', passcode: 'abcd12' };
    const other = await office.confirmed(tomorrow, null, typed);
    const { hash } = counter.database.sealer;
    await counter.prisma.booking.update({ where: { id: other.id }, data: { zoomHash: 'of another key' } });
    const before = counter.database.sealer.hashes;
    Object.assign(counter.database.sealer, {
      hashes: (purpose: string, text: string) => [hash(purpose, text), 'of another key'],
    });
    const { receipt } = await office.request(tomorrow);
    expect(await office.first.says(`番号 ${receipt} 84511112222 abcd12`)).toContain(other.receipt);
    Object.assign(counter.database.sealer, { hashes: before });
  });
});

test('two lines of numbers for two bookings, crossed, each confirm their own', async () => {
  const [one, other] = [await office.request(tomorrow), await office.request(tomorrow + 120)];
  await office.first.says(`番号 ${one.receipt} 84511112222 abcd12`);
  const first = await office.first.tapOf('この番号で確定する');
  await office.second.says(`番号 ${other.receipt} 84533334444 efgh34`);
  await office.second.presses('この番号で確定する');
  await office.first.taps(first);
  await counter.minutePasses();
  const shownTo = async ({ person }: typeof one) => {
    const messages = (await counter.sentTo(person.chatId)).flatMap(({ messages: all }) => all);
    return JSON.stringify(messages);
  };
  expect(await shownTo(one)).toContain('845 1111 2222');
  expect(await shownTo(one)).not.toContain('845 3333 4444');
  expect(await shownTo(other)).toContain('845 3333 4444');
  expect(await shownTo(other)).not.toContain('845 1111 2222');
});
