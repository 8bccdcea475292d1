// Lets go of calls to LINE when the process is to end: LINE may take its time, whoever restarts the server does not.
import type { Failure } from './call-outcome.ts';
import type { LineClient } from './client.ts';

/**
 * From the moment `stopping` is aborted on, a call under way counts as one that LINE did not answer in time, and no
 * further one is made. Both are tried again after the next start, under the rules of choose-delivery.ts.
 */
export function untilStopped(client: LineClient, stopping: AbortSignal): LineClient {
  const call = async <T>(start: () => Promise<T>): Promise<T | Failure> => {
    if (stopping.aborted) return { kind: 'unreached' };
    const stopped = Promise.withResolvers<Failure>();
    const stop = () => stopped.resolve({ kind: 'unknown', why: 'timeout' });
    stopping.addEventListener('abort', stop, { once: true });
    try {
      return await Promise.race([start(), stopped.promise]);
    } finally {
      stopping.removeEventListener('abort', stop);
    }
  };
  return {
    reply: (...args) => call(() => client.reply(...args)),
    push: (...args) => call(() => client.push(...args)),
    linkMenu: (...args) => call(() => client.linkMenu(...args)),
    unlinkMenu: (...args) => call(() => client.unlinkMenu(...args)),
    memberName: (...args) => call(() => client.memberName(...args)),
  };
}
