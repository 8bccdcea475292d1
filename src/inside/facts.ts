// What is known of a chat, as names and values. Never what somebody typed, only which fields have an answer.
import type { AnyStateMachine } from 'xstate';
import { z } from 'zod';
import { booking as bookingLife } from '../../flows/booking.ts';
import { flows } from '../../flows/index.ts';
import { allChoices } from '../../flows/vocabulary.ts';
import { receiptNumber } from '../booking/receipt.ts';
import { dayOf, timeOf } from '../core/jst.ts';
import type { Booking } from '../db/generated/client.ts';
import { inside as words } from '../messages/ja/inside.ts';
import type { SavedConversation } from '../records/conversations.ts';
import type { Known } from '../records/read-known.ts';

export type Fact = { name: string; value: string };

export const factsOf = ({ saved, terms, enrolledAt, isBlocked, typed, booking, pending }: Known): Fact[] => [
  ...(saved ? talkFacts(saved) : []),
  { name: words.answered, value: answered([...typed, ...choicesIn(saved?.conversation.context)]) },
  ...(terms === undefined ? [] : [{ name: words.terms, value: terms }]),
  ...(isBlocked ? [{ name: words.isBlocked, value: words.blocked }] : []),
  ...(enrolledAt ? [{ name: words.admin, value: moment(enrolledAt) }] : []),
  ...(pending === undefined ? [] : [{ name: words.pending, value: String(pending) }]),
  ...(booking ? bookingFacts(booking) : []),
];

/** Undefined: the conversation was saved by a version that still had this flow. */
export const machineOf = (flow: string): AnyStateMachine | undefined =>
  Object.values<AnyStateMachine>(flows).find(({ id }) => id === flow);

function talkFacts({ id, conversation, step, misses, updatedAt }: SavedConversation): Fact[] {
  const machine = machineOf(conversation.flow);
  const now = machine?.version ?? words.nothing;
  return [
    { name: words.flow, value: machine?.root.description ?? conversation.flow },
    {
      name: words.version,
      value: conversation.version === now ? now : words.isStale(conversation.version, now),
    },
    { name: words.conversationId, value: id },
    { name: words.step, value: String(step) },
    { name: words.misses, value: String(misses) },
    { name: words.savedAt, value: moment(updatedAt) },
  ];
}

function bookingFacts({ state, number, createdAt, version, startsAt, promisedBy }: Booking): Fact[] {
  return [
    { name: words.booking, value: bookingLife.root.states[state]?.description ?? state },
    { name: words.receipt, value: receiptNumber(number, createdAt) },
    { name: words.startsAt, value: moment(startsAt) },
    { name: words.promisedBy, value: moment(promisedBy) },
    { name: words.bookingVersion, value: String(version) },
  ];
}

const choices = z
  .object({
    day: z.string().nullable(),
    time: z.string().nullable(),
    ...allChoices(z.boolean().nullable()),
  })
  .partial();

/** Names of the choices that a request's conversation holds. */
function choicesIn(context: unknown): string[] {
  const found = choices.safeParse(context).data ?? {};
  return Object.entries(found).flatMap(([name, value]) => (value === null ? [] : [name]));
}

const fieldNames: Readonly<Record<string, string | undefined>> = words.fields;

const answered = (names: readonly string[]): string =>
  names.length === 0 ? words.nothing : words.list(names.map((name) => fieldNames[name] ?? name));

const moment = (at: Date): string => `${dayOf(at)} ${timeOf(at)}`;
