// What goes wrong with calls to the platform, on request.
import { z } from 'zod';

export const faultSchema = z.object({
  /** Name of an endpoint (`reply`, `push`, `profile`, …); left out: every one. */
  endpoint: z.string().optional(),
  /** Only calls about this chat. */
  chatId: z.string().optional(),
  /** `slow` answers after `delayMs`; `timeout` never. */
  how: z.enum(['500', '429-rate', '429-quota', 'timeout', 'reset', 'slow']),
  /** `before`: the call is not carried out. `after`: it is, only the caller does not hear of it. */
  when: z.enum(['before', 'after']).default('before'),
  /** So many calls, then it is over; left out: until it is taken away. */
  times: z.number().int().min(1).optional(),
  delayMs: z.number().int().min(0).default(1000),
});

export type NewFault = z.input<typeof faultSchema>;
export type Fault = z.infer<typeof faultSchema> & { id: number };

export type Faults = {
  add(fault: NewFault): Fault;
  remove(id: number): void;
  clear(): void;
  list(): readonly Fault[];
  /** The first fault that fits this call; one of its `times` is used up. */
  strike(when: Fault['when'], endpoint: string, chatId: string | undefined): Fault | undefined;
};

export function createFaults(): Faults {
  let faults: Fault[] = [];
  let lastId = 0;
  const remove = (id: number) => {
    faults = faults.filter((fault) => fault.id !== id);
  };
  return {
    add(fault) {
      lastId += 1;
      const added = { ...faultSchema.parse(fault), id: lastId };
      faults = [...faults, added];
      return added;
    },
    remove,
    clear() {
      faults = [];
    },
    list: () => faults,
    strike(when, endpoint, chatId) {
      const fault = faults.find(
        (one) =>
          one.when === when &&
          (one.endpoint === undefined || one.endpoint === endpoint) &&
          (one.chatId === undefined || one.chatId === chatId),
      );
      if (fault?.times === 1) remove(fault.id);
      else if (fault?.times !== undefined) fault.times -= 1;
      return fault;
    },
  };
}
