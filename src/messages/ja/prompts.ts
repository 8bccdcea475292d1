import type { Prompts } from '../facts.ts';
import { detailPrompts } from './prompts-details.ts';
import { homePrompts } from './prompts-home.ts';
import { reviewPrompts } from './prompts-review.ts';
import { slotPrompts } from './prompts-slot.ts';
import { termsPrompts } from './prompts-terms.ts';

/** Every question there is; a missing one is a compiler error. */
export const prompts: Prompts = {
  ...homePrompts,
  ...termsPrompts,
  ...detailPrompts,
  ...slotPrompts,
  ...reviewPrompts,
};
