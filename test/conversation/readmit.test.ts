// A request or booking that was over is taken among the requests again.
import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openCall } from '../../src/records/calls.ts';
import { putBooking } from './bookings-of.ts';
import { fillIn, textOf } from './counter.ts';
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
  visitors,
} from './decisions.ts';

openWithClerks();

/** No counsellor is free then. */
async function takeAll(startsAt: Date, endsAt: Date): Promise<void> {
  const held = { kind: 'undo' as const, startsAt, endsAt, until: endsAt };
  const counsellors = Array.from({ length: counter.office.consultation.counsellors }, (_, n) => n);
  await counter.prisma.slotUse.createMany({
    data: counsellors.map((counsellor) => ({ ...held, counsellor })),
  });
}

describe('もう一度受ける', () => {
  test('brings a cancelled booking back among the requests, with a new promise, and tells its person a minute later', async () => {
    const id = await confirmed();
    await cancels(id);
    await counter.minutePasses();
    await showCard(id);
    const before = (await heardBy(hanako)).length;
    expect(await suzuki.presses('もう一度受ける')).toContain('承認待ちに戻しました');
    const booking = await bookingNow(id);
    expect(booking).toMatchObject({ state: 'requested', zoomMeetingId: null });
    expect(booking.promisedBy.getTime()).toBeGreaterThan(counter.clock.now().getTime());
    expect(await heardBy(hanako, before)).toEqual([]);
    await hanako.news();
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual(['readmitted']);
    expect(textOf(await hanako.news())).toMatch(
      /いちどキャンセルした予約を、申し込みとしてもう一度お受けしています。\nまだ確定していません。\n.*までに/,
    );
  });

  test.each([
    ['declined', 'いちどお断りした申し込みを'],
    ['expired', 'いちど終わりになった申し込みを'],
  ] as const)('tells of one that was %s what it was', async (state, words) => {
    await hanako.follows();
    const { id } = await putBooking(counter, hanako, (60 + visitors) * 24 * 60, { state });
    await showCard(id);
    await suzuki.presses('もう一度受ける');
    await hanako.news();
    await counter.minutePasses();
    expect(textOf(await hanako.news())).toContain(words);
  });

  test('is taken back for a minute: it is over again for the reason it had, and its person hears nothing', async () => {
    const id = await requested();
    await showCard(id);
    await suzuki.presses('お断りする');
    await suzuki.presses('窓口でお受けする');
    await counter.minutePasses();
    await showCard(id);
    await suzuki.presses('もう一度受ける');
    const before = (await heardBy(hanako)).length;
    expect(await suzuki.presses('取り消す')).toContain('取り消しました');
    await counter.minutePasses();
    expect(await stateOf(id)).toBe('declined');
    expect(await heardBy(hanako, before)).toEqual([]);
    expect(await hanako.presses('予約を見る')).toContain('窓口でのご相談をお願いします');
  });

  test('and confirmed within the minute, its person hears that it is confirmed and nothing else', async () => {
    const id = await confirmed((40 + visitors) * 24 * 60);
    await cancels(id);
    await counter.minutePasses();
    const before = (await heardBy(hanako)).length;
    await showCard(id);
    await suzuki.presses('もう一度受ける');
    await suzuki.presses('確定する(相談室A)');
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual(['confirmed']);
  });

  test('tells nothing where nobody has told yet that it was over', async () => {
    await hanako.follows();
    const { id, personId } = await putBooking(counter, hanako, (50 + visitors) * 24 * 60, {
      state: 'declined',
    });
    const call = { personId, bookingId: id, about: 'declined', reason: 'quota' };
    await counter.prisma.$transaction((tx) => openCall(tx, call, counter.clock.now()));
    await showCard(id);
    const before = (await heardBy(hanako)).length;
    expect(await suzuki.presses('もう一度受ける')).toContain('今回も、お知らせしません');
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual([]);
    expect(await counter.prisma.call.findMany({ where: { bookingId: id } })).toMatchObject([
      { state: 'outdated' },
    ]);
  });

  test('is refused where the time has been given to others, or its person has another booking', async () => {
    const id = await confirmed(60 * 24 * 60);
    await cancels(id);
    await counter.minutePasses();
    await showCard(id);
    const again = await suzuki.tapOf('もう一度受ける');
    const { startsAt, endsAt, personId } = await bookingNow(id);
    await takeAll(startsAt, endsAt);
    expect(await suzuki.taps(again)).toContain('別の予約が入りました');
    await counter.prisma.slotUse.deleteMany({ where: { bookingId: null } });
    const other = await putBooking(counter, hanako, 5 * 24 * 60);
    expect(other.personId).toBe(personId);
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
    expect(await suzuki.taps(again)).toContain('この方には、別の予約があります');
    expect(await stateOf(id)).toBe('cancelled');
  });

  test.each([
    ['taken among the requests again', 'まだ確定していません', []],
    ['confirmed too', '予約は確定しています', ['確定する(相談室A)']],
  ] as const)('while its person fills in the form: %s, and that is shown', async (_, shown, labels) => {
    await fillIn(hanako, 'review');
    const { id, personId } = await putBooking(counter, hanako, (30 + visitors) * 24 * 60, {
      state: 'cancelled',
    });
    await showCard(id);
    for (const label of ['もう一度受ける', ...labels]) await suzuki.presses(label);
    await counter.minutePasses();
    // The time in the form is gone as well: that is not why.
    const chosen = z
      .object({ day: z.string(), time: z.string() })
      .transform(({ day, time }) => new Date(`${day}T${time}:00+09:00`))
      .parse((await counter.saved(hanako.chatId))?.context);
    await takeAll(chosen, addMinutes(chosen, 45));
    const answer = await hanako.presses('この内容で申し込む');
    await counter.prisma.slotUse.deleteMany({ where: { bookingId: null } });
    expect(answer).toContain('すでに申し込みか予約があるため、この内容では申し込んでいません');
    expect(answer).toContain(shown);
    expect(answer).not.toMatch(/ほかの方|空きがありません/);
    expect(await counter.prisma.booking.count({ where: { personId } })).toBe(1);
  });
});
