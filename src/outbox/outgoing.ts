// What a turn puts on the outbox: messages for one chat and how long they matter. Free of LINE's wire
// format; `line/deliver.ts` sends it.
import { z } from 'zod';
import type { About } from '../messages/kinds.ts';
import type { Button, Card, Message, Tap } from '../messages/message.ts';

const tap: z.ZodType<Tap> = z.object({ event: z.string() }).catchall(z.union([z.string(), z.number()]));

const face = { label: z.string(), tone: z.enum(['primary', 'plain']).exactOptional() };

const button: z.ZodType<Button> = z.union([
  z.strictObject({ ...face, tap }),
  z.strictObject({ ...face, tap, fill: z.string() }),
  z.strictObject({ ...face, link: z.string() }),
  z.strictObject({ ...face, copy: z.string() }),
]);

const choices = z.array(button).exactOptional();

const card: z.ZodType<Card> = z.strictObject({
  kind: z.literal('card'),
  alt: z.string(),
  title: z.string().exactOptional(),
  text: z.string().exactOptional(),
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })).exactOptional(),
  rows: z
    .array(z.strictObject({ title: z.string(), text: z.string(), says: z.string(), tap }))
    .exactOptional(),
  note: z.string().exactOptional(),
  buttons: z.array(button).exactOptional(),
  choices,
});

const message: z.ZodType<Message> = z.union([
  z.strictObject({ kind: z.literal('text'), text: z.string(), choices }),
  card,
]);

/** Another version of this program may know others: what waits on the outbox is sent all the same. */
const kind = z.custom<About>((value) => typeof value === 'string' && value !== '');

/** What she must hold in her hands: rather twice, the second time with a word of warning, than not at all. */
export const ratherTwice: ReadonlySet<string> = new Set([
  'receipt',
  'confirmed',
  'declined',
  'cancelled',
  'moved',
]);

export const outgoingSchema = z.object({
  /** The chat: a user's, group's or room's id. */
  to: z.string().min(1),
  /** The kind of message, for logs and for the office: `answer`, `confirmed`, `reminder`; never its words. */
  about: kind,
  /** The booking it speaks of, where it speaks of one. */
  booking: z.uuid().exactOptional(),
  /** The chat of the person because of whom it is sent to somebody else: too many of them are not pushed. */
  cause: z.string().min(1).exactOptional(),
  /** What happened, the same for all who are told of it: told to several admin chats it counts once. */
  event: z.string().min(1).exactOptional(),
  /** A confirmation, a cancellation, the reminder of the day before, a new admin chat and the end of one: of these more is pushed, down to the last one. */
  important: z.literal(true).exactOptional(),
  /** The turn has found that it may be pushed, counted it, and told her so: that is not asked again. */
  counted: z.literal(true).exactOptional(),
  /** At most five: they go out in one call, so that they arrive together or not at all. */
  messages: z.array(message).min(1).max(5),
  /** When it was put on the outbox, epoch ms by our clock. */
  madeAt: z.number(),
  /** The free way; `until` is the moment, epoch ms by our clock, from which the token is not tried any more. */
  reply: z.object({ token: z.string().min(1), until: z.number() }).exactOptional(),
  /** From this moment, epoch ms, the message would only confuse: a reminder after its start. */
  dropAfter: z.number().exactOptional(),
});

export type Outgoing = z.infer<typeof outgoingSchema>;
