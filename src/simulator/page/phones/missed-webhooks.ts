// Chats whose last webhook did not reach the bot, in plain words.
import type { Delivery } from '../../webhooks/deliver.ts';
import { timeOf } from './times.ts';

/** By chat (user or group id). `url`: where the bot should be. */
export function missedByChat(deliveries: readonly Delivery[], url: string | null): Map<string, string> {
  const last = new Map<string, Delivery>();
  for (const delivery of deliveries)
    for (const { source } of delivery.events)
      if (source) last.set(source.type === 'group' ? source.groupId : source.userId, delivery);
  const missed = [...last].filter(([, { outcome }]) => outcome !== 'ok');
  return new Map(missed.map(([chatId, delivery]) => [chatId, wordsFor(delivery, url)]));
}

function wordsFor(delivery: Delivery, url: string | null): string {
  const where = url === null ? '' : ` (${url})`;
  return `${timeOf(delivery.at)} ${reasonFor(delivery)}${where}`;
}

function reasonFor({ outcome, status, detail }: Delivery): string {
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
