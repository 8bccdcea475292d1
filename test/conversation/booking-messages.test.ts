// The table of messages against what is really put on the outbox: at each step of a booking's life, and by each timer, those
// and no others.
import { addDays, addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { reminderTimes } from '../../src/booking/reminder-times.ts';
import { receiptOf } from '../../src/booking/shown.ts';
import { messagesOfSteps, messagesOfTimers } from '../../src/messages/booking-messages.ts';
import { bookingsOfPeople } from '../../src/records/bookings.ts';
import { breakPromise } from '../../src/timers/break-promise.ts';
import { closeBooking } from '../../src/timers/close-booking.ts';
import { expire } from '../../src/timers/expire.ts';
import { nudge } from '../../src/timers/nudge.ts';
import { endOffer } from '../../src/timers/offer-end.ts';
import { remind } from '../../src/timers/remind.ts';
import { endWish } from '../../src/timers/wish-end.ts';
import { answerNoToAll } from '../helpers/answer-choices.ts';
import {
  cancels,
  clerk,
  confirms,
  counter,
  fires,
  type Heard,
  hanako,
  heardLater,
  heardWhile,
  openWithTwoChats,
  records,
  requests,
  showsAndPresses,
  wishes,
} from './heard.ts';
import { offerSteps, proposes } from './heard-of-offers.ts';

openWithTwoChats();

/** What is over is taken among the requests again, and that is taken back. */
async function takenBackAgain(id: string): Promise<Heard> {
  await counter.minutePasses();
  await showsAndPresses(id, 'もう一度受ける');
  return heardWhile(async () => {
    await clerk.presses('取り消す');
    await counter.minutePasses();
  });
}

describe('what goes out at a step', () => {
  const steps: Record<Exclude<keyof typeof messagesOfSteps, 'finish'>, () => Promise<Heard>> = {
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
    ...offerSteps,
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
      return heardLater(() => showsAndPresses(id, 'もう一度受ける'));
    },
    async declineAgain() {
      const { id } = await requests();
      await clerk.presses('お断りする');
      await clerk.presses('日時の都合がつかない');
      return takenBackAgain(id);
    },
    async cancelAgain() {
      const { id } = await confirms();
      await cancels(id);
      return takenBackAgain(id);
    },
    async expireAgain() {
      const { id, startsAt } = await requests();
      await fires(startsAt, (tx, at) => expire(tx, id, at));
      return takenBackAgain(id);
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
    resume: () => records(15, 'missed', 'reopened'),
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

  test('an hour before the end of a wish is what the table says', async () => {
    const booking = await confirms();
    await wishes(booking);
    const { until } = await counter.prisma.moveWish.findUniqueOrThrow({ where: { bookingId: booking.id } });
    const heard = await heardWhile(() =>
      fires(addMinutes(until, -60), (tx, at) => nudge(tx, booking.id, at)),
    );
    expect(heard).toEqual(messagesOfTimers.wishNudge);
  });

  test('at the end of other times that nobody took is what the table says', async () => {
    const { id } = await proposes(await requests());
    const { until } = await counter.prisma.offer.findUniqueOrThrow({ where: { bookingId: id } });
    const heard = await heardWhile(() => fires(until, (tx, at) => endOffer(tx, id, at)));
    expect(heard).toEqual(messagesOfTimers.offerEnd);
  });

  test('an hour before the promise is what the table says', async () => {
    const { id, promisedBy } = await requests();
    const heard = await heardWhile(() => fires(addMinutes(promisedBy, -60), (tx, at) => nudge(tx, id, at)));
    expect(heard).toEqual(messagesOfTimers.nudge);
  });

  test('at the promise without an answer is what the table says', async () => {
    const { id, promisedBy } = await requests();
    const heard = await heardWhile(() => fires(promisedBy, (tx, at) => breakPromise(tx, id, at)));
    expect(heard).toEqual(messagesOfTimers.promise);
  });

  test.each(['daysBefore', 'dayBefore', 'soon'] as const)('%s is what the table says', async (kind) => {
    const booking = await confirms();
    const due = reminderTimes(booking.startsAt, addDays(booking.startsAt, -4), counter.office);
    const now = due.find((one) => one.kind === kind)?.at ?? new Date(Number.NaN);
    const heard = await heardWhile(() =>
      fires(now, async (tx, at) =>
        remind(tx, [{ booking: booking.id, kind }], await bookingsOfPeople(tx, [booking.id]), at),
      ),
    );
    expect(heard).toEqual(messagesOfTimers[kind]);
  });
});
