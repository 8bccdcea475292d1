// 検索, and the card of one person. What is searched for is used here and kept nowhere.

import { namesCounsellors } from '../../booking/counsellor-name.ts';
import { moment, receiptOf, slotOf } from '../../booking/shown.ts';
import { isSuspended, lastDayBefore } from '../../booking/suspension.ts';
import type { Booking } from '../../db/generated/client.ts';
import type { PersonLead, SuspensionFacts } from '../../messages/facts-people.ts';
import { openMemberName } from '../../records/admin-chats.ts';
import { pastOf } from '../../records/booking-lists.ts';
import { personMustNotBeCalled } from '../../records/past-notices.ts';
import { keepFound, readFound, searchPeople } from '../../records/people-search.ts';
import {
  bookingsOfPerson,
  findShownPerson,
  openBookingsOf,
  personLines,
  type ShownPerson,
} from '../../records/people-shown.ts';
import { complete, openName, readDetails } from '../../records/personal-data.ts';
import { sameNumbers } from '../../records/same-number.ts';
import { lastSuspensionStep } from '../../records/suspensions.ts';
import { isEnough } from '../../understanding/search-line.ts';
import type { Turn } from '../turn.ts';
import { goesOn, rowsAtOnce } from './booking-lists.ts';
import { canChange } from './counsellors.ts';
import type { Handler } from './handler.ts';

/** Bookings on a person's card. */
const bookingsShown = 5;

export const findPeople: Handler<'findPeople'> = async ({ text: wanted }, turn) => {
  const { tx, sealer, now, chatId, words, reply } = turn;
  if (!isEnough(wanted)) {
    reply(...words.searchUnclear());
    return undefined;
  }
  const { people, isCut } = await searchPeople(tx, sealer, wanted);
  const found = people.length > rowsAtOnce ? turn.newId(now) : null;
  if (found !== null) await keepFound(tx, { id: found, chatId, people, now });
  await sayPeople({ people, page: 0, found, isCut }, turn);
  return undefined;
};

export const listMorePeople: Handler<'listMorePeople'> = async ({ found, page }, turn) => {
  const { tx, now, chatId, words, reply } = turn;
  const people = await readFound(tx, { id: found, chatId, now });
  if (people === null) reply(...words.searchOver());
  else await sayPeople({ people, page, found, isCut: false }, turn);
  return undefined;
};

type Found = { people: readonly string[]; page: number; found: string | null; isCut: boolean };

async function sayPeople({ people, page, found, isCut }: Found, turn: Turn): Promise<void> {
  const { tx, sealer, now, words, reply } = turn;
  const ids = people.slice(page * rowsAtOnce, (page + 1) * rowsAtOnce);
  const shown = (one: Booking | null) => one && { slot: slotOf(one), state: one.state };
  const rows = (await personLines(tx, ids, now)).map(({ id, name, last, current, next }) => ({
    id,
    name: openName(sealer, { id, name }),
    last: last && slotOf(last),
    current: shown(current),
    next: shown(next),
  }));
  const hasMore = goesOn(page, people.length);
  if (rows.length === 0 && page > 0) reply(...words.searchOver());
  else reply(...words.peopleList({ page, count: people.length, rows, hasMore, found, isCut }));
}

export const showPerson: Handler<'showPerson'> = async ({ person }, turn) => {
  await showPersonOf(person, turn);
  return undefined;
};

export async function showPersonOf(id: string, turn: Turn, lead: PersonLead | null = null): Promise<void> {
  const { tx, sealer, now, words, reply } = turn;
  const person = await findShownPerson(tx, id);
  if (person === null) {
    reply(...words.personGone());
    return;
  }
  const details = complete(await readDetails(tx, sealer, id));
  const { counts, lastAt } = await pastOf(tx, id);
  const { bookings, count } = await bookingsOfPerson(tx, id, bookingsShown);
  const open = await openBookingsOf(tx, id);
  const changeable = namesCounsellors(turn.office) ? open.find((one) => canChange(one, now)) : undefined;
  const times = (state: Parameters<typeof counts.get>[0]) => counts.get(state) ?? 0;
  const card = {
    ...{ id, name: openName(sealer, person), lead, count },
    past: {
      done: times('done'),
      byPhone: times('byPhone'),
      noShow: times('noShow'),
      absent: times('absent'),
    },
    lastAt: lastAt && moment(lastAt),
    isNumberUnknown: details?.jobNumber === null,
    sameNumber: details === undefined ? [] : await sameNumbers(tx, sealer, id, details),
    isBlocked: person.blockedAt !== null,
    noCall: await personMustNotBeCalled(tx, id),
    suspension: await suspensionFactsOf(person, turn),
    bookings: bookings.map((one) => ({
      ...{ id: one.id, state: one.state },
      ...{ receipt: receiptOf(one), slot: slotOf(one) },
    })),
    changeable: changeable === undefined ? null : { id: changeable.id, version: changeable.version },
    open: open.map((one) => ({ receipt: receiptOf(one), slot: slotOf(one) })),
  };
  reply(...words.personCard(card, moment(now)));
}

async function suspensionFactsOf(person: ShownPerson, turn: Turn): Promise<SuspensionFacts | null> {
  const { suspendedReason: reason, suspendedUntil } = person;
  if (reason === null || !isSuspended(person, turn.now)) return null;
  const step = await lastSuspensionStep(turn.tx, person.id);
  return {
    ...{ reason, since: step?.id ?? null, lastDay: lastDayBefore(suspendedUntil) },
    by: step?.staff ? openMemberName(turn.sealer, step.staff) : null,
    at: step && moment(step.at),
  };
}
