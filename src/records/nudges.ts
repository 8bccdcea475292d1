// Which requests, and which wishes to move, staff were reminded of before their promise ends: a row of history for each.
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import { withName } from './booking-lists.ts';
import { writeHistory } from './booking-steps.ts';

const event = 'nudged';

const withNudges = {
  ...withName,
  person: { select: { ...withName.person.select, chatId: true } },
  steps: { where: { event }, select: { at: true } },
} as const;

/** Requests that wait, promised until then, the oldest promise first; with when staff were reminded of each. */
export const requestsDueBy = (tx: Tx, until: Date) =>
  tx.booking.findMany({
    where: { state: 'requested', promisedBy: { lte: until } },
    orderBy: [{ promisedBy: 'asc' }, { id: 'asc' }],
    include: withNudges,
  });

/** What an answer to a wish is; once one of these is decided nobody has to be reminded. */
const answers = ['reschedule', 'keep', 'cancel'];

/** Bookings whose person waits for an answer to a wish to move them until then, with when staff were reminded of each. */
export const wishesDueBy = (tx: Tx, until: Date) =>
  tx.booking.findMany({
    where: {
      state: 'confirmed',
      moveWish: { until: { lte: until } },
      NOT: { undo: { event: { in: answers } } },
    },
    orderBy: [{ moveWish: { until: 'asc' } }, { id: 'asc' }],
    include: withNudges,
  });

export const noteNudged = (tx: Tx, { id, state }: Pick<Booking, 'id' | 'state'>, at: Date): Promise<void> =>
  writeHistory(tx, id, event, state, state, { actor: 'system', at });
