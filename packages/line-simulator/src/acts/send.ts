// People send things.
import { z } from 'zod';
import type { Platform } from '../platform.ts';
import type { Delivery } from '../webhooks/deliver.ts';
import type { PersonMessage } from '../world/chats.ts';
import type { Content } from '../world/contents.ts';
import { type Actor, chatIdOf, mustExist, tellBot, writeDown } from './record.ts';
import { isContentKind, sampleContent } from './sample-content.ts';

/** Throws when the person has blocked the account: LINE lets nobody write to an account they blocked. */
export function send(
  platform: Platform,
  actor: Actor,
  message: PersonMessage,
  content?: Content,
): Promise<Delivery> {
  mustBeAble(platform, actor);
  const id = writeDown(platform, actor, message);
  if (content) platform.contents.set(id, content);
  if (actor.groupId === undefined) actor.person.lastWroteAt = platform.clock.now();
  const quoteToken = QUOTABLE.has(message.type) ? { quoteToken: platform.ids.token() } : {};
  const markAsReadToken = platform.readTokens.issue({ chatId: chatIdOf(actor), messageId: id });
  const fields = { message: { ...message, id, ...quoteToken, markAsReadToken } };
  return tellBot(platform, actor, { type: 'message', replyable: true, fields });
}

const QUOTABLE = new Set(['text', 'sticker', 'image', 'video']);

/** Is the person there, and in the chat? */
export function mustBeAble(platform: Platform, { person, groupId }: Actor): void {
  mustExist(platform, person);
  if (groupId === undefined) {
    if (person.friendship === 'blocked')
      throw new Error(`${person.displayName} has blocked the account: unblock first.`);
    return;
  }
  const group = platform.world.groups.get(groupId);
  if (!group?.memberIds.has(person.userId)) throw new Error(`${person.displayName} is not in the group.`);
}

/** Something of each kind, as phones send it. */
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
  file: { fileName: 'document.pdf' },
  location: {
    title: 'Station',
    address: '6-1 Sunayama-cho',
    latitude: 34.703741,
    longitude: 137.734442,
  },
} as const;

export type SampleKind = keyof typeof SAMPLES;

/** A sample with other details and, where LINE keeps bytes, other bytes. What lies elsewhere has none at LINE. */
export function sendSample(
  platform: Platform,
  actor: Actor,
  kind: SampleKind,
  details: Readonly<Record<string, unknown>> = {},
  given?: Content,
): Promise<Delivery> {
  if (given && !isContentKind(kind)) throw new Error(`A ${kind} has no content.`);
  const content = isContentKind(kind) ? (given ?? sampleContent(kind)) : undefined;
  const size = kind === 'file' && content ? { fileSize: content.data.length } : {};
  const message = { ...SAMPLES[kind], ...size, ...details, type: kind };
  return send(platform, actor, message, isElsewhere(message) ? undefined : content);
}

const isElsewhere = (message: object): boolean =>
  'contentProvider' in message && elsewhere.safeParse(message.contentProvider).success;
const elsewhere = z.object({ type: z.literal('external') });
