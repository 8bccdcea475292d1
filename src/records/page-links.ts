// The addresses of pages that staff, or a person, ask for in their chat: unguessable, each for one purpose and one row, and for a short while.

import { addMinutes } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { PageLink } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';
import { isAdminChat } from './admin-chats.ts';
import type { CallAuthor } from './call-steps.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import type { Ask } from './forget.ts';
import { holdMinutes } from './phone-holds.ts';

/** How many minutes the page of each purpose can be opened. */
export const pageMinutes = {
  call: 10,
  register: 10,
  booking: holdMinutes,
  calendar: 60,
} as const satisfies Record<string, number>;
export type PagePurpose = keyof typeof pageMinutes;

/** Where the page is: the token follows. */
export const pagePath = (purpose: PagePurpose): string => `/${purpose}/`;

const hashedFor = (purpose: PagePurpose): string => `page.${purpose}`;
/** Each look is a row of a history: who has the address cannot fill it. */
const looksAtMost = 20;

/** The path of the page about that row. `by`: who asked, and where. */
export async function makePageLink(
  tx: Tx,
  sealer: Sealer,
  token: string,
  { purpose, subject, by }: { purpose: PagePurpose; subject: string; by: CallAuthor },
): Promise<string> {
  const { chatId, staffId, at } = by;
  await tx.pageLink.create({
    data: {
      tokenHash: sealer.hash(hashedFor(purpose), token),
      ...{ purpose, subject, chatId, staffId },
      madeAt: at,
      expiresAt: addMinutes(at, pageMinutes[purpose]),
    },
  });
  return `${pagePath(purpose)}${token}`;
}

/** As `newToken` makes them: 32 bytes in base64url. The database is not asked about what cannot be one. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** The purposes of a person's own pages. */
const ofPeople: ReadonlySet<PagePurpose> = new Set(['calendar']);

/** Null for one that is too old, was never given or is another page's; of staff's, whose chat decides nothing any more. */
export async function findPageLink(
  tx: Tx,
  sealer: Sealer,
  token: string,
  { purpose, at }: { purpose: PagePurpose; at: Date },
): Promise<PageLink | null> {
  if (!isToken(token)) return null;
  const link = await tx.pageLink.findFirst({
    where: {
      tokenHash: { in: sealer.hashes(hashedFor(purpose), token) },
      ...{ purpose, expiresAt: { gt: at } },
    },
  });
  if (link === null || ofPeople.has(purpose)) return link;
  return (await isAdminChat(tx, link.chatId, link.madeAt)) ? link : null;
}

/** Counts one more look; false: it was looked at too often. */
export async function countLook(tx: Tx, { tokenHash }: PageLink): Promise<boolean> {
  const { count } = await tx.pageLink.updateMany({
    where: { tokenHash, looks: { lt: looksAtMost } },
    data: { looks: { increment: 1 } },
  });
  return count > 0;
}

/** D6: nothing is kept that is of no use any more. */
export const sweepPageLinks = (ask: Ask, now: Date): Promise<number> =>
  deleteUnlocked(ask, 'PageLink', '"tokenHash"', '"expiresAt" <= $1', [now]);
