// One call of the bot, as it is kept for tests and the transcript. Never holds the access token.
import type { Fault } from '../rules/faults.ts';

export type ApiCall = {
  requestId: string;
  /** When it was answered, ms on the platform's clock. */
  at: number;
  /** Name of the endpoint, `reply` or `push` for instance; undefined: there is no such endpoint. */
  endpoint: string | undefined;
  method: string;
  path: string;
  chatId: string | undefined;
  retryKey: string | undefined;
  /** What the platform decided; with a fault the caller may have heard something else. */
  status: number;
  /** Ids of the messages of a reply or push that was carried out. */
  messageIds: readonly string[];
  /** Did anybody get them? Not those who have blocked the account. */
  delivered: boolean;
  /** The error's message, when it was refused. */
  error: string | undefined;
  fault: Fault['how'] | undefined;
  /** The bodies, as JSON, of the newest calls; a note in round brackets where one is not kept, undefined where there is none. */
  request: unknown;
  /** What the platform decided; with a fault the caller may have heard something else. */
  response: unknown;
};
