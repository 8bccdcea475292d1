// A person ties an account elsewhere to LINE: opens https://access.line.me/dialog/bot/accountLink with a link token
// and a nonce of the bot's (docs: linking-accounts).
import type { Platform } from '../platform.ts';
import type { Delivery } from '../webhooks/deliver.ts';
import type { PersonRecord } from '../world/chats.ts';
import { mustExist, tellBot } from './record.ts';

export type AccountLink = { linkToken: string; nonce: string };

const NONCE = { least: 10, most: 255 };

/**
 * Undefined when the token is expired or was used: then nobody hears anything. The token of somebody else fails,
 * and the bot is told neither who it was nor how to answer. Throws on a nonce that LINE's page would not take.
 */
export async function linkAccount(
  platform: Platform,
  person: PersonRecord,
  { linkToken, nonce }: AccountLink,
): Promise<Delivery | undefined> {
  mustExist(platform, person);
  if (nonce.length < NONCE.least || nonce.length > NONCE.most)
    throw new Error(`A nonce has ${NONCE.least} to ${NONCE.most} characters, not ${nonce.length}.`);
  const { linkTokens, clock, webhooks, makeEvent } = platform;
  const issuedFor = linkTokens.redeem(linkToken, clock.now());
  if (issuedFor === undefined) return undefined;
  if (issuedFor === person.userId) {
    const fields = { link: { result: 'ok', nonce } };
    return tellBot(platform, { person }, { type: 'accountLink', replyable: true, fields });
  }
  const failed = { type: 'accountLink', replyable: false, fields: { link: { result: 'failed', nonce } } };
  return webhooks.send(person.userId, [makeEvent({ ...failed, chatId: person.userId })]);
}
