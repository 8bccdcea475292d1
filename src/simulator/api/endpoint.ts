// What an endpoint is.
import type { Platform } from '../platform.ts';
import type { Rate } from '../rules/rate-limits.ts';

export type ApiRequest = {
  requestId: string;
  /** Values of the path's `{names}`. */
  params: Readonly<Record<string, string>>;
  /** The parsed JSON of a POST. */
  body: unknown;
  retryKey: string | undefined;
};

export type ApiAnswer = {
  status: number;
  body: unknown;
  messageIds?: readonly string[];
  delivered?: boolean;
};

export type Endpoint = {
  /** Short name, for faults and the log of calls. */
  name: string;
  method: 'GET' | 'POST';
  /** As in the reference: `/v2/bot/profile/{userId}`. Matched exactly. */
  path: string;
  rate: Rate;
  /** Only a few endpoints know retry keys; the others refuse them. */
  takesRetryKey?: boolean;
  /** The chat a call is about, for faults of one chat only. Looks, changes nothing. */
  chatOf?(request: ApiRequest, platform: Platform): string | undefined;
  /** Throws a `Refusal`. */
  answer(request: ApiRequest, platform: Platform): ApiAnswer;
};
