// A start with a key that opens nothing of what is there: people would get apologies, and what they tell would be
// sealed with the wrong key.
import type { Log } from '../core/log.ts';
import type { PrismaClient } from './client.ts';
import { DataKeyError } from './data-key.ts';
import type { Sealer } from './seal.ts';
import { readSealedWith } from './sealed-with.ts';

/** Of each kind: enough to meet the key with which the database was used, and read in no time. */
const sample = 100;

/** Rejects with DataKeyError when no key fits. When only some are missing, the log says so: the rest can be served. */
export async function refuseWrongKey(prisma: PrismaClient, sealer: Sealer, log: Log): Promise<void> {
  const sealedWith = await readSealedWith((sql) => prisma.$queryRawUnsafe(sql), sample);
  const shut = sealedWith.filter(({ keyId }) => !sealer.holds(keyId));
  if (shut.length === 0) return;
  if (shut.length === sealedWith.length) {
    throw new DataKeyError(
      'The key opens nothing of what is sealed in the database. Put back the DATA_KEY (or the file data-key in DATA_DIR) with which it was used before; to change the key, put the new one in front of the old one, with a comma between.',
    );
  }
  log.error(
    { keys: shut.length },
    'A part of what is sealed was sealed with a key that DATA_KEY does not hold: npm run doctor tells how much',
  );
}
