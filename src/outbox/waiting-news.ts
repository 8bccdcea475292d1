// News for staff that was not pushed: by the rule (staff-pushes.ts), because the month's messages are used up, or because one person has
// caused too many. It waits for the next word or tap in the admin chat and goes out with the answer to that, which is free.

import type { PersonNotice } from '../booking/person-notices.ts';
import { moment, receiptOf, slotOf } from '../booking/shown.ts';
import { dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { WaitingFacts } from '../messages/facts-quiet.ts';
import type { Message } from '../messages/message.ts';
import { mustNotBeCalled, pastNoticesOf } from '../records/past-notices.ts';
import { openName } from '../records/personal-data.ts';
import { quotaLowNote, quotaLows, quotaNote } from '../records/quota-note.ts';
import { takeWaitingFor, told, type WaitingNews } from '../records/waiting-news.ts';
import type { TurnServices } from './turn-services.ts';

/** Lines of one message; the rest is only counted. */
const linesAtOnce = 12;

/** What its person says of coming to it. */
const ofItsTime: ReadonlySet<string> = new Set<PersonNotice>(['absence', 'absenceWritten', 'late', 'coming']);

/** Sentences of their own. */
const ofTheMonth: ReadonlySet<string> = new Set([quotaNote.about, quotaLowNote.about]);

/** By this name a booking's news are one thing to know, however often they wait. */
export const nameOfNotice = (about: string, bookingId: string | null): string => `${about} ${bookingId}`;

type Place = { tx: Tx; chatId: string; now: Date } & Pick<TurnServices, 'words' | 'sealer'>;

/** `said`: what is told beside it, by `nameOfNotice`. `most`: lines. `isAnswer`: it goes out beside one. */
type How = { said?: ReadonlySet<string>; most?: number; isAnswer?: boolean };

/** What waits for this chat, gathered into one message, or none. It counts as shown from now on. */
export async function takeWaitingNews(on: Place, how: How = {}): Promise<Message[]> {
  return on.words.waitingNews(await takeWaiting(on, how), dayOf(on.now));
}

/** The same, to be worded with other things. */
export async function takeWaiting(
  { tx, sealer, chatId, now }: Place,
  { said = new Set(), most = linesAtOnce, isAnswer = false }: How = {},
): Promise<WaitingFacts> {
  const rows = await takeWaitingFor(tx, chatId, { now, isAnswer });
  // The same of one booking again and again is one thing to know.
  const newest = new Map(rows.map((row) => [nameOfNotice(row.about, row.bookingId), row]));
  const news = [...newest.values()].filter(
    ({ about, bookingId }) =>
      !ofTheMonth.has(about) && about !== told && !said.has(nameOfNotice(about, bookingId)),
  );
  const shown = news.slice(0, most);
  const past = await pastNoticesOf(
    tx,
    shown.flatMap(({ bookingId }) => bookingId ?? []),
  );
  // Said of a time that the booking has no more (past-notices.ts).
  const isStillSo = ({ about, bookingId }: WaitingNews): boolean =>
    bookingId === null ||
    !ofItsTime.has(about) ||
    (past.get(bookingId) ?? []).some(({ event }) => event === about);
  return {
    quota: quotaNews(rows),
    items: shown.filter(isStillSo).map(({ about, at, booking }) => ({
      about,
      at: moment(at),
      booking: booking && {
        id: booking.id,
        receipt: receiptOf(booking),
        slot: slotOf(booking),
        name: openName(sealer, booking.person),
        noCall: mustNotBeCalled(past.get(booking.id) ?? []),
      },
    })),
    more: news.length - shown.length,
    told: rows.flatMap(({ about, at, booking }) =>
      about === told && booking !== null ? [{ receipt: receiptOf(booking), at: moment(at) }] : [],
    ),
  };
}

/** What is used up needs no warning. */
function quotaNews(rows: readonly WaitingNews[]): WaitingFacts['quota'] {
  if (rows.some(({ about }) => about === quotaNote.about)) return ['usedUp'];
  return quotaLows.filter((low) =>
    rows.some(({ about, reason }) => about === quotaLowNote.about && reason === low),
  );
}
