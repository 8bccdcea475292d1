// Lists with a least and a most.
import { z } from 'zod';

export const sizeBetween = <T extends z.ZodType>(item: T, min: number, max: number) =>
  z
    .array(item)
    .refine((list) => list.length >= min && list.length <= max, { params: { rule: 'size', min, max } });
