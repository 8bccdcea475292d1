// Ids that sort by time.
import { v7 as uuidv7 } from 'uuid';

/** UUIDv7 that rise with every call, also within a millisecond and when the clock is put back. */
export function idsInOrder(): (now: Date) => string {
  let last = { msecs: 0, seq: 0 };
  return (now) => {
    const msecs = Math.max(now.getTime(), last.msecs);
    last = { msecs, seq: msecs === last.msecs ? last.seq + 1 : 0 };
    return uuidv7(last);
  };
}
