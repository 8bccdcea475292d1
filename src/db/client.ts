// The typed client, and the one name that the rest of the product uses for an open transaction.

import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { telling } from './ask-straight.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';

export { Prisma, PrismaClient } from './generated/client.ts';

/** An open transaction: `prisma.$transaction(async (tx) => …)`. */
export type Tx = Prisma.TransactionClient;

/** A turn takes milliseconds; these bound the one that does not, below the inbox's own limit of 20 s. */
const transactionOptions = { maxWait: 10_000, timeout: 12_000 };

export function createPrisma(adapter: SqlDriverAdapterFactory): PrismaClient {
  // `minimal` keeps arguments, which may be personal data, out of error messages.
  return new PrismaClient({ adapter: telling(adapter), transactionOptions, errorFormat: 'minimal' });
}
