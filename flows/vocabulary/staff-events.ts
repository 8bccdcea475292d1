// The acts of staff as events, effects and arrows of the admin chat's flow: all made from their tables.

import type { Facts } from './act-facts.ts';
import { mapTable } from './map-table.ts';
import { staffLines, staffTaps } from './staff-acts.ts';

export const staffActs = { ...staffTaps, ...staffLines } as const;
type Acts = typeof staffActs;
export type StaffActType = keyof Acts;

/** What staff did in their chat, as an event of the flows. */
export type StaffAct = { [T in StaffActType]: { type: T } & Facts<Acts[T]['carries']> }[StaffActType];

/** What each of their effects is told: what its act carries. */
export type StaffEffects = {
  [T in StaffActType as Acts[T]['does'] extends string ? Acts[T]['does'] : never]: Facts<Acts[T]['carries']>;
};

/** Each with its own effect: a union of all of them would be more than the compiler takes apart (25). */
type ActTransitions = {
  [T in StaffActType]: Acts[T]['does'] extends string
    ? {
        actions: {
          type: Acts[T]['does'];
          params: (at: { event: Extract<StaffAct, { type: T }> }) => Facts<Acts[T]['carries']>;
        };
      }
    : '.idle';
};

/** One for each, at the root of the admin chat's flow. What an act carries goes to its effect as it is. */
export const staffTransitions = mapTable(staffActs, ({ does }) =>
  does === null
    ? '.idle'
    : {
        actions: {
          type: does,
          params: ({ event: { type: _, ...facts } }: { event: StaffAct }) => facts,
        },
      },
) as unknown as ActTransitions;
