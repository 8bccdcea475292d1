// What a person can do wherever the conversation stands, and what is answered at once: the question that is open comes again after it.
// One row gives such an act its event, what it carries, its effect and its name on the drawing.
import type { ActTable, Facts } from './act-facts.ts';
import { opinions } from './lists.ts';
import { mapTable } from './map-table.ts';

/** What settles a booking: a form that is open was about something else, and is over. */
const settlingActs = {
  /** One of the times that staff have proposed. */
  'offer.taken': {
    does: 'takeOffer',
    carries: { booking: 'id', at: 'at' },
    description: '提案された日時をえらぶ',
  },
  /** None of them. `at`: when they were proposed. */
  'offer.refused': {
    does: 'refuseOffer',
    carries: { booking: 'id', at: 'at' },
    description: 'どれも合わない',
  },
} as const satisfies ActTable;

const actsAnywhere = {
  'booking.asked': { does: 'showBooking', carries: {}, description: '予約を見る' },
  /** A file for the person's own calendar. */
  'calendar.asked': { does: 'giveCalendar', carries: { booking: 'id' }, description: 'カレンダーに入れる' },
  /** What is on record of the person shall be deleted. */
  'deletion.asked': { does: 'askDeletion', carries: {}, description: '登録を消したい' },
  /** Whether to be reminded days before a consultation too. */
  'earlyReminder.set': {
    does: 'setEarlyReminder',
    carries: { wanted: 'flag' },
    description: '早めのお知らせを止める・受け取る',
  },
  'opinion.given': {
    does: 'keepOpinion',
    carries: { booking: 'id', opinion: opinions },
    description: '役に立った・もう少し',
  },
} as const satisfies ActTable;

export const personActs = { ...actsAnywhere, ...settlingActs };
type Acts = typeof personActs;

export type PersonAct = { [T in keyof Acts]: { type: T } & Facts<Acts[T]['carries']> }[keyof Acts];

/** What each of their effects is told: what its act carries. */
export type PersonEffects = { [T in keyof Acts as Acts[T]['does']]: Facts<Acts[T]['carries']> };

type Does<T extends keyof Acts> = {
  type: Acts[T]['does'];
  params: (at: { event: Extract<PersonAct, { type: T }> }) => Facts<Acts[T]['carries']>;
};

const doing = ({ does }: { does: string }) => ({
  type: does,
  params: ({ event: { type: _, ...facts } }: { event: PersonAct }) => facts,
});

/** For the root of a form, which stays where it is. */
export const personActsInForm = mapTable(actsAnywhere, (row) => ({ actions: doing(row) })) as unknown as {
  [T in keyof typeof actsAnywhere]: { actions: Does<T> };
};

/** From wherever the conversation stands. */
export const settling = Object.keys(settlingActs) as (keyof typeof settlingActs)[];

/** For the root of the counter, whose question, if one stands, is over. */
export const personActsAtCounter = mapTable(personActs, (row) => ({
  target: '.resting',
  actions: doing(row),
})) as unknown as { [T in keyof Acts]: { target: '.resting'; actions: Does<T> } };
