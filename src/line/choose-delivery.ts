// How a message is sent, from what is known of earlier attempts. Pure: the rules of delivery in one place.
import { z } from 'zod';
import { type Outgoing, ratherTwice } from '../outbox/outgoing.ts';

const history = z.object({
  /** How it was sent at the last attempt. */
  method: z.enum(['reply', 'push']),
  /** After `quota` and `refused` there is another attempt only where giving up could not be recorded. */
  outcome: z.enum(['unknown', 'unreached', 'rateLimited', 'barred', 'quota', 'refused']),
  /**
   * She may have the message already. `unheard`: an attempt was made and its outcome is unknown;
   * `killed`: the process died with the job in hand, so perhaps none was made.
   */
  uncertain: z.enum(['unheard', 'killed']).exactOptional(),
  /** Pushed after a reply that she may have seen: each push of it says so, for one retry key means one body. */
  mayRepeat: z.literal(true).exactOptional(),
});
/** What the attempts so far leave behind. */
export type AttemptHistory = z.infer<typeof history>;

/** The history as the job's output; `attempt`: which attempt wrote it. */
const output = history.extend({ attempt: z.number() });
export type HistoryOutput = z.infer<typeof output>;

export type GiveUpReason = 'dropped' | 'unknown' | 'quota' | 'gaveUp';
export type DeliveryChoice =
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
export function readHistory(
  attempt: number,
  lastOutput: unknown,
  outgoing: Outgoing,
): AttemptHistory | undefined {
  if (attempt === 0) return undefined;
  const last = output.safeParse(lastOutput).data;
  if (last === undefined)
    return { method: outgoing.reply ? 'reply' : 'push', outcome: 'unknown', uncertain: 'killed' };
  const { attempt: writtenBy, ...known } = last;
  return writtenBy === attempt - 1 ? known : { ...known, uncertain: known.uncertain ?? 'killed' };
}

/** What is known after one more attempt: a doubt never goes away. */
export function addAttempt(
  before: AttemptHistory | undefined,
  method: AttemptHistory['method'],
  outcome: AttemptHistory['outcome'],
  mayRepeat = false,
): AttemptHistory {
  const uncertain = outcome === 'unknown' ? 'unheard' : before?.uncertain;
  return { method, outcome, ...(uncertain && { uncertain }), ...(mayRepeat && { mayRepeat }) };
}

/** `now`: epoch ms by our clock. `before` is missing at the first attempt. */
export function chooseDelivery(
  outgoing: Outgoing,
  before: AttemptHistory | undefined,
  now: number,
): DeliveryChoice {
  const { reply, dropAfter, madeAt, about } = outgoing;
  if (dropAfter !== undefined && now >= dropAfter) return { take: 'nothing', because: 'dropped' };
  if (reply && before?.method !== 'push') {
    // A token works once: while it lives, trying it again cannot show the messages twice.
    if (now < reply.until) return { take: 'reply', token: reply.token };
    // Without it nobody can ask whether the reply arrived, and a push could be a second message.
    if (before?.uncertain && ratherTwice.has(about)) return { take: 'push', mayRepeat: true };
    if (before?.uncertain === 'unheard') return { take: 'nothing', because: 'unknown' };
  }
  if (before?.method === 'push') {
    if (before.uncertain && now - madeAt >= retryKeyMs) return { take: 'nothing', because: 'unknown' };
    // Without a doubt LINE has accepted nothing under the key, so that its age does not matter.
    if (now - madeAt >= patienceMs) return { take: 'nothing', because: reasonAfter(before) };
  }
  return { take: 'push', mayRepeat: before?.mayRepeat ?? false };
}

const reasonAfter = ({ outcome }: AttemptHistory): GiveUpReason => (outcome === 'quota' ? 'quota' : 'gaveUp');
