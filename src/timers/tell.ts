// A minute after a decision of staff its person is told, unless it was taken back.
import type { Tx } from '../db/client.ts';
import { createWayOut } from '../outbox/notify.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import { tellDecision } from '../outbox/tell-decision.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { findUndo } from '../records/undo.ts';

/** What has to go out. Nothing where a newer decision waits for a timer of its own. */
export async function tell(
  tx: Tx,
  bookingId: string,
  { now, ...services }: { now: Date } & Pick<TurnServices, 'office' | 'sealer' | 'words'>,
): Promise<Outgoing[]> {
  const undo = await findUndo(tx, bookingId);
  if (undo === null || undo.tellAt > now) return [];
  const way = createWayOut(tx, now);
  await tellDecision(way, bookingId, services);
  return way.outgoing;
}
