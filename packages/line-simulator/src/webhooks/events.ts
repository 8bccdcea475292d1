// Webhook events (reference: webhook-event-objects). Properties without a value are left out.
import type { ReplyTokens } from '../rules/reply-tokens.ts';
import type { Ids } from '../world/ids.ts';
import type { Switches } from '../world/switches.ts';

export type Source = { type: 'user'; userId: string } | { type: 'group'; groupId: string; userId?: string };

export type WebhookEvent = {
  type: string;
  webhookEventId: string;
  deliveryContext: { isRedelivery: boolean };
  /** When it happened, ms; a redelivery keeps it. */
  timestamp: number;
  source?: Source;
  replyToken?: string;
  mode: 'active' | 'standby';
} & Readonly<Record<string, unknown>>;

export type EventDraft = {
  type: string;
  chatId: string;
  /** Left out: the event does not say. */
  source?: Source | undefined;
  /** Events that nobody can answer (unfollow, leave) carry no reply token. */
  replyable: boolean;
  /** What this type of event carries of its own. */
  fields?: Readonly<Record<string, unknown>>;
};

export type EventMaker = (draft: EventDraft) => WebhookEvent;

type Parts = { ids: Ids; now: () => number; switches: Switches; replyTokens: ReplyTokens };

export function createEventMaker({ ids, now, switches, replyTokens }: Parts): EventMaker {
  return ({ type, chatId, source, replyable, fields }) => {
    const timestamp = now();
    const event: WebhookEvent = {
      type,
      ...fields,
      webhookEventId: ids.event(timestamp),
      deliveryContext: { isRedelivery: false },
      timestamp,
      ...(source ? { source } : {}),
      mode: switches.mode,
    };
    if (replyable && switches.mode === 'active') event.replyToken = replyTokens.issue(chatId, timestamp);
    return switches.surprises ? surprising(event) : event;
  };
}

/** LINE may add types of events without notice. This one cannot be answered. */
export const unheardOfEvent = (ids: Ids, { timestamp, source, mode }: WebhookEvent): WebhookEvent => ({
  type: 'unheardOf',
  unheardOf: { since: 'today' },
  webhookEventId: ids.event(timestamp),
  deliveryContext: { isRedelivery: false },
  timestamp,
  ...(source ? { source } : {}),
  mode,
});

/** LINE may add properties and change their order without notice. */
function surprising(event: WebhookEvent): WebhookEvent {
  const reversed = Object.entries({ ...event, surprise: { since: 'today' } }).reverse();
  return Object.assign(Object.fromEntries(reversed), event);
}

export const asRedelivery = (event: WebhookEvent): WebhookEvent => ({
  ...event,
  deliveryContext: { isRedelivery: true },
});
