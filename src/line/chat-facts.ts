// What LINE tells of a chat: its name and how many are in it. Nice to have, so a failed call is no answer.
import { LineBotClient } from '@line/bot-sdk';
import { z } from 'zod';
import { attempt, type LineClientOptions } from './client.ts';

/** `name`: of a group, or of the person of a one-to-one chat; rooms have none. `members`: without the account. */
export type ChatFacts = { name?: string; members?: number };

/** Ids begin with what they name (docs: getting-user-ids). */
export function createChatFacts({ channelAccessToken, apiBaseUrl, timeoutMs }: LineClientOptions) {
  const origin = apiBaseUrl === undefined ? {} : { apiBaseURL: apiBaseUrl, dataApiBaseURL: apiBaseUrl };
  const sdk = LineBotClient.fromChannelAccessToken({ channelAccessToken, ...origin });
  const ask = async <T>(call: Promise<T>): Promise<T | undefined> => {
    const answer = await attempt(call, timeoutMs, facts);
    return answer.kind === 'done' ? answer.value : undefined;
  };
  return async (chatId: string): Promise<ChatFacts> => {
    if (chatId.startsWith('U')) return named((await ask(sdk.getProfile(chatId)))?.displayName);
    if (chatId.startsWith('R')) return counted((await ask(sdk.getRoomMemberCount(chatId)))?.count);
    const [summary, members] = await Promise.all([
      ask(sdk.getGroupSummary(chatId)),
      ask(sdk.getGroupMemberCount(chatId)),
    ]);
    return { ...named(summary?.groupName), ...counted(members?.count) };
  };
}

/** Of each answer one of these is read. */
const facts = z.object({
  displayName: z.string().optional(),
  groupName: z.string().optional(),
  count: z.number().optional(),
});

const named = (name: string | undefined): ChatFacts => (name === undefined ? {} : { name });
const counted = (members: number | undefined): ChatFacts => (members === undefined ? {} : { members });
