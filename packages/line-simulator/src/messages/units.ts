// Lengths in UTF-16 units, as LINE counts everything that is not counted in graphemes.
import { z } from 'zod';

/** Not zod's own `max`: that counts code points, an emoji as one. */
export const upToUnits = (max: number) =>
  z.string().refine((text) => text.length <= max, { params: { rule: 'tooLong', max } });
