// Whoever writes or presses anything is answered as things are: what staff decided a moment ago is told first, and can no longer be
// taken back.
import { tellDecision } from '../outbox/tell-decision.ts';
import { untoldOf } from '../records/undo.ts';
import { personOf, type Turn } from './turn.ts';

export async function tellWhatWasDecided(turn: Turn): Promise<void> {
  for (const booking of await untoldOf(turn.tx, personOf(turn).id)) await tellDecision(turn, booking, turn);
}
