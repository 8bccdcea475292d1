// What reaches us from a chat, free of LINE's wire format. `line/read-event.ts` makes these.
import { z } from 'zod';

const what = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  /** Too long to be an answer or a command: made of a text by `inbox-jobs.ts`. */
  z.object({ type: z.literal('longText'), text: z.string() }),
  /** A button of ours came back. */
  z.object({ type: z.literal('tap'), tap: z.record(z.string(), z.string()) }),
  z.object({ type: z.literal('sticker') }),
  z.object({
    type: z.literal('media'),
    /** `unsent`: a text that had been taken back before it was read. */
    kind: z.enum(['image', 'video', 'audio', 'file', 'location', 'other', 'unsent']),
  }),
  /** Somebody took back a message, by LINE's id of it. */
  z.object({ type: z.literal('unsent'), message: z.string() }),
  /** Somebody in a group gave a message other words: what it said before does not count. `text`: what it says now, if it is a text. */
  z.object({ type: z.literal('edited'), message: z.string(), text: z.string().exactOptional() }),
  z.object({ type: z.literal('followed'), again: z.boolean() }),
  z.object({ type: z.literal('unfollowed') }),
  /** The account was invited to a group or room, or left it. */
  z.object({ type: z.literal('joined') }),
  z.object({ type: z.literal('left') }),
  /** Somebody joined a group or room; the ids of some of them, and how many they are. */
  z.object({ type: z.literal('memberJoined'), members: z.array(z.string()), count: z.number() }),
]);

/** Who of the staff acts, who joined, what all admin chats are called, what a chat is called that may become one. */
const whatLineKnows = ['member', 'joined', 'chats', 'code', 'link'] as const;
export type WhatLineKnows = (typeof whatLineKnows)[number];

export const incomingSchema = z.object({
  /** 128 bits made from LINE's `webhookEventId`, as a UUID is written: the same event has the same id. */
  id: z.guid(),
  chat: z.object({ id: z.string(), kind: z.enum(['person', 'group', 'room']) }),
  /** Who of a group wrote; LINE may leave it out. */
  from: z.string().optional(),
  /** When it happened, epoch ms by LINE's clock. */
  happenedAt: z.number(),
  /** When it reached us, epoch ms by our clock: a reply token lives for a minute from here. */
  receivedAt: z.number(),
  replyToken: z.string().optional(),
  /** LINE's id of a text. */
  message: z.string().optional(),
  /** The id of the job that says that this text, or what was edited, has been taken back, where there is one. */
  unsendMark: z.guid().exactOptional(),
  /** What LINE has to be asked before it is handled (conversation/ask-line.ts). */
  asks: z.enum(whatLineKnows).exactOptional(),
  what,
});

export type Incoming = z.infer<typeof incomingSchema>;
