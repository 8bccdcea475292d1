// The outbox's handler: takes messages to LINE, each once or, where nobody can know, at most once.
import type { messagingApi } from '@line/bot-sdk';
import type { Logger } from 'pino';
import type { Clock } from '../core/clock.ts';
import { traceOf } from '../core/log.ts';
import type { Job, Outcome } from '../db/queue.ts';
import { toldKinds } from '../messages/kinds.ts';
import type { Words } from '../messages/words.ts';
import { type Outgoing, outgoingSchema } from '../outbox/outgoing.ts';
import {
  type AttemptHistory,
  addAttempt,
  chooseDelivery,
  type GiveUpReason,
  type HistoryOutput,
  readHistory,
} from './choose-delivery.ts';
import type { LineClient, PushOutcome } from './client.ts';
import type { LineReach } from './reach.ts';
import { renderMessages } from './render.ts';

/** `unsendable`: a mistake of ours, such as a text over a limit. */
export type UndeliveredReason = GiveUpReason | PushVerdict | 'refused' | 'unsendable' | 'blocked';
/** `madeAt`: epoch ms, as in `Outgoing`. */
export type Undelivered = {
  id: string;
  chatId: string;
  about: string;
  reason: UndeliveredReason;
  booking?: string;
  madeAt?: number;
};

/** Why a message may not be pushed: too many because of one person, or the last ones of the month are for others. */
export type PushVerdict = 'limit' | 'reserve';

export type DeliveryDeps = {
  client: LineClient;
  clock: Clock;
  words: Pick<Words, 'perhapsAgain'>;
  /** Keeps it for the office to follow up; the same id may come twice. */
  record: (undelivered: Undelivered) => Promise<void>;
  /** Asked once before the first push of a message, and counts it; undefined: it may be pushed. */
  mayPush: (outgoing: Outgoing) => Promise<PushVerdict | undefined>;
  /** LINE takes what is pushed to somebody who has blocked the account, and shows it to nobody. */
  isBlocked: (chatId: string) => Promise<boolean>;
  /** The month's free messages are used up. Called at every such answer. */
  onQuota: (outgoing: Outgoing) => Promise<void>;
  /** LINE has taken a push; it has refused one for good, so that nothing was spent. */
  onPushTaken?: () => Promise<void>;
  onPushRefused?: (outgoing: Outgoing) => void;
  /** LINE has taken what a person was to be told of a decision: 200, or the same under its key before. */
  onTold?: (outgoing: Outgoing) => Promise<void>;
  /** Is told whether LINE takes calls of ours at all. */
  reach: Pick<LineReach, 'barred' | 'answered'>;
  log: Pick<Logger, 'warn' | 'error'>;
};

/**
 * Jobs of different chats, side by side, each answered for itself; never throws. One job takes at most
 * two calls (reply, then push) and what is asked before a push, so the queue must leave it longer than that.
 */
export function createDelivery(deps: DeliveryDeps): (jobs: Job[]) => Promise<Outcome[]> {
  return (jobs) => Promise.all(jobs.map((job) => deliverOne(deps, job)));
}

type Delivery = {
  deps: DeliveryDeps;
  job: Job;
  outgoing: Outgoing;
  messages: messagingApi.Message[];
  /** Opens a push of what she may have seen already. */
  mayRepeat: boolean;
  /** Missing at the first attempt. */
  before: AttemptHistory | undefined;
};

async function deliverOne(deps: DeliveryDeps, job: Job): Promise<Outcome> {
  const outgoing = outgoingSchema.safeParse(job.data).data;
  if (outgoing === undefined) {
    deps.log.error({ job: job.id }, 'an outbox job is unreadable');
    return giveUp(deps, job, { chatId: job.key, about: 'unreadable', reason: 'unsendable' });
  }
  const before = readHistory(job.attempt, job.lastOutput, outgoing);
  const step = chooseDelivery(outgoing, before, deps.clock.now().getTime());
  if (step.take === 'nothing') return giveUp(deps, job, undelivered(outgoing, step.because), before);
  const mayRepeat = step.take === 'push' && step.mayRepeat;
  const messages = render(deps, job, outgoing, mayRepeat);
  if (messages === undefined) return giveUp(deps, job, undelivered(outgoing, 'unsendable'), before);
  const delivery = { deps, job, outgoing, messages, mayRepeat, before };
  return step.take === 'reply' ? sendReply(delivery, step.token) : sendPush(delivery);
}

/** Rendering is pure: what fails once fails always, and must not hold up the chat. */
function render({ log, words }: DeliveryDeps, job: Job, { about, messages }: Outgoing, mayRepeat: boolean) {
  try {
    return renderMessages(mayRepeat ? [...words.perhapsAgain(), ...messages] : messages);
  } catch (error) {
    log.error({ job: job.id, about, ...traceOf(error) }, 'a message cannot be rendered');
    return undefined;
  }
}

async function sendReply(delivery: Delivery, token: string): Promise<Outcome> {
  const { deps, job, messages, before } = delivery;
  const outcome = await deps.client.reply(token, messages);
  if (outcome.kind !== 'invalidReplyToken') return settle(delivery, 'reply', outcome);
  deps.reach.answered();
  // She may have it already, and the token is spent: that is the proof. Else it was never good.
  return before?.uncertain ? done(job) : sendPush(delivery);
}

async function sendPush(delivery: Delivery): Promise<Outcome> {
  const { deps, job, outgoing, messages, before } = delivery;
  // Tried again, or promised to her, it was counted before.
  const isCounted = before?.method === 'push' || outgoing.counted === true;
  const verdict = isCounted ? undefined : await ask(deps, job, () => deps.mayPush(outgoing));
  // Nothing was pushed yet, so a message without a token is asked about again.
  if (verdict === 'noAnswer') return again(job, before ?? { method: 'reply', outcome: 'unreached' });
  // Never kept waiting: what comes after it in this chat may be more important.
  if (verdict)
    return giveUp(deps, job, undelivered(outgoing, before?.uncertain ? 'unknown' : verdict), before);
  return settle(delivery, 'push', await deps.client.push(outgoing.to, messages, job.id));
}

/** LINE has taken it, which for somebody who has blocked the account means nothing. */
async function taken(
  { deps, job, outgoing, before, mayRepeat }: Delivery,
  method: AttemptHistory['method'],
): Promise<Outcome> {
  if (method === 'reply' || outgoing.about === 'answer') return done(job);
  const isBlocked = await ask(deps, job, () => deps.isBlocked(outgoing.to));
  // Under its retry key the push may be tried again until somebody knows.
  const history = addAttempt(before, method, 'unknown', mayRepeat);
  if (isBlocked === 'noAnswer') return again(job, history);
  if (isBlocked) return giveUp(deps, job, undelivered(outgoing, 'blocked'), history);
  const { onTold } = deps;
  if (onTold && toldKinds.has(outgoing.about)) await tellOf(deps, () => onTold(outgoing));
  return done(job);
}

/** The database may be away for a moment. */
async function ask<T>({ log }: DeliveryDeps, job: Job, question: () => Promise<T>): Promise<T | 'noAnswer'> {
  try {
    return await question();
  } catch (error) {
    log.error({ job: job.id, ...traceOf(error) }, 'nobody could say whether a message may be sent: it waits');
    return 'noAnswer';
  }
}

/** What proves that LINE itself answered; a time-out or a 5xx proves neither that nor the contrary. */
const answers: ReadonlySet<PushOutcome['kind']> = new Set(['sent', 'refused', 'rateLimited', 'quotaReached']);

async function settle(
  delivery: Delivery,
  method: AttemptHistory['method'],
  outcome: PushOutcome,
): Promise<Outcome> {
  const { deps, job, outgoing, before, mayRepeat } = delivery;
  if (answers.has(outcome.kind)) deps.reach.answered();
  if (outcome.kind === 'sent') {
    if (method === 'push' && deps.onPushTaken) await tellOf(deps, deps.onPushTaken);
    return taken(delivery, method);
  }
  const after = (ended: AttemptHistory['outcome']) => addAttempt(before, method, ended, mayRepeat);
  if (outcome.kind === 'barred') {
    // Every message fares alike, so this is told once, not for each of them.
    deps.reach.barred(outcome.status);
    return again(job, after('barred'));
  }
  deps.log.warn({ job: job.id, about: outgoing.about, method, ...outcome }, 'a message was not delivered');
  switch (outcome.kind) {
    case 'refused':
    case 'broken': {
      if (method === 'push') deps.onPushRefused?.(outgoing);
      const reason = outcome.kind === 'refused' ? 'refused' : 'unsendable';
      const what = undelivered(outgoing, before?.uncertain ? 'unknown' : reason);
      return giveUp(deps, job, what, after('refused'));
    }
    case 'quotaReached': {
      if (method === 'push') deps.onPushRefused?.(outgoing);
      await tellOf(deps, () => deps.onQuota(outgoing));
      // Waiting for a new month would hold back all that comes after in this chat, free replies too.
      const what = undelivered(outgoing, before?.uncertain ? 'unknown' : 'quota');
      return giveUp(deps, job, what, after('quota'));
    }
    default:
      return again(job, after(outcome.kind));
  }
}

/** Whoever is told may fail without taking the message along: of the quota the next message tells again. */
async function tellOf({ log }: DeliveryDeps, tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    log.error(traceOf(error), 'it could not be recorded what LINE has answered');
  }
}

type About = Omit<Undelivered, 'id'>;

function undelivered({ to, about, booking, madeAt }: Outgoing, reason: UndeliveredReason): About {
  return { chatId: to, about, reason, madeAt, ...(booking !== undefined && { booking }) };
}

/** Done with it once that is on record; until then the job stays, with what is known of it. */
async function giveUp(
  { record, log }: DeliveryDeps,
  job: Job,
  what: About,
  history?: AttemptHistory,
): Promise<Outcome> {
  try {
    await record({ id: job.id, ...what });
    return { id: job.id, status: 'completed', output: { undelivered: what.reason } };
  } catch (error) {
    log.error({ job: job.id, ...traceOf(error) }, 'an undelivered message could not be recorded');
    return again(job, history);
  }
}

const done = ({ id }: Job): Outcome => ({ id, status: 'completed' });

/** The queue tries it again, later each time; this chat's next messages wait for it. */
function again({ id, attempt }: Job, history: AttemptHistory | undefined): Outcome {
  if (history === undefined) return { id, status: 'failed' };
  const output: HistoryOutput = { ...history, attempt };
  return { id, status: 'failed', output };
}
