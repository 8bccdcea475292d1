// The ids of people, groups and rooms as LINE gives them (docs: getting-user-ids). What looks otherwise is not LINE's.
import { z } from 'zod';

export const userId = z.string().regex(/^U[0-9a-f]{32}$/);
export const groupId = z.string().regex(/^C[0-9a-f]{32}$/);
export const roomId = z.string().regex(/^R[0-9a-f]{32}$/);
