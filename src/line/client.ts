// The Messaging API, as far as the product uses it. Every call ends in time and in a value, not in an exception.
import { LineBotClient, type messagingApi } from '@line/bot-sdk';
import { z } from 'zod';
import type { Incoming } from '../records/incoming.ts';
import { type Failure, readFailure, TimeoutError } from './call-outcome.ts';
import { createPost } from './post.ts';

/** `barred`: LINE, or a proxy before it, takes no call of ours now: a token being changed, a wall. Nothing was carried out. */
export type PushOutcome = { kind: 'sent' } | { kind: 'barred'; status: number } | Failure;
/** `invalidReplyToken`: used already, too old, or never given. */
export type ReplyOutcome = PushOutcome | { kind: 'invalidReplyToken' };
/** `noSuchMenu`: no menu is deployed under that alias. `replaced`: another one has been since; link that one. */
export type MenuOutcome = { kind: 'shown' } | { kind: 'noSuchMenu' } | { kind: 'replaced' } | Failure;
export type NameOutcome = { kind: 'named'; name: string } | Failure;

export type LineClient = {
  /** Free, once for each token. */
  reply(token: string, messages: messagingApi.Message[]): Promise<ReplyOutcome>;
  /** Counts against the quota. The same UUID as `retryKey` within 24 hours never shows the messages twice. */
  push(to: string, messages: messagingApi.Message[], retryKey: string): Promise<PushOutcome>;
  /** On this person's phone, instead of the default one. The same again changes nothing. */
  linkMenu(userId: string, alias: string): Promise<MenuOutcome>;
  /** The default menu again. */
  unlinkMenu(userId: string): Promise<MenuOutcome>;
  /** The display name of somebody in a group or room, or of a person who writes to the account. */
  memberName(chat: Incoming['chat'], userId: string): Promise<NameOutcome>;
};

export type LineClientOptions = {
  channelAccessToken: string;
  /** An origin (`LINE_API_BASE_URL`); without it, LINE's own two. */
  apiBaseUrl?: string | undefined;
  /** How long a call may take, ms. */
  timeoutMs: number;
};

const lineOrigin = 'https://api.line.me';

export function createLineClient(options: LineClientOptions): LineClient {
  const { channelAccessToken, apiBaseUrl, timeoutMs } = options;
  const origin = apiBaseUrl === undefined ? {} : { apiBaseURL: apiBaseUrl, dataApiBaseURL: apiBaseUrl };
  const sdk = LineBotClient.fromChannelAccessToken({ channelAccessToken, ...origin });
  const post = createPost({ origin: apiBaseUrl ?? lineOrigin, channelAccessToken, timeoutMs });
  return {
    async reply(replyToken, messages) {
      const failure = await attempt(
        post('/v2/bot/message/reply', { replyToken, messages }),
        timeoutMs,
        taken,
      );
      if (failure.kind !== 'refused' || failure.code !== 'badRequest') return toSent(failure);
      // By status and shape: LINE does not promise its words. The messages are faultless, so it is the token.
      return { kind: 'invalidReplyToken' };
    },
    async push(to, messages, retryKey) {
      const sent = post('/v2/bot/message/push', { to, messages }, { 'x-line-retry-key': retryKey });
      const failure = await attempt(sent, timeoutMs, taken);
      // 409: an earlier attempt under this key had arrived.
      return failure.kind === 'refused' && failure.code === 'alreadyAccepted'
        ? { kind: 'sent' }
        : toSent(failure);
    },
    async linkMenu(userId, alias) {
      const find = () =>
        attempt(sdk.getRichMenuAlias(alias), timeoutMs, z.object({ richMenuId: z.string() }));
      const found = await find();
      if (found.kind === 'refused' && found.code === 'notFound') return { kind: 'noSuchMenu' };
      if (found.kind !== 'done') return found;
      const { richMenuId } = found.value;
      const linked = await attempt(sdk.linkRichMenuIdToUser(userId, richMenuId), timeoutMs);
      if (linked.kind !== 'done') return linked;
      // Whoever replaced the menu in between has moved everybody already, and will delete this one.
      const since = await find();
      if (since.kind !== 'done') return since;
      return since.value.richMenuId === richMenuId ? { kind: 'shown' } : { kind: 'replaced' };
    },
    unlinkMenu: async (userId) => toShown(await attempt(sdk.unlinkRichMenuIdFromUser(userId), timeoutMs)),
    async memberName(chat, userId) {
      const answer = await attempt(
        readProfile(sdk, chat, userId),
        timeoutMs,
        z.object({ displayName: z.string() }),
      );
      return answer.kind === 'done' ? { kind: 'named', name: answer.value.displayName } : answer;
    },
  };
}

/** What LINE says of messages that it has taken. Another 200 or 204 may be a proxy's: nobody knows then. */
const taken = z.object({ sentMessages: z.array(z.unknown()) });

function readProfile(sdk: LineBotClient, chat: Incoming['chat'], userId: string) {
  if (chat.kind === 'group') return sdk.getGroupMemberProfile(chat.id, userId);
  if (chat.kind === 'room') return sdk.getRoomMemberProfile(chat.id, userId);
  return sdk.getProfile(userId);
}

export type Done<T> = { kind: 'done'; value: T };

function toSent(answer: Done<unknown> | Failure): PushOutcome {
  if (answer.kind === 'done') return { kind: 'sent' };
  return isOfAllCalls(answer) ? { kind: 'barred', status: answer.status } : answer;
}

/** Statuses with which LINE finds fault with this one call. 409: sent before, under the same retry key. */
const ofThisCall: ReadonlySet<number> = new Set([400, 409, 410, 413, 415, 422]);

/**
 * 401, 403 and 404 are never about one message (an unknown chat is a 400), nor is what a proxy says, whatever its status:
 * every other call would be answered so as well, until somebody has put it right.
 */
const isOfAllCalls = (failure: Failure): failure is Refused =>
  failure.kind === 'refused' && (failure.code === 'foreign' || !ofThisCall.has(failure.status));

type Refused = Extract<Failure, { kind: 'refused' }>;

const toShown = (answer: Done<unknown> | Failure): MenuOutcome =>
  answer.kind === 'done' ? { kind: 'shown' } : answer;

/**
 * The SDK takes no signal: a call that is too late goes on unheard, and its outcome counts as unknown. `shape`: what is
 * read of the answer. The SDK promises it and does not look, and an empty answer is null.
 */
export async function attempt<T>(
  call: Promise<T>,
  timeoutMs: number,
  shape: z.ZodType = z.unknown(),
): Promise<Done<T> | Failure> {
  const timer = Promise.withResolvers<never>();
  const timeout = setTimeout(() => timer.reject(new TimeoutError('LINE did not answer in time.')), timeoutMs);
  try {
    const value = await Promise.race([call, timer.promise]);
    return shape.safeParse(value).success ? { kind: 'done', value } : { kind: 'unknown', why: 'garbled' };
  } catch (error) {
    return readFailure(error);
  } finally {
    clearTimeout(timeout);
  }
}
