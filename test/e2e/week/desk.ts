// The desk of the week: the server, the people, the clerks, and what one of these does in one line of the story.

import type { Seen } from 'line-simulator';
import { expect } from 'vitest';
import { dayOf, instant } from '../../../src/core/jst.ts';
import { addDays, type Day, dayLabel, quietMonday } from '../helpers/calendar.ts';
import { chatDriverFor } from '../helpers/chat-driver.ts';
import { request } from '../helpers/form.ts';
import { type Clerk, type Guest, type Office, startOffice } from '../helpers/office.ts';
import { office as profile, profileWith } from '../helpers/profile.ts';
import { type ClerkKey, clerkNames, counsellors, type InLine, type Who, withLine } from './cast.ts';

export let office: Office;
export let monday: Day;
export const clerks = {} as Record<ClerkKey, Clerk>;
/** Those who have come by now: their chat, and the number of their booking. */
export const guests = {} as Record<Who, Guest>;
export const numbers = {} as Record<Who, string>;

/** 0 is Monday. */
export const day = (index: number): Day => addDays(monday, index);
export const dayOn = (index: number): string => dayLabel(day(index));
/** `12/3`, as clerks write it. */
export const short = (index: number): string =>
  `${Number(day(index).slice(5, 7))}/${Number(day(index).slice(8))}`;
/** Reminders, the morning, ten minutes after a start, promises. */
const falls = [
  '09:10',
  '09:30',
  '10:10',
  '10:30',
  '11:10',
  '13:30',
  '14:10',
  '14:30',
  '15:30',
  '16:30',
  '17:00',
];

/** On its way the clock stops where something may fall due: what is found too late is another thing. */
export async function at(index: number, time: string): Promise<void> {
  const now = office.simulator.clock.now();
  const end = instant(day(index), time).getTime();
  for (let on = dayOf(new Date(now)); on <= day(index); on = addDays(on, 1)) {
    const stops = falls.filter(
      (stop) => instant(on, stop).getTime() > now && instant(on, stop).getTime() < end,
    );
    for (const stop of stops) await office.at(on, stop);
  }
  await office.at(day(index), time);
}
export const minutes = (count: number): Promise<void> => office.later(count);
/** Until then the same button is the same press. */
const elevenSeconds = 11 / 60;

export async function openWeek(): Promise<void> {
  const consultation = {
    ...profile.consultation,
    counsellors: counsellors.length,
    counsellorNames: counsellors,
  };
  office = await startOffice({ env: { OFFICE: await profileWith({ consultation }) } });
  const { group, suzuki, takahashi } = office.staff;
  Object.assign(clerks, { suzuki, takahashi });
  for (const key of ['ito', 'kato', 'yamada', 'mori'] as const) {
    const person = office.simulator.person(clerkNames[key]);
    await group.adds(person);
    await group.receives(`${clerkNames[key]}さん`);
    const member = person.in(group);
    clerks[key] = { ...chatDriverFor(office.simulator, member), member };
  }
  monday = quietMonday(addDays(office.monday, 1));
  // The week and the Monday after it lie in one month, whose register is looked at in the end.
  while (monday.slice(0, 7) !== addDays(monday, 7).slice(0, 7)) monday = quietMonday(addDays(monday, 1));
  await office.at(monday, '08:30');
}

/** Somebody adds the account and asks for a consultation, down to the receipt. */
export async function asks(who: InLine, index: number, time: string): Promise<string> {
  guests[who] = await office.guest(withLine[who]);
  numbers[who] = await request(guests[who], { day: day(index), time });
  return numbers[who];
}

/** The newest card in the group with this button and these words. */
export function card(button: string, words: string): Seen {
  const found = office.staff.group
    .messages()
    .findLast((one) => one.buttons.includes(button) && one.text.includes(words));
  if (found === undefined)
    throw new Error(`No card with [${button}] and ${words}:\n${office.staff.group.story()}`);
  return found;
}

/** A push is on its way: the card comes in a moment. */
export const pushed = (button: string, words: string): Promise<Seen> =>
  office.simulator.waitFor(
    () =>
      office.staff.group
        .messages()
        .findLast((one) => one.buttons.includes(button) && one.text.includes(words)),
    { timeoutMs: 15_000, what: `a card with [${button}] and ${words}` },
  );

let acts = 0;
/** What a clerk taps, on that card or on the newest with that button, and writes: counted. */
export function taps(who: ClerkKey, label: string, on?: Seen): Promise<string> {
  acts += 1;
  return clerks[who].presses(label, on && { message: on.id });
}
export function writes(who: ClerkKey, words: string): Promise<string> {
  acts += 1;
  return clerks[who].says(words);
}

/** So many taps and messages it takes. */
export async function takes(count: number, dialogue: () => Promise<void>): Promise<void> {
  const before = acts;
  await dialogue();
  expect(acts - before, 'taps and messages').toBe(count);
}

/** All that can change by a word in the group. */
const everything = async (): Promise<string> =>
  JSON.stringify(
    await office.ask(`SELECT
      (SELECT coalesce(sum(version), 0)::int FROM "Booking") AS bookings, (SELECT count(*)::int FROM "BookingStep") AS steps,
      (SELECT count(*)::int FROM "Undo") AS undos, (SELECT count(*)::int FROM "MoveWish") AS wishes,
      (SELECT count(*)::int FROM "NumbersDraft") AS drafts, (SELECT string_agg(state::text, ',' ORDER BY id) FROM "Call") AS calls,
      (SELECT count("removedAt")::int FROM "ZoomRoom") AS removed, (SELECT count(*)::int FROM "ZoomRoom") AS rooms,
      (SELECT count("liftedAt")::int FROM "Closure") AS lifted, (SELECT count(*)::int FROM "Closure") AS closures,
      (SELECT count(*)::int FROM "SlotUse") AS uses`),
  );

export const everythingOf = everything;

/** That LINE has taken what was decided before comes beside any answer. */
const said = () =>
  office.staff.group
    .messages()
    .filter(({ text }) => !text.startsWith('ご本人へのお知らせを、LINEで送りました')).length;

/** They talk among each other: nothing is answered, and nothing changes. */
export async function chatter(...lines: readonly (readonly [ClerkKey, string])[]): Promise<void> {
  const before = { said: said(), everything: await everything() };
  for (const [who, words] of lines) await clerks[who].member.says(words);
  await minutes(elevenSeconds);
  expect({ said: said(), everything: await everything() }).toEqual(before);
}

/** A second clerk presses what is settled: one message with what is true, and nothing changes. */
export async function late(who: ClerkKey, label: string, on: Seen, truth: string | RegExp): Promise<void> {
  await minutes(elevenSeconds);
  const before = { said: said(), everything: await everything() };
  const answer = await clerks[who].presses(label, { message: on.id });
  expect(answer).toMatch(truth);
  expect({ said: said() - 1, everything: await everything() }).toEqual(before);
}

/** The minute is over in which staff can take it back. */
export const aMinute = (): Promise<void> => minutes(1);
