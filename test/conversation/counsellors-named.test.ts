// Counsellors with names: on cards, in 今日, in what the person is told; and another one for a booking.
import { addMinutes, addSeconds } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { OfficeError, parseOffice, readOffice } from '../../src/config/office.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { lastStep } from '../../src/records/bookings.ts';
import { putBooking, stepsOf } from './bookings-of.ts';
import { clerk, counter, openWithOneClerk } from './with-one-clerk.ts';

const hamamatsu = readOffice('hamamatsu', 'offices');
const withNames = (counsellors: number, counsellorNames: string[]) => ({
  ...hamamatsu,
  consultation: { ...hamamatsu.consultation, counsellors, counsellorNames },
});

let visitors = 0;
openWithOneClerk({ office: withNames(3, ['斎藤', '田中', '鈴木']) });

async function booked(counsellor: number, state: 'confirmed' | 'requested' = 'confirmed', minutes = 120) {
  visitors += 1;
  const visitor = counter.visitor(`U${visitors}`);
  await visitor.follows();
  const booking = await putBooking(counter, visitor, minutes, { counsellor, state });
  const receipt = String(booking.number).padStart(4, '0');
  const now = () => counter.prisma.booking.findUniqueOrThrow({ where: { id: booking.id } });
  return { visitor, booking, receipt, now };
}

describe('a counsellor with a name', () => {
  test('stands on the card, in 今日, and in what the person reads', async () => {
    const { visitor, receipt } = await booked(1);
    expect(await clerk.says(receipt)).toContain('担当 田中');
    expect(await clerk.says('今日')).toContain('担当 田中');
    expect(await visitor.says('予約を見る')).toContain('担当は田中です。');
  });

  test('is changed behind 番号を直す; the next message names the new one, and history has who did it', async () => {
    const { visitor, booking, receipt, now } = await booked(0);
    await visitor.news();
    await clerk.says(receipt);
    await clerk.presses('番号を直す');
    const asked = await clerk.presses('担当を変える');
    expect(asked).toContain('いまの担当 斎藤');
    expect(asked).not.toContain('[斎藤]');
    const card = await clerk.presses('鈴木');
    expect(card).toContain('担当を変えました。');
    expect(card).toContain('担当 鈴木');
    expect(await now()).toMatchObject({ counsellor: 2, version: booking.version + 1, state: 'confirmed' });
    expect(await visitor.news()).toEqual([]);
    expect(await visitor.says('予約を見る')).toContain('担当は鈴木です。');
    expect(await stepsOf(counter, booking.id)).toContain('counsellor');
    expect(await lastStep(counter.prisma, booking.id)).toBeNull();
    const uses = await counter.prisma.slotUse.findMany({ where: { bookingId: booking.id } });
    expect(uses.map(({ counsellor }) => counsellor)).toEqual([2]);
  });

  test('of a request is changed on the card of its person', async () => {
    const { booking, now } = await booked(0, 'requested', 3 * 24 * 60);
    await clerk.taps({ event: 'person.asked', person: booking.personId });
    await clerk.presses('担当を変える');
    await clerk.presses('田中');
    expect(await now()).toMatchObject({ counsellor: 1, state: 'requested' });
  });

  test('who has another booking at that time is no button, and pressed all the same one sentence', async () => {
    const { booking, receipt, now } = await booked(0);
    await clerk.says(receipt);
    await clerk.presses('番号を直す');
    await clerk.presses('担当を変える');
    const tap = await clerk.tapOf('田中');
    await booked(1, 'confirmed', 130);
    expect(await clerk.taps(tap)).toBe('田中さんは、その時間に別の予約があります。\n担当は、そのままです。');
    await counter.clock.moveTo(addSeconds(counter.clock.now(), 11));
    const asked = await clerk.presses('担当を変える');
    expect(asked).not.toContain('[田中]');
    expect(asked).toContain('田中さんは、その時間に別の予約があります。');
    expect(await now()).toMatchObject({ counsellor: 0, version: booking.version });
  });

  test('an old button, one of a counsellor who is not there, and one after the start change nothing', async () => {
    const { booking, now } = await booked(0);
    const tap = (counsellor: number, version = booking.version) => ({
      ...{ event: 'counsellor.picked', booking: booking.id },
      ...{ version: String(version), counsellor: String(counsellor) },
    });
    await clerk.taps(tap(1, booking.version - 1));
    expect(await clerk.taps(tap(7))).toContain('この日にはいません');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 121));
    expect(await clerk.taps(tap(2))).toContain('いまは、下のとおりです');
    expect(await now()).toMatchObject({ counsellor: 0, version: booking.version });
  });

  test('of two who are moved to one counsellor at the same moment one is, and the other hears why', async () => {
    const [one, other] = [await booked(0), await booked(1)];
    const tap = ({ booking }: typeof one) => ({
      ...{ event: 'counsellor.picked', booking: booking.id },
      ...{ version: String(booking.version), counsellor: '2' },
    });
    await clerk.news();
    const press = (which: typeof one) => clerk.event({ type: 'tap', tap: tap(which) });
    await counter.hear(press(one), press(other));
    const now = [await one.now(), await other.now()].map(({ counsellor }) => counsellor);
    expect(now.filter((counsellor) => counsellor === 2)).toHaveLength(1);
    expect(JSON.stringify(await clerk.news())).toContain('鈴木さんは、その時間に別の予約があります');
  });
});

test('the confirmation and the reminders name who is in charge; without names nobody does', () => {
  const view = {
    ...{ id: '', version: 1, receipt: '2612-0001', state: 'confirmed', counsellor: 1 },
    ...{
      promised: { day: '2026-12-01', time: '10:00' },
      zoom: { meetingId: '81234567890', passcode: 'a1b2' },
    },
    slot: { day: '2026-12-03', time: '10:00', until: '10:45' },
  };
  for (const say of [ja.confirmed, ja.reminderDaysBefore, ja.reminderDayBefore, ja.reminderSoon]) {
    expect(JSON.stringify(say(view, withNames(2, ['斎藤', '田中']), '2026-12-01'))).toContain(
      '担当は田中です。',
    );
    expect(JSON.stringify(say(view, hamamatsu, '2026-12-01'))).not.toContain('担当は');
  }
});

describe('the names in a profile', () => {
  test.each([
    ['as many as counsellors', 3, ['斎藤', '田中'], 'as many as counsellors, 3'],
    ['each another', 2, ['斎藤', '斎藤'], 'no two may be the same'],
    ['at most 20 characters each', 1, ['あ'.repeat(21)], 'at most 20 characters'],
    ['not empty', 1, [' '], 'counsellorNames'],
  ] as const)('are %s', (_, counsellors, names, problem) => {
    const parse = () => parseOffice(withNames(counsellors, [...names]), 'test');
    expect(parse).toThrow(OfficeError);
    expect(parse).toThrow(problem);
  });

  test('may be missing: then nobody is named', async () => {
    expect(parseOffice(hamamatsu, 'test').consultation.counsellorNames).toBeUndefined();
  });
});
