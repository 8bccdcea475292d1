// Keeps events back for a while, and lets them go in another order or all in one request.

import type { Delivery } from './deliver.ts';
import type { WebhookEvent } from './events.ts';

export type Release = {
  order?: 'inOrder' | 'reversed' | 'shuffled' | undefined;
  /** All events in one request, as LINE may do. */
  together?: boolean | undefined;
};

type Go = (lane: string, events: readonly WebhookEvent[]) => Promise<Delivery>;
type Held = { lane: string; events: readonly WebhookEvent[]; go: Go; gone: (delivery: Delivery) => void };

export function createHold(shuffle: <T>(list: readonly T[]) => T[]) {
  let held: Held[] | undefined;
  const orders: Record<NonNullable<Release['order']>, (list: readonly Held[]) => readonly Held[]> = {
    inOrder: (list) => list,
    reversed: (list) => list.toReversed(),
    shuffled: (list) => shuffle(list),
  };
  return {
    /** How many requests are kept back; undefined: nothing is being held. */
    count: (): number | undefined => held?.length,
    begin() {
      held ??= [];
    },
    /** Undefined when nothing is kept back now. */
    keep(lane: string, events: readonly WebhookEvent[], go: Go): Promise<Delivery> | undefined {
      const list = held;
      return list && new Promise((gone) => list.push({ lane, events, go, gone }));
    },
    /** What was kept back goes nowhere; whoever waits for it is told so. */
    drop(lost: (events: readonly WebhookEvent[]) => Delivery) {
      for (const one of held ?? []) one.gone(lost(one.events));
      held = undefined;
    },
    async release({ order = 'inOrder', together = false }: Release = {}): Promise<readonly Delivery[]> {
      const ordered = orders[order](held ?? []);
      held = undefined;
      const [first] = ordered;
      if (!first) return [];
      if (!together) return Promise.all(ordered.map(letGo));
      const delivery = await first.go(
        first.lane,
        ordered.flatMap((one) => one.events),
      );
      for (const one of ordered) one.gone(delivery);
      return [delivery];
    },
  };
}

async function letGo({ lane, events, go, gone }: Held): Promise<Delivery> {
  const delivery = await go(lane, events);
  gone(delivery);
  return delivery;
}
