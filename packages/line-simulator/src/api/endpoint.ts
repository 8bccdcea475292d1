// What an endpoint is.
import type { Platform } from '../platform.ts';
import type { Rate } from '../rules/rate-limits.ts';

export type ApiRequest = {
  requestId: string;
  /** Values of the path's `{names}`. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Parsed, when the endpoint takes JSON; the fields, when it takes a form. */
  body: unknown;
  /** As it came, when the endpoint takes bytes. */
  bytes: Uint8Array;
  contentType: string | undefined;
  /** What stands after `Bearer`. Never kept. */
  token: string | undefined;
  retryKey: string | undefined;
};

export type ApiAnswer = {
  status: number;
  /** Sent as JSON, unless there are `bytes`. */
  body: unknown;
  bytes?: { type: string; data: Uint8Array };
  messageIds?: readonly string[];
  delivered?: boolean;
};

export type Endpoint = {
  /** Short name, for faults and the log of calls. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As in the reference: `/v2/bot/profile/{userId}`. Matched exactly. */
  path: string;
  rate: Rate;
  /** What it reads of the body. Left out: JSON where the method has a body, otherwise nothing. */
  takes?: 'json' | 'form' | 'bytes' | 'nothing';
  /** Content and pictures are on a host of their own (api-data.line.me). Left out: on api.line.me. */
  host?: 'data';
  /** Wants no access token of the account, as the endpoints that issue them. */
  isPublic?: boolean;
  /** Only a few endpoints know retry keys; the others refuse them. */
  takesRetryKey?: boolean;
  /** The chat a call is about, for faults of one chat only. Looks, changes nothing. */
  chatOf?(request: ApiRequest, platform: Platform): string | undefined;
  /** Throws a `Refusal`. */
  answer(request: ApiRequest, platform: Platform): ApiAnswer | Promise<ApiAnswer>;
};
