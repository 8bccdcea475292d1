// What LINE says of the account itself: its settings, its quota, the chats it is in. Reads, sends nothing.
import { LineBotClient, type messagingApi } from '@line/bot-sdk';
import { z } from 'zod';
import type { Failure } from './call-outcome.ts';
import { attempt, type Done, type LineClientOptions } from './client.ts';

export type Answer<T> = Done<T> | Failure;

export type Account = {
  /** `answeredAt`: the clock of LINE, from the header `Date`. */
  info(): Promise<Answer<{ info: messagingApi.BotInfoResponse; answeredAt: Date | undefined }>>;
  /** Undefined: none is set. */
  webhook(): Promise<Answer<messagingApi.GetWebhookEndpointResponse | undefined>>;
  /** Lets LINE post a webhook without events to the address that is set. 60 an hour. */
  testWebhook(): Promise<Answer<messagingApi.TestWebhookEndpointResponse>>;
  /** Messages of this month. `limit` undefined: as many as you like. */
  quota(): Promise<Answer<{ limit: number | undefined; used: number }>>;
  /** How many people of that group or room a push would be counted for. */
  memberCount(chatId: string): Promise<Answer<number>>;
  /** Whether the account can write there: it is in the group or room, or a friend of that person. */
  isIn(chatId: string): Promise<Answer<boolean>>;
};

/** https://developers.line.biz/en/reference/messaging-api/ */
export function createAccount({ channelAccessToken, apiBaseUrl, timeoutMs }: LineClientOptions): Account {
  const origin = apiBaseUrl === undefined ? {} : { apiBaseURL: apiBaseUrl, dataApiBaseURL: apiBaseUrl };
  const sdk = LineBotClient.fromChannelAccessToken({ channelAccessToken, ...origin });
  const ask = <T>(call: Promise<T>, shape: z.ZodType = z.looseObject({})): Promise<Answer<T>> =>
    attempt(call, timeoutMs, shape);
  const find = async <T>(call: Promise<T>) => noneWhenNotFound(await ask(call));
  return {
    info: () => ask(sdk.getBotInfoWithHttpInfo().then(withTime), told),
    webhook: () => find(sdk.getWebhookEndpoint()),
    testWebhook: () => ask(sdk.testWebhookEndpoint()),
    quota: () => ask(readQuota(sdk), months),
    memberCount: (chatId) => ask(readMemberCount(sdk, chatId), z.number()),
    async isIn(chatId) {
      const answer = await find(readChat(sdk, chatId));
      return answer.kind === 'done' ? { kind: 'done', value: answer.value !== undefined } : answer;
    },
  };
}

const told = z.object({ info: z.object({ userId: z.string() }) });
const months = z.object({ limit: z.number().optional(), used: z.number() });

type Info = Awaited<ReturnType<LineBotClient['getBotInfoWithHttpInfo']>>;

function withTime({ body, httpResponse }: Info) {
  const date = new Date(httpResponse.headers.get('date') ?? Number.NaN);
  return { info: body, answeredAt: Number.isNaN(date.getTime()) ? undefined : date };
}

async function readQuota(sdk: LineBotClient): Promise<{ limit: number | undefined; used: number }> {
  const [quota, { totalUsage }] = await Promise.all([
    sdk.getMessageQuota(),
    sdk.getMessageQuotaConsumption(),
  ]);
  return { limit: quota.type === 'limited' ? quota.value : undefined, used: totalUsage };
}

async function readMemberCount(sdk: LineBotClient, chatId: string): Promise<number> {
  const answer = chatId.startsWith('R') ? sdk.getRoomMemberCount(chatId) : sdk.getGroupMemberCount(chatId);
  return (await answer).count;
}

/** Ids begin with what they name (docs: getting-user-ids). */
function readChat(sdk: LineBotClient, chatId: string): Promise<object> {
  if (chatId.startsWith('C')) return sdk.getGroupSummary(chatId);
  if (chatId.startsWith('R')) return sdk.getRoomMemberCount(chatId);
  return sdk.getProfile(chatId);
}

const noneWhenNotFound = <T>(answer: Answer<T>): Answer<T | undefined> =>
  answer.kind === 'refused' && answer.code === 'notFound' ? { kind: 'done', value: undefined } : answer;
