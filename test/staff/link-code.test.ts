// LINEとつなぐ: somebody who booked by telephone has the booking in LINE from then on.
import { addHours, addMinutes } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayText } from '../../src/messages/ja/dates.ts';
import { putBooking } from '../conversation/bookings-of.ts';
import { type Counter, openCounter, textOf, type Visitor } from '../conversation/counter.ts';
import { nextWord, waitingCard, waitingLine } from '../conversation/next-word.ts';
import { openPhoneDesk, type PhoneDesk } from './phone-desk.ts';

let counter: Counter;
let desk: PhoneDesk;
let hanako: Visitor;
let visitors = 0;
beforeAll(async () => {
  counter = await openCounter();
  desk = await openPhoneDesk(counter);
});
afterAll(async () => {
  desk.close();
  await counter.close();
});
beforeEach(async () => {
  await desk.clear();
  await desk.later();
  visitors += 1;
  hanako = counter.visitor(`U-link-${visitors}`);
});

/** Entered by telephone. */
async function booked() {
  await desk.save(await desk.hold(desk.line()));
  return counter.prisma.booking.findFirstOrThrow({ where: { source: 'phone' } });
}
/** What staff say on the telephone. */
async function codeFor(booking: { id: string }): Promise<string> {
  const card = await desk.first.taps({ event: 'card.asked', booking: booking.id });
  expect(card).toContain('[LINEとつなぐ]');
  const shown = await desk.first.presses('LINEとつなぐ');
  await desk.later();
  return codeIn(shown);
}
const codeIn = (shown: string): string => /コード (\d{4}-\d{4})/.exec(shown)?.[1] ?? '';
const people = () => counter.prisma.person.findMany({ orderBy: { createdAt: 'asc' } });

describe('a code of LINEとつなぐ', () => {
  test('makes the chat that types it the person’s: the booking, the consent, and what is told from now on', async () => {
    const booking = await booked();
    const said = await hanako.says(`つなぐ ${await codeFor(booking)}`);
    expect(said).toContain('つなぎました');
    expect(said).toContain(dayText(desk.day));
    expect(await people()).toMatchObject([{ id: booking.personId, chatId: hanako.chatId }]);
    const card = await desk.first.taps({ event: 'card.asked', booking: booking.id });
    expect(card).not.toContain('LINEとつなぐ');
    expect(
      await desk.first.taps({
        event: 'decline.picked',
        booking: booking.id,
        version: '1',
        reason: 'duplicate',
      }),
    ).toContain('1分後に、LINEでお知らせします');
    await hanako.news();
    await counter.minutePasses();
    expect(await hanako.news()).toMatchObject([{ about: 'declined' }]);
    const events = await counter.prisma.bookingStep.findMany({ where: { bookingId: booking.id } });
    expect(events.map(({ event }) => event)).toEqual(['request', 'linkAsked', 'linked', 'decline']);
  });

  test('shows the numbers of a confirmed booking, and the call about them is no more', async () => {
    const booking = await booked();
    const tap = { event: 'numbers.asked', booking: booking.id, version: '1' };
    await desk.first.taps(tap);
    await desk.first.says(`番号 ${String(booking.number).padStart(4, '0')} 812 3456 7890 hama2026`);
    await desk.first.presses('この番号で確定する');
    await counter.minutePasses();
    await desk.later();
    expect(await counter.prisma.call.findMany()).toMatchObject([{ state: 'open', about: 'confirmed' }]);
    expect(await hanako.says(`つなぐ${await codeFor(booking)}`)).toContain('hama2026');
    const [call] = await counter.prisma.call.findMany();
    expect(call).toMatchObject({ state: 'linked' });
    // The cards of before say what became of it, and nothing that nobody did.
    for (const event of ['call.away', 'call.told', 'call.resent']) {
      const answer = await desk.first.taps({ event, call: call?.id ?? '', tries: '0' });
      expect(answer).toContain('もうお伝えしなくて大丈夫です');
      expect(answer).toContain('LINEで見られるようになりました');
      expect(answer).not.toContain('送り直す');
    }
  });

  test('works once, for a day, and only until there is a newer one; what is wrong with it is not said', async () => {
    const booking = await booked();
    const old = await codeFor(booking);
    const code = await codeFor(booking);
    expect(await hanako.says(`つなぐ ${old}`)).toContain('このコードは使えません');
    expect(await hanako.says(`つなぐ ${code}`)).toContain('つなぎました');
    expect(await hanako.says(`つなぐ ${code}`)).toContain('もうご予約とつながっています');
    const other = counter.visitor(`${hanako.chatId}-other`);
    expect(await other.says(`つなぐ ${code}`)).toContain('このコードは使えません');
    expect(await other.says(code)).not.toContain('つなぎました');
    expect(await other.says('つなぐ 123')).toContain('つなぐ 1234-5678');
  });

  test('is too old after a day', async () => {
    const code = await codeFor(await booked());
    await counter.clock.moveTo(addHours(counter.clock.now(), 24));
    expect(await hanako.says(`つなぐ ${code}`)).toContain('このコードは使えません');
  });

  test('after ten wrong ones the chat is stopped for an hour, and no other', async () => {
    const code = await codeFor(await booked());
    for (let wrong = 0; wrong < 10; wrong += 1) await hanako.says(`つなぐ 0000-000${wrong}`);
    expect(await hanako.says(`つなぐ ${code}`)).toContain('1時間');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 61));
    expect(await hanako.says(`つなぐ ${code}`)).toContain('つなぎました');
  });

  test('stands in no log and no record as it is', async () => {
    const code = await codeFor(await booked());
    const [row] = await counter.prisma.linkCode.findMany();
    expect(JSON.stringify([row, counter.lines])).not.toContain(code.replace('-', ''));
  });
});

describe('a chat that is somebody with records already', () => {
  test('becomes one with the person of the code: past bookings and consents are moved', async () => {
    await hanako.follows();
    const past = await putBooking(counter, hanako, -600, { state: 'done' });
    const booking = await booked();
    expect(await hanako.says(`つなぐ ${await codeFor(booking)}`)).toContain('つなぎました');
    expect(await people()).toMatchObject([{ id: booking.personId, chatId: hanako.chatId }]);
    const theirs = await counter.prisma.booking.findMany({ where: { personId: booking.personId } });
    expect(new Set(theirs.map(({ id }) => id))).toEqual(new Set([past.id, booking.id]));
  });

  test.each([
    [true, true, true],
    [false, true, false],
    [true, false, false],
  ])(
    'whose early reminder was turned off (%s, %s) with either of them gets one: %s',
    async (own, target, both) => {
      await hanako.follows();
      const booking = await booked();
      const { prisma } = counter;
      const chatId = hanako.chatId;
      await prisma.person.update({ where: { chatId }, data: { wantsEarlyReminder: own } });
      await prisma.person.update({ where: { id: booking.personId }, data: { wantsEarlyReminder: target } });
      await hanako.says(`つなぐ ${await codeFor(booking)}`);
      expect(await people()).toMatchObject([{ chatId, wantsEarlyReminder: both }]);
    },
  );

  test('is refused where both have an open booking, and staff are told', async () => {
    await hanako.follows();
    const own = await putBooking(counter, hanako, 24 * 60);
    const booking = await booked();
    const code = await codeFor(booking);
    await desk.first.news();
    expect(await hanako.says(`つなぐ ${code}`)).toContain('いまは、つなげません');
    expect(await desk.first.news()).toEqual([]);
    const line = { title: 'LINEをつなげなかった方がいます', at: counter.clock.now() };
    expect(await nextWord(counter, desk.first.chatId)).toBe(
      waitingCard(
        'LINEをつなげなかった方には、予約が2つあります。',
        'どちらかをキャンセルするか、お断りしてから、もう一度コードを出してください。',
        waitingLine(counter, own, line),
        waitingLine(counter, booking, { ...line, name: '佐藤 花子' }),
      ),
    );
    expect(await people()).toHaveLength(2);
  });

  test('a request from a new account is joined with the code on the card of an older booking, also one that is over', async () => {
    const old = counter.visitor(`${hanako.chatId}-old`);
    await old.follows();
    const past = await putBooking(counter, old, -600, { state: 'noShow' });
    await hanako.follows();
    const request = await putBooking(counter, hanako, 24 * 60, { state: 'requested' });
    await counter.prisma.booking.update({ where: { id: past.id }, data: { state: 'done' } });
    expect(await hanako.says(`つなぐ ${await codeFor(past)}`)).toContain('つなぎました');
    const theirs = await counter.prisma.booking.findMany({ where: { personId: past.personId } });
    expect(theirs.map(({ id }) => id)).toContain(request.id);
  });

  // The code may have been read out to somebody else.
  test('a second LINE account of a person with LINE takes over: the first hears that, and no more', async () => {
    const first = counter.visitor(`${hanako.chatId}-first`);
    await first.follows();
    const booking = await putBooking(counter, first, 24 * 60);
    await first.news();
    const shown = await desk.first.taps({ event: 'link.asked', booking: booking.id });
    expect(await hanako.says(`つなぐ ${codeIn(shown)}`)).toContain('つなぎました');
    const told = await first.news();
    expect(textOf(told)).toContain('別のLINEに移りました');
    expect(textOf(told)).toContain('お心あたりがないときは、お電話ください');
    await desk.first.taps({
      event: 'cancel.picked',
      booking: booking.id,
      version: '2',
      reason: 'counsellor',
    });
    await counter.minutePasses();
    expect(await first.news()).toEqual([]);
    expect(await hanako.news()).toMatchObject([{ about: 'cancelled' }]);
  });
});
