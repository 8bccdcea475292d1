// The last messages of a month belong to confirmations, reminders of the day before and cancellations. How many
// are left is asked of LINE now and then; whenever it does not say, all goes on as if there were enough.
import type { Clock } from '../clock.ts';
import type { Account } from './account.ts';

export type QuotaWatch = {
  /**
   * Whether LINE may be given a push to that chat now; counts it when so. An important one always may, for LINE
   * itself says when nothing is left.
   */
  take(to: string, important: boolean): Promise<boolean>;
};

type Parts = {
  account: Pick<Account, 'quota' | 'memberCount'>;
  /** So many messages are kept for what is important. */
  reserve: number;
  clock: Clock;
};

const askAgainMs = 60_000;
const countAgainMs = 3_600_000;

export function createQuotaWatch({ account, reserve, clock }: Parts): QuotaWatch {
  const left = asked(askAgainMs, clock, async () => {
    const answer = await account.quota();
    if (answer.kind !== 'done' || answer.value.limit === undefined) return undefined;
    return { messages: answer.value.limit - answer.value.used };
  });
  const groups = new Map<string, () => Promise<number | undefined>>();
  /** A push to a group counts once for each member (docs: pricing). */
  async function recipientsOf(to: string): Promise<number> {
    if (to.startsWith('U')) return 1;
    const count =
      groups.get(to) ??
      asked(countAgainMs, clock, async () => {
        const answer = await account.memberCount(to);
        return answer.kind === 'done' ? answer.value : undefined;
      });
    groups.set(to, count);
    return (await count()) ?? 1;
  }
  return {
    async take(to, important) {
      const [known, recipients] = [await left(), await recipientsOf(to)];
      if (known === undefined) return true;
      if (!important && known.messages - recipients < reserve) return false;
      known.messages -= recipients;
      return true;
    },
  };
}

/** Asked once for all who want to know within that time. */
function asked<T>(forMs: number, clock: Clock, ask: () => Promise<T>): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | undefined;
  return () => {
    const now = clock.now().getTime();
    if (last === undefined || Math.abs(now - last.at) >= forMs) last = { at: now, answer: ask() };
    return last.answer;
  };
}
