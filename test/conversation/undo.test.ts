// What staff decide is told a minute later, and until then anybody of them can take it back.
import { addMinutes, subMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { outboxJobs } from '../../src/outbox/outbox.ts';
import { bookingsOfPeople } from '../../src/records/bookings.ts';
import { remind } from '../../src/timers/remind.ts';
import { tell } from '../../src/timers/tell.ts';
import { tellTimer } from '../../src/timers/timers.ts';
import {
  bookingNow,
  cancels,
  confirmed,
  counter,
  hanako,
  heardBy,
  openWithClerks,
  requested,
  somebodyNew,
  stateOf,
  suzuki,
  takahashi,
} from './decisions.ts';

openWithClerks();

describe('a confirmation', () => {
  test('is not told at once, and the card says so', async () => {
    const id = await requested();
    const before = (await heardBy(hanako)).length;
    const card = await suzuki.presses('確定する(相談室A)');
    expect(card).toContain('職員1さんが確定しました');
    expect(card).toContain('ご本人には、まだお知らせしていません');
    expect(card).toContain('[取り消す]');
    expect(await heardBy(hanako, before)).toEqual([]);
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual(['confirmed']);
    expect(await stateOf(id)).toBe('confirmed');
  });

  test('that a colleague takes back leaves everything as it was, and nobody has heard of it', async () => {
    const id = await requested();
    const before = (await heardBy(hanako)).length;
    await suzuki.presses('確定する(相談室A)');
    const card = await takahashi.presses('取り消す');
    expect(card).toContain('取り消しました');
    // The person asked for it, and none of the two clerks.
    expect(card).toMatch(/申し込み \d+:\d\d\n/);
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual([]);
    expect(await bookingNow(id)).toMatchObject({ state: 'requested', zoomMeetingId: null });
    expect(await hanako.says('予約を見る')).toContain('まだ確定していません');
    const steps = await counter.prisma.bookingStep.findMany({
      where: { bookingId: id },
      orderBy: { at: 'asc' },
    });
    expect(steps.map(({ event }) => event)).toEqual(['request', 'confirm', 'unconfirm']);
  });

  test('is told at once when its person writes anything, and can then not be taken back', async () => {
    const id = await requested();
    await suzuki.presses('確定する(相談室A)');
    const before = (await heardBy(hanako)).length;
    await hanako.says('すみません、まだでしょうか');
    expect(await heardBy(hanako, before)).toEqual(['confirmed', 'answer']);
    const late = await takahashi.presses('取り消す');
    expect(late).toContain('もうご本人にお知らせしたので、取り消せません');
    expect(late).toContain('[キャンセル]');
    expect(await stateOf(id)).toBe('confirmed');
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual(['confirmed', 'answer']);
  });

  test('goes out before a reminder of it', async () => {
    const id = await requested();
    await suzuki.presses('確定する(相談室A)');
    const before = (await heardBy(hanako)).length;
    const { startsAt } = await bookingNow(id);
    const now = subMinutes(startsAt, 30);
    const { database, services } = counter;
    await database.queue.transaction(async (tx) => {
      const bookings = await bookingsOfPeople(tx, [id]);
      const reminders = [{ booking: id, kind: 'soon' as const }];
      const outgoing = await remind(tx, reminders, bookings, { ...services, now });
      await database.queue.put('outbox', outboxJobs(outgoing, services, now), tx);
    });
    expect(await heardBy(hanako, before)).toEqual(['confirmed', 'reminder']);
  });

  test('is told by a timer that outlives the server', async () => {
    const id = await requested();
    await suzuki.presses('確定する(相談室A)');
    const { tellAt } = await counter.prisma.undo.findUniqueOrThrow({ where: { bookingId: id } });
    const { data, startAfter } = tellTimer(id, tellAt);
    expect(data).toEqual({ booking: id, kind: 'tell' });
    const timers = await counter.prisma.$queryRaw`
      SELECT 1 FROM pgboss.job WHERE name = 'timers' AND singleton_key = ${id} AND start_after = ${startAfter}`;
    expect(timers).toHaveLength(1);
  });
});

describe('a refusal', () => {
  test('that is taken back waits for staff again', async () => {
    const id = await requested();
    const before = (await heardBy(hanako)).length;
    await suzuki.presses('お断りする');
    expect(await suzuki.presses('窓口でお受けする')).toContain('お断りしました');
    expect(await suzuki.presses('取り消す')).toContain('取り消しました');
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual([]);
    expect(await stateOf(id)).toBe('requested');
  });
});

describe('the way back', () => {
  test('and the minute that ends at the same moment: told or taken back, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await confirmed();
      await cancels(id);
      const before = (await heardBy(hanako)).length;
      const { database, services, clock } = counter;
      const now = addMinutes(clock.now(), 1);
      const [answer, told] = await Promise.all([
        suzuki.presses('取り消す'),
        database.queue.transaction(async (tx) => {
          const outgoing = await tell(tx, id, { ...services, now });
          await database.queue.put('outbox', outboxJobs(outgoing, services, now), tx);
          return outgoing.length;
        }),
      ]);
      expect([answer.includes('取り消しました'), told]).toEqual(told === 1 ? [false, 1] : [true, 0]);
      expect(await stateOf(id)).toBe(told === 1 ? 'cancelled' : 'confirmed');
      expect(await heardBy(hanako, before)).toHaveLength(told);
      somebodyNew();
      await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
    }
  });

  test('of a card that is older than a colleague’s decision shows what is true now', async () => {
    const id = await requested();
    await suzuki.presses('確定する(相談室A)');
    const old = await suzuki.tapOf('取り消す');
    await takahashi.presses('取り消す');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
    const answer = await suzuki.taps(old);
    expect(answer).toContain('さきほどのカードのあとに、変わりました');
    expect(answer).toContain('[確定する(相談室A)]');
    expect(await stateOf(id)).toBe('requested');
  });

  test('is nothing to a stranger, in whatever chat', async () => {
    const id = await confirmed();
    await cancels(id);
    const undo = await suzuki.tapOf('取り消す');
    for (const stranger of [counter.visitor('U-stranger'), counter.visitor('C-other', 'group', 'U-stranger')])
      expect(await stranger.taps(undo)).not.toContain('取り消しました');
    expect(await stateOf(id)).toBe('cancelled');
  });
});

test('six staff who press six buttons of one card in the same second: one decides, five are told so', async () => {
  const id = await requested();
  const clerks = Array.from({ length: 6 }, (_, n) => counter.visitor('C1', 'group', `U-clerk-${n}`));
  await suzuki.presses('お断りする');
  const reasons = [
    '日時の都合がつかない',
    '利用条件に合わない',
    '窓口でお受けする',
    'ほかの予約と重なっている',
  ];
  const taps = [];
  for (const label of reasons) taps.push(await suzuki.tapOf(label));
  taps.push(await suzuki.tapOf('確定する(相談室A)'), { event: 'cancel.asked', booking: id, version: '1' });
  const from = (await counter.sentTo('C1')).length;
  await counter.hear(...taps.map((tap, n) => (clerks[n] ?? suzuki).event({ type: 'tap', tap })));
  const answers = (await counter.sentTo('C1')).slice(from);
  const texts = answers.map(({ messages }) => JSON.stringify(messages));
  expect(texts.filter((text) => text.includes('まだお知らせしていません'))).toHaveLength(1);
  expect(texts).toHaveLength(6);
  const decided = await counter.prisma.bookingStep.count({ where: { bookingId: id, actor: 'staff' } });
  expect(decided).toBe(1);
});

describe('of two decisions within the minute the last one alone', () => {
  const line = async (id: string) => `番号 ${receiptOf(await bookingNow(id))} 823 4567 8901 mama2026`;

  /** Confirmed by one clerk; the other sends other numbers half a minute later. */
  async function confirmedAndRenumbered(): Promise<string> {
    const id = await requested();
    await suzuki.presses('確定する(相談室A)');
    const check = await takahashi.says(await line(id));
    expect(check).toContain('「予約が確定しました」と、新しい番号で');
    expect(check).not.toContain('ミーティングIDが変わりました');
    await takahashi.presses('送り直す');
    return id;
  }

  test('is taken back: the confirmation of a colleague stays, and is told with its own numbers', async () => {
    const id = await confirmedAndRenumbered();
    const before = (await heardBy(hanako)).length;
    const card = await takahashi.presses('取り消す');
    expect(card).toContain('その前に決めたことは、そのままです');
    expect(card).not.toContain('何もお知らせしていません');
    expect(await stateOf(id)).toBe('confirmed');
    expect(await heardBy(hanako, before)).toEqual(['confirmed']);
    const told = JSON.stringify((await counter.sentTo(hanako.chatId)).at(-1)?.messages);
    expect(told).toContain('812 3456 7890');
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual(['confirmed']);
  });

  test('is told with the first where nobody takes it back', async () => {
    await confirmedAndRenumbered();
    const before = (await heardBy(hanako)).length;
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual(['confirmed']);
    const told = JSON.stringify((await counter.sentTo(hanako.chatId)).at(-1)?.messages);
    expect(told).toContain('823 4567 8901');
  });

  test('a cancellation of what was confirmed a moment ago: it is confirmed again, and that is told', async () => {
    const id = await requested();
    await suzuki.presses('確定する(相談室A)');
    const { version } = await bookingNow(id);
    const before = (await heardBy(hanako)).length;
    const cancel = { event: 'cancel.picked', booking: id, version: String(version), reason: 'byPerson' };
    await takahashi.taps(cancel);
    expect(await stateOf(id)).toBe('cancelled');
    await takahashi.presses('取り消す');
    expect(await stateOf(id)).toBe('confirmed');
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual(['confirmed']);
  });
});
