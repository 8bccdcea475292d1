// News for an admin chat that is not pushed: it is put at once where what could not be sent waits too (waiting-news.ts).
import { v7 } from 'uuid';
import type { Tx } from '../db/client.ts';
import { keepUndelivered } from './undelivered.ts';

/** It was not to be pushed; for all others `reason` says why it could not be. */
export const waitsByRule = 'waits';

export async function waitForStaff(
  tx: Tx,
  { chatId, about, booking }: { chatId: string; about: string; booking: string | undefined },
  now: Date,
): Promise<void> {
  const row = { id: v7(), chatId, about, reason: waitsByRule, bookingId: booking ?? null };
  await keepUndelivered(tx, { ...row, at: now, state: 'waiting' });
}
