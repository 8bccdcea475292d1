// `/booking/TOKEN`: what somebody says on the telephone is entered here, never in the group. It lives as long as its slot is held, and
// what is handed in by then is taken.
import type { Router } from 'express';
import { hitOf } from '../booking/closures.ts';
import { moment, receiptOf, slotOf } from '../booking/shown.ts';
import { judgeForStaff } from '../booking/staff-times.ts';
import { addDays, addMinutes, dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { PageLink } from '../db/generated/client.ts';
import type { Database } from '../db/open.ts';
import type { EntryProblem } from '../messages/words-booking-page.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { openMemberName } from '../records/admin-chats.ts';
import { findBooking, firstStep } from '../records/bookings.ts';
import { closuresBetween } from '../records/calendar.ts';
import { countLook, findPageLink, pagePath } from '../records/page-links.ts';
import { type PersonMatch, personMatches } from '../records/person-matches.ts';
import { findHold, type Hold, holdMinutes, lockHold } from '../records/phone-holds.ts';
import { readEntry, readTyped } from './booking-entry.ts';
import { formBlock } from './booking-form.ts';
import { enterBooking } from './enter-booking.ts';
import { createLinkedPage, type Sent } from './linked-page.ts';
import type { Block } from './page.ts';

export function createBookingPage(database: Database, services: TurnServices): Router {
  const { sealer, clock, queue } = database;
  const { office } = services;
  const words = services.words.bookingPage;

  /** By the moment at which it was held: who was in time stays in time. */
  async function isLate(tx: Tx, { startsAt, until }: Hold): Promise<boolean> {
    const day = dayOf(startsAt);
    const closures = await closuresBetween(tx, addDays(day, -14), day);
    const verdict = judgeForStaff({ day }, addMinutes(until, -holdMinutes), office, closures);
    return verdict.ok && verdict.isLate;
  }

  /** Since it was held. What is handed in is taken all the same: the person has been promised that time. */
  async function isClosed(tx: Tx, hold: Hold): Promise<boolean> {
    const day = dayOf(hold.startsAt);
    return hitOf(hold, office, await closuresBetween(tx, day, day)) !== null;
  }

  type Filled = { sent: Sent; matches: readonly PersonMatch[]; problems: readonly EntryProblem[] };
  async function pageOf(tx: Tx, hold: Hold, filled: Filled, above: readonly Block[] = []): Promise<Block[]> {
    const late = await isLate(tx, hold);
    return [
      ...above,
      { kind: 'facts', facts: words.facts(slotOf(hold), moment(hold.until)) },
      ...(late ? [{ kind: 'warning' as const, lines: words.isLate }] : []),
      ...((await isClosed(tx, hold)) ? [{ kind: 'warning' as const, lines: words.isClosed }] : []),
      formBlock(words, { ...filled, isLate: late }),
      ...words.explained(office).map((part) => ({ kind: 'aloud' as const, ...part })),
    ];
  }

  /** Entered by now, or free again: nothing of the person. */
  async function before(tx: Tx, id: string): Promise<readonly Block[]> {
    const booking = await findBooking(tx, id);
    if (booking === null) return [{ kind: 'result', lines: words.over }];
    const step = await firstStep(tx, id);
    const by = step?.staff ? openMemberName(sealer, step.staff) : null;
    return [{ kind: 'result', lines: words.savedBefore(receiptOf(booking), by, step && moment(step.at)) }];
  }

  async function save(tx: Tx, link: PageLink, sent: Sent): Promise<readonly Block[]> {
    const now = clock.now();
    const hold = await lockHold(tx, link.subject, now);
    if (hold === null) return before(tx, link.subject);
    const typed = readTyped(sent, office);
    const matches = await personMatches(tx, sealer, typed, clock.now());
    const { entry, problems } = readEntry(sent, typed, { matches, isLate: await isLate(tx, hold) });
    if (entry === null) return pageOf(tx, hold, { sent, matches, problems });
    const by = { chatId: link.chatId, staffId: link.staffId, at: now };
    const booking = await enterBooking(tx, hold, entry, by, { queue, services });
    if (booking === 'openBooking')
      return pageOf(tx, hold, { sent, matches, problems: [{ field: 'who', because: 'openBooking' }] });
    const lines = words.saved(receiptOf(booking), slotOf(booking), await isClosed(tx, hold));
    return [{ kind: 'result', lines }];
  }

  /** Who has the same number, before anything is handed in. */
  async function check(tx: Tx, hold: Hold, sent: Sent): Promise<readonly Block[]> {
    const typed = readTyped(sent, office);
    const problems = typed.problems.filter(({ field }) => field === 'phone');
    const matches = await personMatches(tx, sealer, typed, clock.now());
    const isAlone = matches.length === 0 && problems.length === 0;
    const above = isAlone ? [{ kind: 'result' as const, lines: words.nobodyElse }] : [];
    return pageOf(tx, hold, { sent, matches, problems }, above);
  }

  return createLinkedPage<PageLink>(database, {
    path: pagePath('booking'),
    words,
    find: (tx, token) => findPageLink(tx, sealer, token, { purpose: 'booking', at: clock.now() }),
    async show(tx, link) {
      const hold = await findHold(tx, link.subject, clock.now());
      if (hold === null) return before(tx, link.subject);
      if (!(await countLook(tx, link))) return null;
      return pageOf(tx, hold, { sent: {}, matches: [], problems: [] });
    },
    async act(tx, link, act, sent) {
      if (act === 'save') return save(tx, link, sent);
      const hold = await findHold(tx, link.subject, clock.now());
      return hold === null ? before(tx, link.subject) : check(tx, hold, sent);
    },
  });
}
