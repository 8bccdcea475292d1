// What people do, written into the chat and told to the bot.
import type { Platform } from '../platform.ts';
import type { Delivery } from '../webhooks/deliver.ts';
import type { EventDraft, Source } from '../webhooks/events.ts';
import { type Chat, chatOf, type PersonMessage, type PersonRecord } from '../world/chats.ts';

/** Somebody in a chat: with the account alone, or in a group. */
export type Actor = { person: PersonRecord; groupId?: string | undefined };

export const chatIdOf = ({ person, groupId }: Actor): string => groupId ?? person.userId;

export const chatOfActor = (platform: Platform, actor: Actor): Chat =>
  chatOf(platform.world, chatIdOf(actor), actor.groupId === undefined ? 'user' : 'group');

/** From here on `receives` and `screen` speak of what comes. */
export function markAct(chat: Chat): void {
  chat.actedAt = chat.entries.length;
  chat.heardUpTo = chat.entries.length;
}

/** A message of a person, in the chat for everyone to see. */
export function writeDown(
  platform: Platform,
  actor: Actor,
  message: PersonMessage,
  shown: 'message' | 'display' = 'message',
): string {
  const id = platform.ids.message();
  const chat = chatOfActor(platform, actor);
  const { userId } = actor.person;
  markAct(chat);
  chat.entries.push({ from: 'person', id, at: platform.clock.now(), userId, message, shown });
  platform.changes.tell();
  return id;
}

export function noteDown(platform: Platform, chat: Chat, what: string): void {
  markAct(chat);
  chat.entries.push({ from: 'system', at: platform.clock.now(), what });
  platform.changes.tell();
}

/** Somebody may still be held in the hand who was removed since. Throws then. */
export function mustExist({ world }: Platform, person: PersonRecord): void {
  if (world.people.get(person.userId) !== person)
    throw new Error(`${person.displayName} is not there any more: removed, or gone with a reset.`);
}

export type EventOf = Pick<EventDraft, 'type' | 'replyable' | 'fields'>;

/** Tells the bot of it, unless it is not in that group. */
export function tellBot(platform: Platform, actor: Actor, event: EventOf): Promise<Delivery> {
  const group = actor.groupId === undefined ? undefined : platform.world.groups.get(actor.groupId);
  if (group && !group.botIsMember) return Promise.resolve(untold(platform));
  const chatId = chatIdOf(actor);
  return platform.webhooks.send(chatId, [
    platform.makeEvent({ ...event, chatId, source: sourceOf(platform, actor, event.type) }),
  ]);
}

function sourceOf({ switches }: Platform, { person, groupId }: Actor, type: string): Source {
  if (groupId === undefined) return { type: 'user', userId: person.userId };
  const tellsWho = type === 'postback' ? switches.userIdInGroupPostbacks : switches.userIdInGroupMessages;
  return { type: 'group', groupId, ...(tellsWho ? { userId: person.userId } : {}) };
}

const untold = ({ clock }: Platform): Delivery => ({
  id: 0,
  at: clock.now(),
  outcome: 'not_sent',
  detail: 'The bot is not in this group.',
  durationMs: 0,
  isRedelivery: false,
  events: [],
});
