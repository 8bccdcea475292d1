// Where ids and chance come from; everything else is handed them.
import { randomBytes, randomInt } from 'node:crypto';
import type { Office } from '../config/office.ts';
import { idsInOrder } from '../core/ids.ts';
import type { Sealer } from '../db/seal.ts';
import { ja } from '../messages/ja/index.ts';
import type { TurnServices } from '../outbox/turn-services.ts';

export const createTurnServices = (sealer: Sealer, office: Office, publicUrl?: string): TurnServices => ({
  office,
  sealer,
  words: ja,
  publicUrl,
  newToken: () => randomBytes(32).toString('base64url'),
  newId: idsInOrder(),
  newConversationId: () => randomBytes(6).toString('base64url'),
  randomInt: (max) => randomInt(max),
});
