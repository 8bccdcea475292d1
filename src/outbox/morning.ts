// The day's overview for a chat of the staff: today's consultations, what came overnight, and what is due. One card.
import { moment, slotOf } from '../booking/shown.ts';
import { addDays, dayOf, daysBetween, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { MorningFacts } from '../messages/facts-quiet.ts';
import { calendarOf, countPending, type NamedBooking, unrecordedPage } from '../records/booking-lists.ts';
import { countDueCalls } from '../records/calls.ts';
import { standingClosures } from '../records/closures.ts';
import { openName } from '../records/personal-data.ts';
import { readSupply } from '../records/supply.ts';
import { factsOf, hitsAmong } from './closure-facts.ts';
import { forecast } from './quota-forecast.ts';
import type { TurnServices } from './turn-services.ts';
import { takeWaiting } from './waiting-news.ts';

/** The kind of message that pushes it. */
export const morning = 'morning';

/** Lines of the card: so many of the day, of what was not recorded, and of all together. */
const rowsOfDay = 5;
const rowsUnrecorded = 3;
const rowsAtOnce = 12;

type Place = { tx: Tx; chatId: string; now: Date } & Pick<TurnServices, 'words' | 'sealer' | 'office'>;

/** What waits for this chat counts as shown from now on. `left`: messages of the month, where known. */
export async function morningFacts(on: Place, left?: number): Promise<MorningFacts> {
  const { tx, now, sealer } = on;
  const today = dayOf(now);
  const day = await calendarOf(tx, { from: today, until: today }, { skip: 0, take: rowsOfDay });
  const hits = await hitsAmong(day.bookings, on);
  const closures = await standingClosures(tx, sealer, { from: today, until: today });
  const unrecorded = await unrecordedPage(tx, { take: rowsUnrecorded });
  const room = rowsAtOnce - day.bookings.length - unrecorded.bookings.length;
  const row = (booking: NamedBooking) => ({
    id: booking.id,
    slot: slotOf(booking),
    name: openName(sealer, booking.person),
    state: booking.state,
    room: booking.room?.name ?? null,
    hit: hits.get(booking.id) ?? null,
  });
  return {
    today: moment(now),
    count: day.count,
    rows: day.bookings.map(row),
    closures: closures.map((one) => factsOf(one, on)),
    waiting: await takeWaiting(on, { most: room }),
    pending: await countPending(tx, now),
    dueToday: (await countPending(tx, startOfDay(addDays(today, 1)))).overdue,
    calls: await countDueCalls(tx, now),
    unrecorded: {
      count: unrecorded.count,
      rows: unrecorded.bookings.map((booking) => ({
        ...row(booking),
        days: daysBetween(dayOf(booking.startsAt), today),
      })),
    },
    supply: await readSupply(tx, now, on.office),
    month: left === undefined ? undefined : { left, needed: (await forecast(tx, now, on.office)).needed },
  };
}

/** Whether there is anything to do; consultations alone are not. */
export const isAnythingDue = ({ rows, waiting, dueToday, calls, unrecorded }: MorningFacts): boolean =>
  waiting.items.length > 0 ||
  waiting.quota.includes('usedUp') ||
  dueToday > 0 ||
  calls > 0 ||
  unrecorded.count > 0 ||
  // Nobody reminds whom a closure hits.
  rows.some(({ hit }) => hit !== null);
