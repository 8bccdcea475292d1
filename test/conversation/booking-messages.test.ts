// The table of messages against what is really put on the outbox: at each step of a booking's life, and by each timer, those
// and no others.
import { addDays, addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reminderTimes } from '../../src/booking/reminder-times.ts';
import { receiptOf } from '../../src/booking/shown.ts';
import type { Booking } from '../../src/db/generated/client.ts';
import { messagesOfSteps, messagesOfTimers } from '../../src/messages/booking-messages.ts';
import { outboxJobs } from '../../src/outbox/outbox.ts';
import type { Outgoing } from '../../src/outbox/outgoing.ts';
import { bookingsOfPeople, getBooking } from '../../src/records/bookings.ts';
import { putRoom } from '../../src/records/zoom-rooms.ts';
import { closeBooking } from '../../src/timers/close-booking.ts';
import { expire } from '../../src/timers/expire.ts';
import { nudge } from '../../src/timers/nudge.ts';
import { remind } from '../../src/timers/remind.ts';
import { endWish } from '../../src/timers/wish-end.ts';
import { answerNoToAll } from '../helpers/answer-choices.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let hanako: Visitor;
let clerk: Visitor;
let visitors = 0;
const staffChats = ['C1', 'C2'];
beforeAll(async () => {
  counter = await openCounter();
  const { prisma, clock, database } = counter;
  for (const chatId of staffChats)
    await prisma.adminChat.create({ data: { chatId, enrolledAt: clock.now() } });
  const numbers = { meetingId: '81234567890', passcode: 'hama2026' };
  const room = { name: '相談室A', numbers, newId: uuidv7() };
  await prisma.$transaction((tx) => putRoom(tx, database.sealer, room, clock.now()));
});
afterAll(() => counter.close());
beforeEach(() => {
  visitors += 1;
  hanako = counter.visitor(`U${visitors}`);
  clerk = counter.visitor('C1', 'group', 'U-clerk-1');
});

type Heard = { person: string | null; staff: string | null; after?: number };

/** What both sides hear while this is done, but for answers in the chats in which somebody acts. */
async function heardWhile(act: () => Promise<unknown>): Promise<Heard> {
  const chats = [hanako.chatId, ...staffChats];
  const before = await Promise.all(chats.map(async (chat) => (await counter.sentTo(chat)).length));
  await counter.prisma.undelivered.deleteMany();
  await act();
  const [person = [], ...staff] = await Promise.all(
    chats.map(async (chat, at) => {
      const sent = await counter.sentTo(chat, before[at]);
      // What is not pushed waits for the next word there.
      const waiting = await counter.prisma.undelivered.findMany({ where: { chatId: chat } });
      return [...sent, ...waiting].map(({ about }) => about).filter((about) => about !== 'answer');
    }),
  );
  // Every chat of the staff hears the same.
  for (const one of staff) expect(one).toEqual(staff[0]);
  for (const one of [person, ...staff]) expect(one.length).toBeLessThanOrEqual(1);
  return { person: person[0] ?? null, staff: staff[0]?.[0] ?? null };
}

async function requests(): Promise<Booking> {
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  return newest();
}
const newest = () => counter.prisma.booking.findFirstOrThrow({ orderBy: { number: 'desc' } });

async function confirms(): Promise<Booking> {
  const { id } = await requests();
  await clerk.presses('確定する(相談室A)');
  await counter.minutePasses();
  return counter.prisma.$transaction((tx) => getBooking(tx, id));
}

/** 別の日時にしたい: the first day that is offered, at its first time; what she has is on the last one. */
async function wishes({ id, version }: Booking): Promise<void> {
  const days = await hanako.taps({ event: 'moveWish.asked', booking: id, version: String(version) });
  const times = await hanako.presses(/\[(\d+月\d+日\(.\))\]/.exec(days)?.[1] ?? '');
  await hanako.presses(/\[(\d+:\d\d)\]/.exec(times)?.[1] ?? '');
  await hanako.presses('この内容で申し込む');
}

const showsAndPresses = async (id: string, label: string): Promise<string> => {
  const { number } = await counter.prisma.booking.findUniqueOrThrow({ where: { id } });
  await clerk.says(String(number).padStart(4, '0'));
  return clerk.presses(label);
};

async function cancels(id: string): Promise<void> {
  await showsAndPresses(id, 'キャンセル');
  await clerk.presses('ご本人から');
}

/** Of what can be taken back for a minute: nothing is heard before it is over. */
async function heardLater(decides: () => Promise<unknown>): Promise<Heard> {
  expect(await heardWhile(decides)).toEqual({ person: null, staff: null });
  return { ...(await heardWhile(counter.minutePasses)), after: 60 };
}

/** Staff record these one after the other, so many minutes after the start of a consultation; what the last one brings. */
async function records(minutes: number, ...outcomes: string[]): Promise<Heard> {
  const { id } = await confirms();
  const startsAt = addMinutes(counter.clock.now(), -minutes);
  const data = {
    startsAt,
    endsAt: addMinutes(startsAt, 45),
    counsellor: 100 + visitors,
    roomId: null,
    zoomHash: null,
  };
  await counter.prisma.booking.update({ where: { id }, data });
  let heard: Heard = { person: null, staff: null };
  for (const outcome of outcomes) {
    const { version } = await counter.prisma.booking.findUniqueOrThrow({ where: { id } });
    const tap = { event: 'outcome.recorded', booking: id, version: String(version), outcome };
    heard = await heardWhile(async () => expect(await clerk.taps(tap)).toContain('記録しました'));
  }
  return heard;
}

/** As a timer does that fires at this moment. */
const fires = async (
  now: Date,
  act: (tx: Parameters<typeof expire>[0], at: Parameters<typeof expire>[2]) => Promise<Outgoing[]>,
): Promise<void> => {
  const { database, services } = counter;
  await database.queue.transaction(async (tx) => {
    const outgoing = await act(tx, { ...services, now });
    await database.queue.put('outbox', outboxJobs(outgoing, services, now), tx);
  });
};

describe('what goes out at a step', () => {
  const steps: Record<
    Exclude<keyof typeof messagesOfSteps, 'propose' | 'pick' | 'finish'>,
    () => Promise<Heard>
  > = {
    request: () => heardWhile(requests),
    async move() {
      await requests();
      return heardWhile(async () => {
        const days = await hanako.presses('日時を選び直す');
        await hanako.presses(/\[(\d+月\d+日\(.\))\]/.exec(days)?.[1] ?? '');
        await hanako.presses('11:00');
        if ((await hanako.says('もう一度')).includes('同席')) await answerNoToAll(hanako);
        await hanako.presses('この内容で申し込む');
      });
    },
    async withdraw() {
      await requests();
      return heardWhile(async () => {
        await hanako.presses('申し込みを取り下げる');
        await hanako.presses('取り下げる');
      });
    },
    async confirm() {
      await requests();
      return heardLater(async () => {
        await clerk.presses('確定する(相談室A)');
      });
    },
    async renumber() {
      const booking = await confirms();
      return heardLater(async () => {
        await clerk.says(`番号 ${receiptOf(booking)} 845 1111 2222 abcd12`);
        await clerk.presses('送り直す');
      });
    },
    async decline() {
      await requests();
      return heardLater(async () => {
        await clerk.presses('お断りする');
        await clerk.presses('日時の都合がつかない');
      });
    },
    async wish() {
      const booking = await confirms();
      return heardWhile(() => wishes(booking));
    },
    async keep() {
      await wishes(await confirms());
      return heardLater(() => clerk.presses('そのまま'));
    },
    async reschedule() {
      const { id } = await confirms();
      return heardLater(async () => {
        const days = await showsAndPresses(id, '日時を変える');
        const times = await clerk.presses(/\[(\d+月\d+日\(.\))\]\n\[ほかの日/.exec(days)?.[1] ?? '');
        await clerk.presses(/\[(\d+:\d\d)\]/.exec(times)?.[1] ?? '');
        await clerk.presses('変える');
      });
    },
    async cancel() {
      const { id } = await confirms();
      return heardLater(() => cancels(id));
    },
    async undo() {
      const { id } = await confirms();
      await cancels(id);
      return heardWhile(async () => {
        await clerk.presses('取り消す');
        await counter.minutePasses();
      });
    },
    async unconfirm() {
      await requests();
      await clerk.presses('確定する(相談室A)');
      return heardWhile(async () => {
        await clerk.presses('取り消す');
        await counter.minutePasses();
      });
    },
    async unmake() {
      const { id } = await confirms();
      await counter.prisma.booking.update({
        where: { id },
        data: { state: 'requested', source: 'consultation' },
      });
      await showsAndPresses(id, '確定する(相談室A)');
      return heardWhile(async () => {
        await clerk.presses('取り消す');
        await counter.minutePasses();
      });
    },
    async readmit() {
      const { id } = await confirms();
      await cancels(id);
      await counter.minutePasses();
      return heardWhile(() => showsAndPresses(id, 'もう一度受ける'));
    },
    async expire() {
      const { id, startsAt } = await requests();
      return heardWhile(() => fires(startsAt, (tx, at) => expire(tx, id, at)));
    },
    async close() {
      const { id, endsAt } = await confirms();
      return heardWhile(() => fires(endsAt, (tx, at) => closeBooking(tx, id, at)));
    },
    start: () => records(5, 'attended'),
    phone: () => records(5, 'byPhone'),
    miss: () => records(15, 'missed'),
    absent: () => records(5, 'absent'),
    attend: () => records(50, 'missed', 'attended'),
    reopen: () => records(50, 'missed', 'reopened'),
  };

  test.each(Object.entries(steps))('%s is what the table says', async (step, play) => {
    expect(await play()).toEqual(messagesOfSteps[step as keyof typeof steps]);
  });
});

describe('what goes out by a timer', () => {
  test('at the end of a wish that nobody decided on is what the table says', async () => {
    const booking = await confirms();
    await wishes(booking);
    const { until } = await counter.prisma.moveWish.findUniqueOrThrow({ where: { bookingId: booking.id } });
    const heard = await heardWhile(() => fires(until, (tx, at) => endWish(tx, booking.id, at)));
    expect(heard).toEqual(messagesOfTimers.wishEnd);
  });

  test('an hour before the promise is what the table says', async () => {
    const { id, promisedBy } = await requests();
    const heard = await heardWhile(() => fires(addMinutes(promisedBy, -60), (tx, at) => nudge(tx, id, at)));
    expect(heard).toEqual(messagesOfTimers.nudge);
  });

  test.each(['dayBefore', 'soon'] as const)('%s is what the table says', async (kind) => {
    const booking = await confirms();
    const due = reminderTimes(booking.startsAt, addDays(booking.startsAt, -3), counter.office);
    const now = due.find((one) => one.kind === kind)?.at ?? new Date(Number.NaN);
    const heard = await heardWhile(() =>
      fires(now, async (tx, at) =>
        remind(tx, [{ booking: booking.id, kind }], await bookingsOfPeople(tx, [booking.id]), at),
      ),
    );
    expect(heard).toEqual(messagesOfTimers[kind]);
  });
});
