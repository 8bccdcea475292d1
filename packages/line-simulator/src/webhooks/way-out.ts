// The way of events from the act to the bot: held back, or gathered with others, then one after the other.
import type { Switches } from '../world/switches.ts';
import type { Busy } from './busy.ts';
import { type Deliver, type Delivery, deliverWithMishaps } from './deliver.ts';
import type { WebhookEvent } from './events.ts';
import { createGather } from './gather.ts';
import { createHold } from './hold.ts';
import { createLanes } from './lanes.ts';

export type WayOutParts = {
  switches: Switches;
  shuffle: <T>(list: readonly T[]) => T[];
  /** From 0 up to 1. */
  chance: () => number;
  /** An event of a type nobody has heard of, of the same place and time. */
  unheardOf: (event: WebhookEvent) => WebhookEvent;
};

export function createWayOut(parts: WayOutParts, deliver: Deliver, busy: Busy) {
  const { switches, shuffle, chance } = parts;
  const lanes = createLanes();
  const hold = createHold(shuffle);
  const go = (lane: string, events: readonly WebhookEvent[]) =>
    busy.during(() => {
      const work = () => deliverWithMishaps(deliver, events, { switches, busy, chance });
      return switches.oneWebhookAtATime ? lanes.run(lane, work) : work();
    });
  const gather = createGather(switches, shuffle, go);
  const withSurprises = (events: readonly WebhookEvent[]) =>
    switches.surpriseEvents ? events.flatMap((event) => [parts.unheardOf(event), event]) : events;
  return {
    hold,
    send(lane: string, original: readonly WebhookEvent[]): Promise<Delivery> {
      const events = withSurprises(original);
      return hold.keep(lane, events, go) ?? busy.during(() => gather.pass(lane, events));
    },
  };
}
