// Closing a day or a part of it, and having fewer counsellors on it: shown with what it hits, then pressed. Nobody outside is told.
import { closureOf, isClosedBy, needless, parsePart, partOf, partText } from '../../booking/closures.ts';
import { moment } from '../../booking/shown.ts';
import { addDays, asDay, type Day, dayOf } from '../../core/jst.ts';
import { asShown, factsOf, type Wanted } from '../../outbox/closure-facts.ts';
import { closuresBetween } from '../../records/calendar.ts';
import { dealAnew, requestsBetween } from '../../records/closure-hits.ts';
import { type ClosureRow, lockClosures, markLifted, putClosure } from '../../records/closures.ts';
import { expiryTimers } from '../../timers/timers.ts';
import { type ClosureLine, readClosureLine } from '../../understanding/closure-line.ts';
import type { Turn } from '../turn.ts';
import { liftOne, liftTyped } from './closures-lifted.ts';
import { hitBy, hitsOf, markOf, showClosureOf, standingOn } from './closures-shown.ts';
import type { Handler } from './handler.ts';

export const readClosure: Handler<'readClosure'> = async ({ text }, turn) => {
  const line = readClosureLine(text, dayOf(turn.happenedAt));
  if (line !== undefined) await answerLine(line, turn);
  return undefined;
};

async function answerLine(line: ClosureLine, turn: Turn): Promise<void> {
  const { words, office, reply } = turn;
  if (line.what === 'unclear')
    return reply(...words.closureUnclear(line.because, 'day' in line ? line.day : undefined));
  if (line.what === 'lift') return liftTyped(line.day, turn);
  if (line.what === 'counsellors') return wantCounsellors(line.day, line.counsellors, turn);
  if (line.what !== 'close') return;
  const part = partOf(line.part, office);
  if (part === 'outside') return reply(...words.noClosure({ why: 'outside' }));
  await want({ day: line.day, part, counsellors: null, reason: line.reason }, turn);
}

async function wantCounsellors(day: Day, counsellors: number, turn: Turn): Promise<void> {
  const { words, office, reply } = turn;
  const most = office.consultation.counsellors;
  if (counsellors > most) return reply(...words.noClosure({ why: 'counsellors', most }));
  if (counsellors === 0) return reply(...words.noClosure({ why: 'noCounsellors', day }));
  if (counsellors < most) return want({ day, part: 'all', counsellors, reason: null }, turn);
  // All of them are there again.
  const because = needless(day, 'all', turn.now, office);
  if (because !== undefined) return reply(...words.noClosure({ why: 'needless', day, because }));
  await lockClosures(turn.tx);
  const [fewer] = (await standingOn(day, turn)).filter((one) => one.counsellors !== null);
  if (fewer === undefined) return reply(...words.noClosure({ why: 'allThere', day, most }));
  await liftOne(fewer, turn);
}

/** Shows what it would hit, with the button that does it, or says why there is nothing to do. */
async function want(wanted: Wanted, turn: Turn, isNew = false): Promise<void> {
  if (await saysNeedless(wanted, turn)) return;
  const bookings = await hitBy(wanted, turn);
  const asked = {
    hits: await hitsOf(wanted, bookings, turn),
    mark: markOf(bookings),
    part: partText(wanted.part),
    isNew,
  };
  turn.reply(...turn.words.closureAsked({ closure: asShown(wanted, turn), ...asked }));
}

async function saysNeedless({ day, part, counsellors }: Wanted, turn: Turn): Promise<boolean> {
  const { now, office, words } = turn;
  const because = needless(day, part, now, office);
  if (because !== undefined) turn.reply(...words.noClosure({ why: 'needless', day, because }));
  const before = because === undefined ? await closedBefore({ day, part, counsellors }, turn) : undefined;
  if (before !== undefined) turn.reply(...words.closedAlready(factsOf(before, turn), moment(now)));
  return because !== undefined || before !== undefined;
}

/** The closure that leaves nothing to do. */
async function closedBefore(
  { day, part, counsellors }: Omit<Wanted, 'reason'>,
  turn: Turn,
): Promise<ClosureRow | undefined> {
  const inForce = await standingOn(day, turn);
  if (counsellors !== null) return inForce.find((one) => one.counsellors === counsellors);
  const closed = inForce.filter((one) => one.counsellors === null);
  const isCovered = (by: readonly ClosureRow[]) =>
    isClosedBy(
      day,
      part,
      by.map((one) => closureOf(day, one.part)),
    );
  return closed.find((one) => isCovered([one])) ?? (isCovered(closed) ? closed[0] : undefined);
}

export const makeClosure: Handler<'makeClosure'> = async (pressed, turn) => {
  const { tx, sealer, now, happenedAt, member } = turn;
  const part = parsePart(pressed.part) ?? 'all';
  const counsellors = pressed.counsellors === 0 ? null : pressed.counsellors;
  const wanted: Wanted = { day: asDay(pressed.day), part, counsellors, reason: pressed.reason || null };
  const most = turn.office.consultation.counsellors;
  // Of a profile that has changed since.
  if (counsellors !== null && counsellors >= most) {
    await wantCounsellors(wanted.day, counsellors, turn);
    return undefined;
  }
  await lockClosures(tx);
  if (await saysNeedless(wanted, turn)) return undefined;
  const bookings = await hitBy(wanted, turn);
  if (markOf(bookings) !== pressed.hits) {
    await want(wanted, turn, true);
    return undefined;
  }
  const id = turn.newId(now);
  const by = member?.id ?? null;
  if (counsellors !== null) {
    // One number counts for a day.
    for (const one of await standingOn(wanted.day, turn))
      if (one.counsellors !== null) await markLifted(tx, one.id, { at: happenedAt, by });
  }
  await putClosure(tx, sealer, { ...wanted, id, madeById: by }, happenedAt);
  if (counsellors !== null) await dealAnew(tx, wanted.day, counsellors);
  await moveExpiries(wanted.day, turn);
  await showClosureOf(id, turn, 'made');
  return undefined;
};

/** Requests of the days after a closed one may end earlier now: there is one business day less to decide on them. */
const daysAfter = 14;

async function moveExpiries(day: Day, turn: Turn): Promise<void> {
  const last = addDays(day, daysAfter);
  const closures = await closuresBetween(turn.tx, addDays(day, -daysAfter), last);
  const requests = await requestsBetween(turn.tx, day, last);
  turn.schedule(...expiryTimers(requests, turn.office, closures, turn));
}

export const dropClosure: Handler<'dropClosure'> = async ({ day }, turn) => {
  // Its other button may have been pressed before, or that of another card.
  const made = (await standingOn(asDay(day), turn)).at(-1);
  if (made === undefined) turn.reply(...turn.words.closureDropped(asDay(day)));
  else turn.reply(...turn.words.closedAlready(factsOf(made, turn), moment(turn.now)));
  return undefined;
};
