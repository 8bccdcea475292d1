// Whether LINE takes calls of ours at all. A token that is being changed, or a proxy that wants something first,
// answers every call alike: that is one trouble, not one for each message, and it passes.
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';

export type LineTrouble = { since: Date; status: number };

export type LineReach = {
  /** A call was turned away whatever it said. Told once in the log, until the next `answered`. */
  barred(status: number): void;
  /** LINE answered a call for what it was. */
  answered(): void;
  /** Undefined: as far as is known, LINE takes calls. */
  trouble(): LineTrouble | undefined;
};

/** What this process knows; each process finds out for itself. */
export function createLineReach({
  clock,
  log,
}: {
  clock: Clock;
  log: Pick<Log, 'error' | 'warn'>;
}): LineReach {
  let trouble: LineTrouble | undefined;
  return {
    barred(status) {
      if (trouble !== undefined) return;
      trouble = { since: clock.now(), status };
      log.error(
        { status },
        'LINE takes no calls of this server: look at LINE_CHANNEL_ACCESS_TOKEN and at the proxy. All messages wait and are tried again',
      );
    },
    answered() {
      if (trouble === undefined) return;
      log.warn({ since: trouble.since }, 'LINE takes calls again: what waited goes out');
      trouble = undefined;
    },
    trouble: () => trouble,
  };
}
