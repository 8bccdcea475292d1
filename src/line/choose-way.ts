// Which way a message takes, from what is known of earlier attempts. Pure: the rules of delivery in one place.
import { z } from 'zod';
import { type Outgoing, ratherTwice } from '../outbox/outgoing.ts';

const trace = z.object({
  /** The way of the last attempt. */
  way: z.enum(['reply', 'push']),
  /** After `quota` and `refused` there is another attempt only where giving up could not be recorded. */
  outcome: z.enum(['unknown', 'unreached', 'rateLimited', 'barred', 'quota', 'refused']),
  /**
   * She may have the message already. `unheard`: an attempt was made and its outcome is unknown;
   * `killed`: the process died with the job in hand, so perhaps none was made.
   */
  doubt: z.enum(['unheard', 'killed']).exactOptional(),
  /** Pushed after a reply that she may have seen: each push of it says so, for one retry key means one body. */
  mayRepeat: z.literal(true).exactOptional(),
});
/** What the attempts so far leave behind. */
export type Trace = z.infer<typeof trace>;

/** A trace as the job's output; `attempt`: which attempt wrote it. */
const output = trace.extend({ attempt: z.number() });
export type TraceOutput = z.infer<typeof output>;

export type GiveUpReason = 'dropped' | 'unknown' | 'quota' | 'gaveUp';
export type Step =
  | { take: 'reply'; token: string }
  /** `mayRepeat`: she may have seen it already, as a reply; the push says so. */
  | { take: 'push'; mayRepeat: boolean }
  | { take: 'nothing'; because: GiveUpReason };

/** LINE knows a retry key for 24 hours; later it would show the messages again. An hour for clocks and queues. */
const retryKeyMs = 23 * 3_600_000;

/** So long a message that LINE has surely not taken is tried: a weekend with a wrong token loses nothing. */
const patienceMs = 72 * 3_600_000;

/**
 * What is known of the attempts so far; undefined at the first one. A killed process leaves no output, or
 * that of an attempt before it: of what it did itself we know only that it began.
 */
export function readTrace(attempt: number, lastOutput: unknown, outgoing: Outgoing): Trace | undefined {
  if (attempt === 0) return undefined;
  const last = output.safeParse(lastOutput).data;
  if (last === undefined)
    return { way: outgoing.reply ? 'reply' : 'push', outcome: 'unknown', doubt: 'killed' };
  const { attempt: writtenBy, ...known } = last;
  return writtenBy === attempt - 1 ? known : { ...known, doubt: known.doubt ?? 'killed' };
}

/** What is known after one more attempt: a doubt never goes away. */
export function addTrace(
  before: Trace | undefined,
  way: Trace['way'],
  outcome: Trace['outcome'],
  mayRepeat = false,
): Trace {
  const doubt = outcome === 'unknown' ? 'unheard' : before?.doubt;
  return { way, outcome, ...(doubt && { doubt }), ...(mayRepeat && { mayRepeat }) };
}

/** `now`: epoch ms by our clock. `before` is missing at the first attempt. */
export function chooseWay(outgoing: Outgoing, before: Trace | undefined, now: number): Step {
  const { reply, dropAfter, madeAt, about } = outgoing;
  if (dropAfter !== undefined && now >= dropAfter) return { take: 'nothing', because: 'dropped' };
  if (reply && before?.way !== 'push') {
    // A token works once: while it lives, trying it again cannot show the messages twice.
    if (now < reply.until) return { take: 'reply', token: reply.token };
    // Without it there is no way to ask whether the reply arrived, and a push could be a second message.
    if (before?.doubt && ratherTwice.has(about)) return { take: 'push', mayRepeat: true };
    if (before?.doubt === 'unheard') return { take: 'nothing', because: 'unknown' };
  }
  if (before?.way === 'push') {
    if (before.doubt && now - madeAt >= retryKeyMs) return { take: 'nothing', because: 'unknown' };
    // Without a doubt LINE has accepted nothing under the key, so that its age does not matter.
    if (now - madeAt >= patienceMs) return { take: 'nothing', because: reasonAfter(before) };
  }
  return { take: 'push', mayRepeat: before?.mayRepeat ?? false };
}

const reasonAfter = ({ outcome }: Trace): GiveUpReason => (outcome === 'quota' ? 'quota' : 'gaveUp');
