import type { Effect, EffectAnswer, EffectName } from '../../../flows/vocabulary.ts';
import type { Turn } from '../turn.ts';

/** Does what an effect asks for; the answer goes back into the flow within the same turn. */
export type Handler<T extends EffectName> = (
  effect: Extract<Effect, { type: T }>,
  turn: Turn,
) => Promise<EffectAnswer<T>>;
