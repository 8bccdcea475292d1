// 「電話して」 that was taken back (unsend): nobody may call her for it any more.

import { askedForCallWith, pastNotices, waitsForCall } from '../records/past-notices.ts';
import { answerInContactWindow } from './effects/at-the-hour.ts';
import type { Turn } from './turn.ts';

/** Staff hear a ban, unless she has spoken of calls again since; she hears that they did. */
export async function takeBackCall(message: string, turn: Turn): Promise<void> {
  const { consultation: booking, tx } = turn;
  if (booking === null) return;
  if (!(await askedForCallWith(tx, booking.id, message))) return;
  if (waitsForCall(await pastNotices(turn, booking.id)))
    await answerInContactWindow(booking, ['noPhone'], turn);
}
