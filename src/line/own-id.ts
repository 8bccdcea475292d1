// Whether a webhook is for this account. LINE names the account in `destination`; which one we are is what LINE
// says of the access token. Nobody waits for that answer: until it is there, nothing is foreign.
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Account } from './account.ts';
import { userId } from './chat-ids.ts';

export type OwnId = {
  /** Asks LINE in the background, at most once a minute, while the id is unknown or the destination another. */
  isForeign(destination: string | undefined): boolean;
};

type Parts = { account: Pick<Account, 'info'>; clock: Clock; log: Pick<Log, 'warn'> };

const askAgainAfterMs = 60_000;
const ownInfo = z.object({ userId });

/** Asks at once. A body without a destination is nobody else's. */
export function createOwnId({ account, clock, log }: Parts): OwnId {
  let known: string | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  const ask = async (): Promise<void> => {
    const answer = await account.info();
    if (answer.kind !== 'done')
      log.warn({ ...answer }, 'LINE did not say which account this is: asked again');
    else known = ownInfo.safeParse(answer.value.info).data?.userId ?? known;
  };
  const askInTime = (): void => {
    const now = clock.now().getTime();
    if (now - askedAt < askAgainAfterMs) return;
    askedAt = now;
    // `account` answers in values: what fails is told above.
    void ask();
  };
  askInTime();
  return {
    isForeign(destination) {
      if (known === undefined) askInTime();
      if (known === undefined || destination === undefined || destination === known) return false;
      // Another access token, or a LINE of one's own that was started anew.
      askInTime();
      return true;
    },
  };
}
