// Chats whose last webhook did not reach the bot, in plain words.
import type { Missed } from '../../control/webhooks.ts';
import { timeOf } from './times.ts';

/** By chat. `url`: where the bot should be. */
export const missedByChat = (missed: readonly Missed[], url: string | null): Map<string, string> =>
  new Map(missed.map((one) => [one.chatId, wordsFor(one, url)]));

function wordsFor(missed: Missed, url: string | null): string {
  const where = url === null ? '' : ` (${url})`;
  return `${timeOf(missed.at)} ${reasonFor(missed)}${where}`;
}

function reasonFor({ outcome, status, detail }: Missed): string {
  switch (outcome) {
    case 'could_not_connect':
      return `ボットに届きませんでした: 接続できません ${detail ?? ''}`;
    case 'request_timeout':
      return 'ボットが時間内に答えませんでした';
    case 'error_status_code':
      return `ボットがエラーを返しました: ${status ?? ''}`;
    case 'not_sent':
      return 'ボットに送られませんでした: アドレスがまだなかったか、配達が止められました';
    default:
      return `ボットとの接続が途中で切れました ${detail ?? ''}`;
  }
}

export const NO_URL = 'ボットのアドレス (Webhook URL) がまだ決まっていないので、ボットには何も届きません。';
