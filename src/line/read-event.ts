// One raw webhook event of LINE → what the conversation knows, or undefined for what it has no use for.
// LINE adds properties and types without notice: only what is used is asked for.
import { z } from 'zod';
import type { Incoming } from '../records/incoming.ts';
import { groupId, roomId, userId } from './chat-ids.ts';
import { eventId } from './event-id.ts';
import { decodeTap } from './tap-data.ts';
import { typedText } from './typed-text.ts';
import { withoutNul } from './without-nul.ts';

type What = Incoming['what'];

/** Who wrote in a group is nice to know: an id that is none is left out, and the line still counts. */
const member = userId.optional().catch(undefined);

const source = z.discriminatedUnion('type', [
  z.object({ type: z.literal('user'), userId }),
  z.object({ type: z.literal('group'), groupId, userId: member }),
  z.object({ type: z.literal('room'), roomId, userId: member }),
]);

/** Several times what LINE sends: a ULID has 26 characters, a reply token 32. */
const shortText = z.string().transform(withoutNul).pipe(z.string().min(1).max(200));

/** https://developers.line.biz/en/reference/messaging-api/#common-properties */
const event = z.object({
  type: z.string(),
  mode: z.string().optional(),
  /** NaN where there is none: it happened when it came. */
  timestamp: z.number().catch(Number.NaN),
  source,
  webhookEventId: shortText,
  replyToken: shortText.optional().catch(undefined),
});

/** As long as a text of LINE's is (reference: text-message). */
const textMax = 5_000;

const text = z.object({ message: z.looseObject({ type: z.literal('text'), text: z.string() }) });
const identified = z.object({ message: z.object({ id: shortText }) });
const unsend = z.object({ unsend: z.object({ messageId: shortText }) });
const message = z.object({ message: z.object({ type: z.string() }) });
const mediaKind = z.enum(['image', 'video', 'audio', 'file', 'location', 'other']).catch('other');
const postback = z.object({ postback: z.object({ data: z.string() }) });
const follow = z.object({ follow: z.object({ isUnblocked: z.boolean() }) });
const joined = z.object({ joined: z.object({ members: z.array(z.object({ userId: member })).min(1) }) });

/**
 * `receivedAt`: when the request reached us, epoch ms; nothing happened after it. Never throws, whatever `raw` is.
 */
export function readEvent(raw: unknown, receivedAt: number): Incoming | undefined {
  const read = event.safeParse(raw);
  // In standby another channel holds the chat: whatever we said would come between (reference: channel state).
  if (!read.success || read.data.mode === 'standby') return undefined;
  const what = readWhat(read.data.type, raw, read.data.source.type !== 'user');
  if (what === undefined) return undefined;
  const { webhookEventId, timestamp, replyToken } = read.data;
  const messageId = what.type === 'text' ? messageIdOf(raw) : undefined;
  return {
    id: eventId(webhookEventId),
    ...readSource(read.data.source),
    happenedAt: momentOf(timestamp, receivedAt),
    receivedAt,
    ...(replyToken ? { replyToken } : {}),
    ...(messageId ? { message: messageId } : {}),
    what,
  };
}

/** LINE's clock is not ours, and what seems to come from the future would silence a chat until then. */
const momentOf = (timestamp: number, receivedAt: number): number =>
  timestamp <= receivedAt ? Math.floor(timestamp) : receivedAt;

/**
 * LINE may deliver late, and more than once. Ids of events are remembered for seven days (db/queue-settings.ts);
 * what is older than six might be a repeat that nobody knows any more.
 */
const tooOldAfterMs = 6 * 24 * 60 * 60 * 1_000;

export const isTooOld = ({ happenedAt, receivedAt }: Incoming): boolean =>
  receivedAt - happenedAt > tooOldAfterMs;

function readSource(from: z.infer<typeof source>): Pick<Incoming, 'chat' | 'from'> {
  if (from.type === 'user') return { chat: { id: from.userId, kind: 'person' } };
  const chat =
    from.type === 'group'
      ? { id: from.groupId, kind: 'group' as const }
      : { id: from.roomId, kind: 'room' as const };
  return from.userId === undefined ? { chat } : { chat, from: from.userId };
}

function readWhat(type: string, raw: unknown, inGroup: boolean): What | undefined {
  switch (type) {
    case 'message':
      return readMessage(raw, inGroup);
    case 'postback':
      return readPostback(raw);
    case 'follow':
      return { type: 'followed', again: follow.safeParse(raw).data?.follow.isUnblocked ?? false };
    case 'unfollow':
      return { type: 'unfollowed' };
    case 'join':
      return { type: 'joined' };
    case 'leave':
      return { type: 'left' };
    case 'unsend':
      return readUnsent(raw);
    case 'messageEdited':
      return inGroup ? readEdited(raw) : undefined;
    case 'memberJoined':
      return readJoined(raw);
    default:
      return undefined;
  }
}

function readUnsent(raw: unknown): What | undefined {
  const message = unsend.safeParse(raw).data?.unsend.messageId;
  return message === undefined ? undefined : { type: 'unsent', message };
}

function readEdited(raw: unknown): What | undefined {
  const message = messageIdOf(raw);
  if (message === undefined) return undefined;
  const now = readMessage(raw, true);
  return { type: 'edited', message, ...(now?.type === 'text' && { text: now.text }) };
}

const messageIdOf = (raw: unknown): string | undefined => identified.safeParse(raw).data?.message.id;

/** Names of more than these are told to nobody. */
const membersKept = 10;

function readJoined(raw: unknown): What | undefined {
  const read = joined.safeParse(raw);
  if (!read.success) return undefined;
  const ids = read.data.joined.members.flatMap(({ userId }) => userId ?? []);
  return { type: 'memberJoined', members: ids.slice(0, membersKept), count: read.data.joined.members.length };
}

function readMessage(raw: unknown, inGroup: boolean): What | undefined {
  const words = text.safeParse(raw);
  if (words.success) return readText(words.data.message, inGroup);
  const other = message.safeParse(raw);
  if (!other.success || other.data.message.type === 'text') return undefined;
  if (other.data.message.type === 'sticker') return { type: 'sticker' };
  return { type: 'media', kind: mediaKind.parse(other.data.message.type) };
}

function readText(message: z.infer<typeof text>['message'], inGroup: boolean): What | undefined {
  const typed = typedText(bounded(message.text), message, inGroup);
  if (typed === undefined) return undefined;
  const words = withoutNul(typed.text);
  // Nothing is left to read: emoji only, or characters that are none.
  const isEmptied = words === '' && (typed.cut || message.text !== '');
  return isEmptied ? { type: 'sticker' } : { type: 'text', text: words };
}

/** Cut where it is too long, and not through a character of two units. */
function bounded(text: string): string {
  if (text.length <= textMax) return text;
  const cut = text.slice(0, textMax);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** Data that is no tap of ours becomes an empty tap: she pressed something, and silence would be no answer. */
function readPostback(raw: unknown): What | undefined {
  const read = postback.safeParse(raw);
  if (!read.success) return undefined;
  const fields = Object.entries(decodeTap(read.data.postback.data) ?? {});
  return { type: 'tap', tap: Object.fromEntries(fields.map(([name, value]) => [name, withoutNul(value)])) };
}
