// 利用見合わせ: decided by staff and asked twice; the person is told nothing until the next wish, and then whom to call.
import { addDays, addSeconds } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lastDayOf } from '../../src/booking/suspension.ts';
import { asDay } from '../../src/core/jst.ts';
import { askOf } from '../../src/records/forget.ts';
import { sweepPersonSteps } from '../../src/records/suspensions.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let clerk: Visitor;
let hanako: Visitor;
let personId: string;
let visitors = 0;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());
beforeEach(async () => {
  clerk = counter.visitor('C1', 'group', 'U-clerk-1');
  await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
  visitors += 1;
  hanako = counter.visitor(`U-hanako-${visitors}`);
  await hanako.follows();
  personId = (await counter.prisma.person.findUniqueOrThrow({ where: { chatId: hanako.chatId } })).id;
});

const missed = (days = -3) => putBooking(counter, hanako, days * 24 * 60, { state: 'noShow' });
const steps = async () =>
  (await counter.prisma.personStep.findMany({ where: { personId }, orderBy: { at: 'asc' } })).map(
    ({ event, reason, staffId }) => `${event} ${reason} ${staffId === null ? 'by nobody' : 'by somebody'}`,
  );
const cardOfPerson = () => clerk.taps({ event: 'person.asked', person: personId });

async function suspend(term = '3か月'): Promise<string> {
  const { number } = await missed();
  await clerk.says(String(number).padStart(4, '0'));
  await clerk.presses('利用見合わせ');
  await clerk.presses('連絡のない欠席');
  await clerk.presses(term);
  return clerk.presses('はい、見合わせにする');
}

describe('利用見合わせ', () => {
  test('is decided in four taps from a missed booking, kept with who and why, and pushed to nobody', async () => {
    await hanako.news();
    const card = await suspend();
    expect(card).toContain('職員1さんが利用見合わせにしました。');
    expect(card).toContain('連絡のない欠席');
    expect(card).toMatch(/20\d\d年\d+月\d+日\(.\)まで/);
    expect(await steps()).toEqual(['suspended noShows by somebody']);
    await counter.minutePasses();
    expect(await hanako.news()).toEqual([]);
  });

  test('stands on the cards of that person’s bookings, with the way to the button that lifts it', async () => {
    await suspend();
    const { number } = await counter.prisma.booking.findFirstOrThrow({ where: { personId } });
    const card = await clerk.says(String(number).padStart(4, '0'));
    expect(card).toContain('[利用見合わせ中]');
    expect(card).not.toContain('[利用見合わせ]');
    expect(await clerk.presses('利用見合わせ中')).toContain('[解除]');
  });

  test('sends the person who asks for a consultation to the telephone, without a reason; questions go on', async () => {
    await suspend();
    for (const answer of [await hanako.presses('相談を申し込む'), await hanako.says('予約したい')]) {
      expect(answer).toContain('お電話でご相談ください');
      expect(answer).toContain('053-454-1910');
      expect(answer).not.toMatch(/見合わせ|連絡のない|月\d+日/);
    }
    expect(await hanako.says('よくある質問')).not.toContain('お電話でご相談ください');
  });

  test('is no invitation: neither a booking that is over nor the news that one is cancelled says that another can be asked for', async () => {
    const { id, version } = await putBooking(counter, hanako, 3 * 24 * 60);
    await suspend();
    await hanako.news();
    await clerk.taps({ event: 'cancel.picked', booking: id, version: `${version}`, reason: 'byPerson' });
    await counter.minutePasses();
    const told = JSON.stringify(await hanako.news());
    for (const answer of [told, await hanako.says('予約を見る')]) {
      expect(answer).toContain('ご相談は、お電話で承ります');
      expect(answer).not.toMatch(/また申し込|またのご利用|相談を申し込む/);
    }
  });

  test('counts for a form that is half filled in too', async () => {
    await fillIn(hanako, 'review');
    await suspend();
    const answer = await hanako.presses('この内容で申し込む');
    expect(answer).toContain('お電話でご相談ください');
    expect(await counter.prisma.booking.count({ where: { personId, state: 'requested' } })).toBe(0);
  });

  test('leaves open bookings as they are, names them, and lets nobody move a request', async () => {
    const request = await putBooking(counter, hanako, 3 * 24 * 60, { state: 'requested' });
    await hanako.says('予約を見る');
    const { number } = await missed();
    await clerk.says(String(number).padStart(4, '0'));
    await clerk.presses('利用見合わせ');
    await clerk.presses('そのほか');
    const asked = await clerk.presses('期限なし');
    expect(asked).toContain('次の予約は、そのままです。');
    expect(asked).toContain(String(request.number).padStart(4, '0'));
    expect(await steps()).toEqual([]);
    expect(await clerk.presses('はい、見合わせにする')).toContain('次の予約は、そのままです。');
    expect(await hanako.presses('日時を選び直す')).toContain('お電話でご相談ください');
    const after = await counter.prisma.booking.findUniqueOrThrow({ where: { id: request.id } });
    expect(after).toEqual(request);
    expect(await clerk.says(String(request.number).padStart(4, '0'))).toContain('利用見合わせ 期限なし');
  });

  test('is lifted with one tap; an old card lifts no newer one', async () => {
    await suspend();
    const old = await clerk.tapOf('解除');
    expect(await clerk.presses('解除')).toContain('解除しました');
    expect(await hanako.presses('相談を申し込む')).not.toContain('お電話でご相談ください');
    await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
    expect(await clerk.taps(old)).toContain('いまは、下のとおりです');
    await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
    await suspend('1か月');
    expect(await clerk.taps(old)).toContain('いまは、下のとおりです');
    expect(await steps()).toEqual([
      'suspended noShows by somebody',
      'lifted null by somebody',
      'suspended noShows by somebody',
    ]);
    expect(await cardOfPerson()).toContain('[解除]');
  });

  test('that a colleague decided first is said to the second, and counts once', async () => {
    await missed();
    const taps = ['1', '6'].map((term) => ({
      event: 'suspend.made',
      person: personId,
      reason: 'terms',
      term,
    }));
    await counter.hear(
      ...taps.map((tap, n) => counter.visitor('C1', 'group', `U-clerk-${n + 1}`).event({ type: 'tap', tap })),
    );
    const said = (await clerk.news()).flatMap(({ messages }) => messages.map(({ kind }) => kind)).length;
    expect(said).toBeGreaterThan(1);
    expect(await steps()).toHaveLength(1);
    expect(await clerk.taps({ event: 'suspend.asked', person: personId })).toMatch(
      /職員\dさんが\d+:\d\dに利用見合わせにしています。/,
    );
  });

  test('ends by itself after its last day, and the count of missed bookings never begins one', async () => {
    await missed(-3);
    await missed(-4);
    expect(await cardOfPerson()).toContain('連絡なし2');
    expect(await hanako.presses('相談を申し込む')).not.toContain('お電話でご相談ください');
    await hanako.says('やめる');
    await suspend('1か月');
    await counter.prisma.person.update({
      where: { id: personId },
      data: { suspendedUntil: addSeconds(counter.clock.now(), -1) },
    });
    expect(await hanako.presses('相談を申し込む')).not.toContain('お電話でご相談ください');
    await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
    expect(await cardOfPerson()).toContain('[利用見合わせ]');
  });

  test('keeps its history as long as it stands, and then as long as any other', async () => {
    await suspend('期限なし');
    const later = addDays(counter.clock.now(), 1);
    await sweepPersonSteps(askOf(counter.prisma), later);
    expect(await steps()).toHaveLength(1);
    await clerk.presses('解除');
    await sweepPersonSteps(askOf(counter.prisma), later);
    expect(await steps()).toEqual([]);
  });
});

test.each([
  ['2026-11-29', '3', '2027-02-28'],
  ['2026-11-30', '3', '2027-02-28'],
  ['2026-12-31', '6', '2027-06-30'],
  ['2026-12-31', '1', '2027-01-31'],
  ['2027-11-30', '3', '2028-02-29'],
] as const)('from %s so many months (%s) end on %s', (today, term, last) => {
  expect(lastDayOf(asDay(today), term)).toBe(last);
});
