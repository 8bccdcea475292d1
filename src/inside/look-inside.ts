// Where a chat stands: its flow and its booking as drawings with the current state, facts, and moments.
import type { AnyStateMachine, StateValue } from 'xstate';
import { booking as bookingLife } from '../../flows/booking.ts';
import { drawChart, drawnStates } from '../../flows/draw-chart.ts';
import { flows } from '../../flows/index.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';
import { inside as words } from '../messages/ja/inside.ts';
import { type Known, readKnown } from '../records/read-known.ts';
import { type Fact, factsOf, machineOf } from './facts.ts';

/** `mermaid`: a state diagram; `current`: ids of states in it. `at`: ISO. */
export type Inside = {
  charts: { title: string; mermaid: string; current: string[] }[];
  facts: Fact[];
  moments: { name: string; at: string }[];
};

/** Undefined where nothing is on record of that chat. Holds no personal data. */
export async function lookInside(
  tx: Tx,
  sealer: Sealer,
  chatId: string,
  now: Date,
): Promise<Inside | undefined> {
  const known = await readKnown(tx, sealer, chatId, now);
  if (known === undefined) return undefined;
  const { booking } = known;
  const life = booking ? [drawn(bookingLife, booking.state)] : [];
  return { charts: [...chartOf(known), ...life], facts: factsOf(known), moments: momentsOf(booking) };
}

/** The conversation as it stands; staff who have said nothing yet are where every admin chat begins. */
function chartOf({ saved, enrolledAt }: Known): Inside['charts'] {
  if (saved === undefined) return enrolledAt ? [drawn(flows.admin, 'idle')] : [];
  const { flow, version, value } = saved.conversation;
  const machine = machineOf(flow);
  return machine ? [drawn(machine, machine.version === version ? value : undefined)] : [];
}

const drawn = (machine: AnyStateMachine, value: StateValue | undefined) => ({
  title: machine.root.description ?? machine.id,
  mermaid: drawChart(machine),
  current: value === undefined ? [] : drawnStates(machine.id, value),
});

function momentsOf(booking: Booking | null): Inside['moments'] {
  if (booking === null) return [];
  const start = { name: words.startsAt, at: booking.startsAt.toISOString() };
  const promise = { name: words.promisedBy, at: booking.promisedBy.toISOString() };
  return booking.state === 'requested' || booking.state === 'proposed' ? [start, promise] : [start];
}
