// The worker of the timers: what is due is put on the outbox, or among the menus, in the same transaction that ends the timer.
// A batch that fails is run again one by one, so that one broken booking holds back nobody's reminder.

import { max as latest } from 'date-fns/max';
import { isReminderKind, type ReminderKind } from '../booking/reminder-times.ts';
import type { Office } from '../config/office.ts';
import type { Clock } from '../core/clock.ts';
import { addDays, dayOf } from '../core/jst.ts';
import { type Log, traceOf } from '../core/log.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Database } from '../db/open.ts';
import { passingTrouble, troubleOf } from '../db/passing-trouble.ts';
import { ClaimLostError, type Job, type NewJob, type Outcome } from '../db/queue.ts';
import { outboxJobs } from '../outbox/outbox.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { bookingsOfPeople } from '../records/bookings.ts';
import { closuresBetween } from '../records/calendar.ts';
import { freeIfOver } from '../records/phone-holds.ts';
import { breakPromise } from './break-promise.ts';
import { closeBooking } from './close-booking.ts';
import { expire } from './expire.ts';
import { menuJobs } from './menu-jobs.ts';
import { askForSign } from './no-sign.ts';
import { nudge } from './nudge.ts';
import { endOffer } from './offer-end.ts';
import { isReminder, remind } from './remind.ts';
import { tell } from './tell.ts';
import { isNudgeOf, putAgain, type Timer, timerSchema } from './timers.ts';
import { endWish } from './wish-end.ts';

type Parts = { database: Database; services: TurnServices; clock: Clock; log: Log };

/** Answers 'failed', which is tried again, for a timer that fails alone too. */
export const timerWorker =
  (parts: Parts) =>
  async (batch: Job[]): Promise<Outcome[]> => {
    const jobs = batch.toSorted(inTheirOrder);
    try {
      await fire(jobs, parts);
      return jobs.map(done);
    } catch (error) {
      parts.log.warn(
        { ...traceOf(error), timers: jobs.length },
        'A batch of timers is run again, one by one',
      );
    }
    return fireOneByOne(jobs, parts, performance.now() + patienceMs);
  };

/** As they fell due: what was decided first is told first. The queue gives a batch in any order. */
const inTheirOrder = (one: Job, other: Job): number =>
  one.dueAt.getTime() - other.dueAt.getTime() || (one.id < other.id ? -1 : 1);

/** The jobs are another's after 30 s (db/queue-settings.ts). */
const patienceMs = 12_000;

const done = ({ id }: Job): Outcome => ({ id, status: 'completed' });
const failed = ({ id }: Job): Outcome => ({ id, status: 'failed' });

/** Until it is too late, by the process's clock, or the database is away: the rest is tried again. */
async function fireOneByOne(jobs: readonly Job[], parts: Parts, until: number): Promise<Outcome[]> {
  const outcomes = new Map(jobs.map((job) => [job.id, failed(job)]));
  for (const job of jobs) {
    if (performance.now() > until) break;
    const outcome = await fireAlone(job, parts);
    if (outcome === 'away') break;
    outcomes.set(job.id, outcome);
  }
  return [...outcomes.values()];
}

async function fireAlone(job: Job, parts: Parts): Promise<Outcome | 'away'> {
  try {
    await fire([job], parts);
  } catch (error) {
    // Another worker has taken it over, or it was done and we were not told: the outcome is known.
    if (error instanceof ClaimLostError) return done(job);
    const isPassing = passingTrouble(error) !== undefined;
    if (isPassing && !(await parts.database.queue.answers())) return 'away';
    const trouble = { ...troubleOf(error), job: job.id };
    parts.log[isPassing ? 'warn' : 'error'](trouble, 'A timer failed and is tried again');
    return failed(job);
  }
  return done(job);
}

type At = { now: Date } & Pick<TurnServices, 'office' | 'sealer' | 'words'>;
type Act = (tx: Tx, bookingId: string, at: At) => Promise<Outgoing[]>;

/** What the other timers do, and what has to be said of it. */
const act: Readonly<Record<Exclude<Timer['kind'], ReminderKind>, Act>> = {
  nudge,
  promise: breakPromise,
  expiry: expire,
  end: closeBooking,
  tell,
  wishEnd: endWish,
  wishNudge: nudge,
  offerEnd: endOffer,
  noSign: askForSign,
  hold: async (tx, id, { now }) => {
    await freeIfOver(tx, id, now);
    return [];
  },
  // Nothing but what every timer that changes the menu does: see menu-jobs.ts.
  dayMenu: async () => [],
};

/**
 * In one transaction: all of them fire, or none. They are judged at a moment when all of them are due: by a clock of
 * ours that is behind the database's they would be too early, end quietly, and be gone for good.
 */
async function fire(jobs: Job[], { database, services, clock, log }: Parts): Promise<void> {
  const now = latest([clock.now(), ...jobs.map(({ dueAt }) => dueAt)]);
  const fired = jobs.flatMap((job) => readTimer(job, log));
  await database.queue.transaction(async (tx) => {
    const at = { now, ...services };
    const bookings = await bookingsOfPeople(
      tx,
      fired.map(({ booking }) => booking),
    );
    const { due, again } = await sortOut(tx, fired, bookings, at);
    const outgoing: Outgoing[] = [];
    for (const timers of inTurn(due)) {
      outgoing.push(...(await remind(tx, timers.filter(isReminder), bookings, at)));
      for (const { kind, booking } of timers)
        if (!isReminderKind(kind)) outgoing.push(...(await act[kind](tx, booking, at)));
    }
    await database.queue.put('timers', again, tx);
    await database.queue.put('outbox', outboxJobs(outgoing, services, now), tx);
    await database.queue.put('menus', await menuJobs(tx, due, services, now), tx);
    await database.queue.finish('timers', jobs, tx);
  });
}

/** As they fell due, and of one moment what was decided before what is only brought to mind; reminders that follow each other together. */
function inTurn(due: readonly Due[]): Timer[][] {
  const rank = (timer: Timer): number => Number(isReminder(timer));
  const sorted = due.toSorted(
    (one, other) => one.dueAt.getTime() - other.dueAt.getTime() || rank(one) - rank(other),
  );
  const groups: Timer[][] = [];
  for (const timer of sorted) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && isReminder(last[0]) && isReminder(timer)) last.push(timer);
    else groups.push([timer]);
  }
  return groups;
}

type Due = Timer & { dueAt: Date };
type Fired = Due & { jobId: string };

/** Closures further away than this before a consultation change nothing for its request. */
const closureDays = 14;

/** Those that are due, and those that have fired too early, for their new moment: the profile or a closure has changed. */
async function sortOut(
  tx: Tx,
  fired: readonly Fired[],
  bookings: readonly Booking[],
  { now, office }: { now: Date; office: Office },
): Promise<{ due: Due[]; again: NewJob[] }> {
  const days = bookings.map(({ startsAt }) => dayOf(startsAt)).sort();
  const [first, last] = [days.at(0), days.at(-1)];
  const asksClosures = fired.some(({ kind }) => kind === 'expiry');
  const closures =
    asksClosures && first !== undefined && last !== undefined
      ? await closuresBetween(tx, addDays(first, -closureDays), last)
      : [];
  const due: Due[] = [];
  const again: NewJob[] = [];
  for (const { jobId, ...timer } of fired) {
    if (timer.kind === 'hold') {
      due.push(timer);
      continue;
    }
    const booking = bookings.find(({ id }) => id === timer.booking);
    if (booking === undefined || (timer.kind === 'nudge' && !isNudgeOf(jobId, timer.booking, booking)))
      continue;
    const early = putAgain(timer, booking, { now, office, closures });
    if (early !== undefined) again.push(early);
    // A look at somebody's menu too many does no harm.
    if (early === undefined || timer.kind === 'dayMenu') due.push(timer);
  }
  return { due, again };
}

/** None for a job that nobody can read, now or later. */
function readTimer(job: Job, log: Log): Fired[] {
  const parsed = timerSchema.safeParse(job.data);
  if (!parsed.success) log.error({ job: job.id }, 'A timer could not be read and is dropped');
  return parsed.success ? [{ ...parsed.data, jobId: job.id, dueAt: job.dueAt }] : [];
}
