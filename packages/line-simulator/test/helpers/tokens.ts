// Asking the platform for tokens, and trying whether they work.
import { channelAccessToken, messagingApi } from '@line/bot-sdk';
import type { Simulator } from '../../src/simulator.ts';
import { answerTo } from './menus.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A clock that stands still unless it is moved. */
export const standing = { now: () => Date.parse('2026-12-01T09:00:00+09:00'), channelId: '1234567890' };

export const issuer = ({ origin }: Simulator) =>
  new channelAccessToken.ChannelAccessTokenClient({ baseURL: origin });

/** The status of a call of the bot with that token. */
export async function worksWith({ origin }: Simulator, token: string): Promise<number> {
  const client = new messagingApi.MessagingApiClient({ channelAccessToken: token, baseURL: origin });
  return (await answerTo(client.getBotInfo())).status;
}

/** A refusal in the words of OAuth. */
export const oauth = (error: string, error_description: string) => ({
  status: 400,
  body: { error, error_description },
});
