// Control calls that move clocks take the same body.
import { z } from 'zod';

/** To an instant, or by so much. */
export const newTime = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ forwardMs: z.number() }),
]);
