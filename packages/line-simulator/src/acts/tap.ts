// People tap what is in front of them: the action itself, as it stands on the message.
import { isDeepStrictEqual } from 'node:util';
import type { Platform } from '../platform.ts';
import { NoSuchButtonError, pressable } from '../screen/find-button.ts';
import { carryOut, type Pressed } from './press.ts';
import { type Actor, chatOfActor } from './record.ts';
import { mustBeAble } from './send.ts';

export type Tap = {
  /** Id of the message that carries the action. */
  messageId: string;
  /** The action, with all its properties. */
  action: unknown;
  /** What is picked in a date or time picker. */
  picks?: string | undefined;
};

/** Rejects with `NoSuchButtonError` when that message carries no such action, or not any more. */
export async function tap(
  platform: Platform,
  actor: Actor,
  { messageId, action, picks }: Tap,
): Promise<Pressed> {
  mustBeAble(platform, actor);
  const button = pressable(chatOfActor(platform, actor), actor.person.userId).find(
    (one) => one.entry.id === messageId && isDeepStrictEqual(one.action, action),
  );
  if (!button) throw new NoSuchButtonError(`Message ${messageId} carries no such action, or not any more.`);
  return carryOut(platform, actor, button, picks);
}

/** The person has the chat in front of them: nothing in it is unread. */
export function read(platform: Platform, actor: Actor): void {
  const chat = chatOfActor(platform, actor);
  chat.readUpTo.set(actor.person.userId, chat.entries.length);
}
