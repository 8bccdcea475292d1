// The last messages of a month belong to confirmations, reminders of the day before, cancellations and whoever needs
// staff at the hour. How many are left is asked of LINE now and then; whenever it does not say, all goes on as if there
// were enough.
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { PushQuota } from '../outbox/promised-push.ts';
import type { Account } from './account.ts';

/** `reserve`: what is not important waits. `usedUp`: LINE has refused a push for it. */
export type QuotaTrouble = { kind: 'reserve' | 'usedUp'; since: Date };

export type QuotaWatch = PushQuota & {
  /**
   * Whether LINE may be given a push to that chat now; spends it when so. An important one always may, for LINE
   * itself says when nothing is left.
   */
  take(to: string, important: boolean): Promise<boolean>;
  /** The same, and nothing is spent. `goesFirst`: it is left out before all others when not all can go. */
  look(to: string, important: boolean, goesFirst?: boolean): Promise<boolean>;
  /** LINE has refused a push there for the quota. */
  refused(to: string): void;
  /** LINE has taken a push. */
  taken(): void;
  trouble(): QuotaTrouble | undefined;
  /** What the plan has, and what is left of it; undefined: nobody knows, or it has no limit. */
  month(): { limit: number; left: number } | undefined;
};

type Parts = {
  account: Pick<Account, 'quota' | 'memberCount'>;
  /** So many messages are kept for what is important. */
  reserve: number;
  /** So many will still go to people this month, by what is booked. Default: nobody says. */
  ahead?: () => Promise<number>;
  clock: Clock;
  log?: Pick<Log, 'warn'>;
};

const askAgainMs = 60_000;
const countAgainMs = 3_600_000;

export function createQuotaWatch({ account, reserve, ahead, clock, log }: Parts): QuotaWatch {
  let known: { messages: number; limit: number } | undefined;
  const askAhead = asked(askAgainMs, clock, async () => ahead?.());
  const ask = asked(askAgainMs, clock, async () => {
    const answer = await account.quota();
    if (answer.kind !== 'done' || answer.value.limit === undefined) return undefined;
    const { limit, used } = answer.value;
    return { messages: limit - used, limit };
  });
  const recipientsOf = countRecipients(account, clock);
  const alarm = createAlarm(clock, log);
  const leftAfter = (chats: readonly string[]): number =>
    known === undefined ? Number.POSITIVE_INFINITY : known.messages - recipientsOf.known(chats);
  let preparedAt = Number.NEGATIVE_INFINITY;
  const refresh = async (chats: readonly string[]) => {
    [known] = await Promise.all([ask(), recipientsOf.ask(chats)]);
    if (known !== undefined) alarm.endsAt(known.messages - reserve);
  };
  const watch: QuotaWatch = {
    async prepare(chats) {
      const now = clock.now().getTime();
      if (Math.abs(now - preparedAt) < askAgainMs) return;
      preparedAt = now;
      await refresh(await chats());
    },
    suffices(chats, urgent) {
      if (leftAfter(chats) >= (urgent ? 0 : reserve)) return true;
      alarm.raise('reserve', recipientsOf.known(chats));
      return false;
    },
    spend(chats) {
      if (known !== undefined) known.messages -= recipientsOf.known(chats);
    },
    giveBack(chats) {
      if (known !== undefined) known.messages += recipientsOf.known(chats);
    },
    left: () => known?.messages,
    async look(to, important, goesFirst = false) {
      await refresh([to]);
      if (goesFirst && leftAfter([to]) < ((await askAhead()) ?? 0)) return false;
      return important || watch.suffices([to], false);
    },
    async take(to, important) {
      if (!(await watch.look(to, important))) return false;
      watch.spend([to]);
      return true;
    },
    refused: (to) => alarm.raise('usedUp', recipientsOf.known([to])),
    taken: () => alarm.taken(),
    trouble: () => alarm.trouble(),
    month: () => known && { limit: known.limit, left: known.messages },
  };
  return watch;
}

/** A push to a group counts once for each member (docs: pricing). Until LINE says how many they are, as one. */
function countRecipients(account: Parts['account'], clock: Clock) {
  const counts = new Map<string, { ask: () => Promise<number | undefined>; last: number | undefined }>();
  const countOf = (chat: string) => {
    const known = counts.get(chat) ?? {
      ask: asked(countAgainMs, clock, async () => {
        const answer = await account.memberCount(chat);
        return answer.kind === 'done' ? answer.value : undefined;
      }),
      last: undefined,
    };
    counts.set(chat, known);
    return known;
  };
  return {
    async ask(chats: readonly string[]): Promise<void> {
      const groups = chats.filter((chat) => !chat.startsWith('U')).map(countOf);
      await Promise.all(
        groups.map(async (one) => {
          one.last = (await one.ask()) ?? one.last;
        }),
      );
    },
    known: (chats: readonly string[]): number =>
      chats.reduce((sum, chat) => sum + (counts.get(chat)?.last ?? 1), 0),
  };
}

/** Told in the log once when it begins and once when it is over. */
function createAlarm(clock: Clock, log: Parts['log']) {
  /** `recipients`: of what was held back or refused first. */
  let trouble: (QuotaTrouble & { recipients: number }) | undefined;
  const end = () => {
    if (trouble !== undefined)
      log?.warn({ since: trouble.since }, 'There are messages left this month again: news for staff is sent');
    trouble = undefined;
  };
  return {
    raise(kind: QuotaTrouble['kind'], recipients: number): void {
      if (trouble?.kind === 'usedUp' || trouble?.kind === kind) return;
      trouble = { kind, recipients, since: trouble?.since ?? clock.now() };
      // That nothing is left is told by whoever tried.
      if (kind === 'reserve')
        log?.warn(
          {},
          'The last messages of this month are kept for confirmations: requests and other news for staff wait for a word in the admin chat',
        );
    },
    /** `ordinary`: so many may be spent on what is not important. */
    endsAt: (ordinary: number) => void (trouble && ordinary >= trouble.recipients && end()),
    taken: () => void (trouble?.kind === 'usedUp' && end()),
    trouble: (): QuotaTrouble | undefined => trouble && { kind: trouble.kind, since: trouble.since },
  };
}

/** Asked once for all who want to know within that time; where nobody could say, again after a minute. */
function asked<T>(
  forMs: number,
  clock: Clock,
  ask: () => Promise<T | undefined>,
): () => Promise<T | undefined> {
  let last: { at: number; forMs: number; answer: Promise<T | undefined> } | undefined;
  return () => {
    const now = clock.now().getTime();
    if (last !== undefined && Math.abs(now - last.at) < last.forMs) return last.answer;
    const question = { at: now, forMs, answer: ask() };
    const askSooner = () => {
      question.forMs = askAgainMs;
    };
    question.answer.then((answer) => answer ?? askSooner(), askSooner);
    last = question;
    return question.answer;
  };
}
