// People send things.
import type { Platform } from '../platform.ts';
import type { Delivery } from '../webhooks/deliver.ts';
import type { PersonMessage } from '../world/chats.ts';
import { type Actor, tellBot, writeDown } from './record.ts';

/** Throws when the person has blocked the account: LINE lets nobody write to an account they blocked. */
export function send(platform: Platform, actor: Actor, message: PersonMessage): Promise<Delivery> {
  mustBeAble(platform, actor);
  const id = writeDown(platform, actor, message);
  if (actor.groupId === undefined) actor.person.lastWroteAt = platform.clock.now();
  const quoteToken = QUOTABLE.has(message.type) ? { quoteToken: platform.ids.token() } : {};
  const markAsReadToken = platform.ids.token();
  const fields = { message: { ...message, id, ...quoteToken, markAsReadToken } };
  return tellBot(platform, actor, { type: 'message', replyable: true, fields });
}

const QUOTABLE = new Set(['text', 'sticker', 'image', 'video']);

/** Is the person in the chat at all? */
export function mustBeAble(platform: Platform, { person, groupId }: Actor): void {
  if (groupId === undefined) {
    if (person.friendship === 'blocked')
      throw new Error(`${person.displayName} has blocked the account: unblock first.`);
    return;
  }
  const group = platform.world.groups.get(groupId);
  if (!group?.memberIds.has(person.userId)) throw new Error(`${person.displayName} is not in the group.`);
}

/** Something of each kind, as phones send it. The content itself exists nowhere. */
export const SAMPLES = {
  sticker: {
    packageId: '446',
    stickerId: '1988',
    stickerResourceType: 'STATIC',
    keywords: ['hello'],
  },
  image: { contentProvider: { type: 'line' } },
  video: { duration: 12_000, contentProvider: { type: 'line' } },
  audio: { duration: 4000, contentProvider: { type: 'line' } },
  file: { fileName: 'document.pdf', fileSize: 2138 },
  location: {
    title: 'Station',
    address: '6-1 Sunayama-cho',
    latitude: 34.703741,
    longitude: 137.734442,
  },
} as const;

export type SampleKind = keyof typeof SAMPLES;
