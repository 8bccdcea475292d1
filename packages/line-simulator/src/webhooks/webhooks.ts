// The door through which events reach the bot.
import { type Busy, createBusy } from './busy.ts';
import { createDeliver, type DeliverParts, type Delivery, type RawWebhook } from './deliver.ts';
import type { WebhookEvent } from './events.ts';
import type { Release } from './hold.ts';
import type { PostResult } from './post.ts';
import { createWayOut, type WayOutParts } from './way-out.ts';

export type Webhooks = {
  /** Where the bot listens; undefined: nowhere. May be changed at any time. Throws on what is no http(s) address. */
  url: string | undefined;
  /** Every webhook that was posted, in the order in which they were answered. */
  readonly deliveries: readonly Delivery[];
  /** Resolves when the bot has answered (or not, in time); never rejects. Order is kept within a lane. */
  send(lane: string, events: readonly WebhookEvent[]): Promise<Delivery>;
  /** How many are kept back now; undefined: nothing is being held. */
  readonly held: number | undefined;
  /** From now on events are kept back. Acts go on, but what they promise waits for the release. */
  hold(): void;
  /** What was kept back goes out, and whatever comes after at once. Resolves when all were answered. */
  release(how?: Release): Promise<readonly Delivery[]>;
  /** The same events again, marked as a redelivery: a delivery, or the `webhookEventId` of one event. */
  redeliver(what: Delivery | string): Promise<Delivery>;
  /** The same events again, not marked, as networks sometimes do. */
  duplicate(what: Delivery | string): Promise<Delivery>;
  /** Events of your own making, signed. An empty list is what LINE's Verify button sends. */
  post(events: readonly unknown[]): Promise<PostResult>;
  /** Any bytes, any signature (`null`: none). */
  postRaw(raw: RawWebhook): Promise<PostResult>;
  /** No events, to this address whichever one is set. */
  verify(url: string): Promise<PostResult>;
  /** Resolves when nothing is on its way any more, redeliveries included. What is held back does not count. */
  settled(): Promise<void>;
  /** Empties the log. */
  forget(): void;
  /** What is held back is never sent: its delivery is `not_sent`. */
  drop(): void;
};

const DROPPED = {
  id: 0,
  outcome: 'not_sent',
  detail: 'It was held back, and then all was reset.',
  durationMs: 0,
  isRedelivery: false,
} as const;

export function createWebhooks(parts: DeliverParts & WayOutParts): Webhooks {
  const { target } = parts;
  const busy: Busy = createBusy();
  const deliver = createDeliver(parts);
  const { send, hold } = createWayOut(parts, deliver, busy);
  return {
    get url() {
      return target.url;
    },
    set url(url) {
      target.url = checkedUrl(url);
    },
    get deliveries() {
      return deliver.log;
    },
    get held() {
      return hold.count();
    },
    send,
    hold: hold.begin,
    release: hold.release,
    redeliver: (what) => busy.during(() => deliver.once(eventsOf(deliver.log, what), true)),
    duplicate: (what) => busy.during(() => deliver.once(eventsOf(deliver.log, what))),
    post: (events) => busy.during(() => deliver.raw({ body: deliver.body(events) })),
    postRaw: (raw) => busy.during(() => deliver.raw(raw)),
    verify: (url) => busy.during(() => deliver.raw({ body: deliver.body([]), url })),
    settled: busy.idle,
    forget() {
      deliver.log = [];
    },
    drop: () => hold.drop((events) => ({ ...DROPPED, at: parts.now(), events })),
  };
}

export function checkedUrl(url: string | undefined): string | undefined {
  const ok = url === undefined || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol));
  if (!ok) throw new Error(`Not a webhook URL: ${url}`);
  return url;
}

function eventsOf(log: readonly Delivery[], what: Delivery | string): readonly WebhookEvent[] {
  if (typeof what !== 'string') return what.events;
  const event = log.flatMap((delivery) => delivery.events).find((one) => one.webhookEventId === what);
  if (!event) throw new Error(`No event ${what} was delivered.`);
  return [event];
}
