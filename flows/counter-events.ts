// Events that only home takes, wherever a conversation stands.
import { type FlowEvent, settling } from './vocabulary.ts';

/** What is done at the counter, from wherever it is asked for: a request is withdrawn also in the middle of moving it. */
export const takenByTheCounter: ReadonlySet<FlowEvent['type']> = new Set([
  'rechoose.asked',
  'moveWish.asked',
  'withdraw.asked',
  'trouble.told',
  'absence.told',
  'late.told',
  ...settling,
]);
