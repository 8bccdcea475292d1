// Where ids and chance come from; everything else is handed them.
import { randomBytes, randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Office } from '../config/office.ts';
import type { Sealer } from '../db/seal.ts';
import { ja } from '../messages/ja/index.ts';
import type { TurnServices } from '../outbox/turn-services.ts';

export const createTurnServices = (sealer: Sealer, office: Office, publicUrl?: string): TurnServices => ({
  office,
  sealer,
  words: ja,
  publicUrl,
  newToken: () => randomBytes(32).toString('base64url'),
  newId: inOrder(),
  newConversationId: () => randomBytes(6).toString('base64url'),
  randomInt: (max) => randomInt(max),
});

/** UUIDv7 that rise with every call, also within a millisecond and when the clock is put back. */
function inOrder(): (now: Date) => string {
  let last = { msecs: 0, seq: 0 };
  return (now) => {
    const msecs = Math.max(now.getTime(), last.msecs);
    last = { msecs, seq: msecs === last.msecs ? last.seq + 1 : 0 };
    return uuidv7(last);
  };
}
