// 別の日時を提案, for what is agreed on: beside a wish, or because of a closure. The booking stands until its person takes one.
import { beforeEach, describe, expect, test } from 'vitest';
import { addMinutes, dayOf } from '../../src/core/jst.ts';
import { textOf } from './counter.ts';
import { ends, kindsFor, later, offerOf, type Put, proposed, sends, takes } from './offers.ts';
import { numbersOf } from './rooms.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms(2);
beforeEach(async () => {
  await counter.prisma.closure.deleteMany();
  await counter.prisma.call.deleteMany();
});

async function wishes({ person, now, id }: Put): Promise<void> {
  const { version } = await now();
  const days = await person.taps({ event: 'moveWish.asked', booking: id, version: String(version) });
  await person.presses(/\[(\d+月\d+日\(.\))\]/.exec(days)?.[1] ?? '');
  await person.presses('15:00');
  await person.presses('この内容で申し込む');
}

/** Its day is closed. */
async function isHit({ startsAt }: Put): Promise<void> {
  const [, month, day] = dayOf(startsAt).split('-').map(Number);
  await office.first.says(`休業 ${month}/${day}`);
  await office.first.presses('休業にする');
}

describe('Beside a wish', () => {
  test('proposes times near the wished one; told, they are the answer to the wish', async () => {
    const booking = await office.confirmed(later, null);
    await wishes(booking);
    const wish = await counter.prisma.moveWish.findFirstOrThrow();
    await office.first.says(booking.receipt);
    const card = await office.first.presses('別の日時を提案');
    expect(card).toContain('変更の希望');
    expect(card).toContain('[日時を変える]');
    await office.first.presses('この3つを送る');
    const { starts } = await offerOf(booking.id);
    for (const start of starts)
      expect(Math.abs(start.getTime() - wish.startsAt.getTime())).toBeLessThan(2 * 86_400_000);
    expect(starts).not.toContainEqual(wish.startsAt);
    expect(await kindsFor(booking.id)).toEqual(['booking', 'offer', 'wish']);
    await counter.minutePasses();
    expect(await kindsFor(booking.id)).toEqual(['booking', 'offer']);
    expect((await booking.now()).state).toBe('confirmed');
    expect(textOf(await booking.person.news())).toContain('選ぶまで、いまの予約はそのままです');
    const after = await office.first.says(booking.receipt);
    expect(after).toContain('提案中の日時');
    expect(after).toContain('[提案を取り下げる]\n[日時を変える]\n[キャンセル]\n[連絡先を見る]');
  });

  test('taken back in its minute leaves the wish waiting, with its slot', async () => {
    const booking = await office.confirmed(later, null);
    await wishes(booking);
    await office.first.says(booking.receipt);
    await sends(booking);
    await office.second.presses('取り消す');
    expect(await kindsFor(booking.id)).toEqual(['booking', 'wish']);
    expect(await office.first.says(booking.receipt)).toContain('[変える]\n[別の日時を提案]');
  });
});

test('A wish of the person’s own while times are proposed is the answer to them: staff decide about it', async () => {
  const booking = await office.confirmed(later, null);
  await proposed(booking);
  await wishes(booking);
  expect(await kindsFor(booking.id)).toEqual(['booking', 'wish']);
  expect(await office.first.says(booking.receipt)).toContain('[変える]\n[別の日時を提案]');
});

describe('A time that is taken instead', () => {
  test('moves the booking in its own room where that is free, and its person reads the new time at once', async () => {
    const roomId = await office.room('相談室A');
    const booking = await office.confirmed(later, roomId);
    await proposed(booking);
    const { starts } = await offerOf(booking.id);
    const answer = await takes(booking, 2);
    expect(answer).toContain('予約の日時が変わりました');
    expect(await booking.now()).toMatchObject({ state: 'confirmed', startsAt: starts[2], roomId });
    expect(await kindsFor(booking.id)).toEqual(['booking']);
    expect(await office.first.says('おはよう')).toContain('提案した日時で確定しました');
  });

  test('leaves nothing of what was said of coming to the old one', async () => {
    const roomId = await office.room('相談室A');
    const booking = await office.confirmed(later, roomId);
    await proposed(booking);
    await booking.person.taps({ event: 'absence.told', booking: booking.id });
    await takes(booking);
    const news = await office.first.says('おはよう');
    expect(news).toContain('提案した日時で確定しました');
    expect(news).not.toContain('行けない');
  });

  test('moves it into another room where its own is in use then', async () => {
    const roomA = await office.room('相談室A');
    const roomB = await office.room('相談室B', numbersOf.B);
    const booking = await office.confirmed(later, roomA);
    await proposed(booking);
    const [startsAt] = (await offerOf(booking.id)).starts;
    if (startsAt === undefined) throw new Error('It is proposed');
    const other = await office.confirmed(later + 600, roomA);
    const data = { startsAt, endsAt: addMinutes(startsAt, 45), counsellor: 1 };
    await counter.prisma.booking.update({ where: { id: other.id }, data });
    expect(await takes(booking)).toContain('822 3456 7890');
    expect(await booking.now()).toMatchObject({ startsAt, roomId: roomB });
  });

  test('is a wish with its slot held where no room is free, and its person hears that', async () => {
    const roomA = await office.room('相談室A');
    const booking = await office.confirmed(later, roomA);
    await proposed(booking);
    const [startsAt] = (await offerOf(booking.id)).starts;
    if (startsAt === undefined) throw new Error('It is proposed');
    const other = await office.confirmed(later + 600, roomA);
    const data = { startsAt, endsAt: addMinutes(startsAt, 45), counsellor: 1 };
    await counter.prisma.booking.update({ where: { id: other.id }, data });
    const answer = await takes(booking);
    expect(answer).toContain('日時の変更の希望を受け付けました');
    expect(await kindsFor(booking.id)).toEqual(['booking', 'wish']);
    const wish = await counter.prisma.moveWish.findUniqueOrThrow({ where: { bookingId: booking.id } });
    expect(wish.startsAt).toEqual(startsAt);
    const tap = { event: 'offer.taken', booking: booking.id, at: String(startsAt.getTime()) };
    await office.later();
    expect(await booking.person.taps(tap)).toContain('職員が確認しています');
  });
});

describe('Where a closure hits the booking', () => {
  test('its card proposes, and its person reads that the office cannot then', async () => {
    const booking = await office.confirmed(later, null);
    await isHit(booking);
    expect(await office.first.says(booking.receipt)).toContain(
      '[別の日時を提案]\n[キャンセル]\n[日時を変える]',
    );
    await office.first.presses('別の日時を提案');
    await office.first.presses('この3つを送る');
    await counter.minutePasses();
    expect(textOf(await booking.person.news())).toContain('こちらの都合でお受けできなくなりました');
  });

  test('and nobody takes a time, its person is told to choose or to call, and staff have a call', async () => {
    const booking = await office.confirmed(later, null);
    await isHit(booking);
    await proposed(booking);
    await ends(booking, (await offerOf(booking.id)).until);
    expect(textOf(await booking.person.news())).toMatch(/お受けできません[\s\S]+\[別の日時にしたい\]/);
    expect(await office.first.says('お電話')).toContain('浜名 花子');
    expect((await booking.now()).state).toBe('confirmed');
  });

  test('and none suits, staff have a call too', async () => {
    const booking = await office.confirmed(later, null);
    await isHit(booking);
    await proposed(booking);
    expect(await booking.person.presses('どれも合わない')).toContain('お電話でご相談ください');
    expect(await office.first.says('お電話')).toContain('浜名 花子');
  });
});
