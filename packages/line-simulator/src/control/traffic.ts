// Control calls: what went over the wire about one chat, and what the wire knows.
import type { ApiCall } from '../api/call.ts';
import { endpointNames } from '../api/endpoints.ts';
import type { Simulator } from '../simulator.ts';
import type { Delivery } from '../webhooks/deliver.ts';
import type { WebhookEvent } from '../webhooks/events.ts';
import { bare } from './route.ts';

/** Newest first. `others`: calls that are about no chat, refused ones among them: a wrong token, a path that is none. */
export type Traffic = { calls: ApiCall[]; others: ApiCall[]; deliveries: Delivery[] };

const SHOWN_AT_MOST = 100;

export const trafficRoutes = [
  bare('GET', '/chats/{chatId}/traffic', ({ simulator, params: { chatId = '' } }) =>
    trafficOf(simulator, chatId),
  ),
  bare('GET', '/endpoints', () => endpointNames),
];

function trafficOf({ calls, webhooks }: Simulator, chatId: string): Traffic {
  const deliveries = webhooks.deliveries.filter(({ events }) => events.some(isOf(chatId)));
  const tokens = new Set(deliveries.flatMap(({ events }) => events.map(({ replyToken }) => replyToken)));
  const isAbout = (call: ApiCall) =>
    call.chatId === chatId || isAddressed(call.request, chatId) || answers(call.request, tokens);
  return {
    calls: newest(calls.filter(isAbout)),
    others: newest(calls.filter((call) => call.chatId === undefined && !isAbout(call))),
    deliveries: newest(deliveries),
  };
}

const newest = <T>(list: readonly T[]): T[] => list.slice(-SHOWN_AT_MOST).reverse();

const isOf =
  (chatId: string) =>
  ({ source }: WebhookEvent): boolean =>
    (source?.type === 'group' ? source.groupId : source?.userId) === chatId;

const fieldOf = (request: unknown, name: string): unknown =>
  typeof request === 'object' && request !== null ? Reflect.get(request, name) : undefined;

/** To several chats at once, this one among them. */
function isAddressed(request: unknown, chatId: string): boolean {
  const to = fieldOf(request, 'to');
  return Array.isArray(to) && to.includes(chatId);
}

/** A reply whose token is over belongs to no chat for the platform, but it was meant for this one. */
function answers(request: unknown, tokens: ReadonlySet<unknown>): boolean {
  const token = fieldOf(request, 'replyToken');
  return typeof token === 'string' && tokens.has(token);
}
