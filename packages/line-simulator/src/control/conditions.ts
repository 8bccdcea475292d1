// Control calls: time, switches, quota, faults.
import { z } from 'zod';
import { endpointNames } from '../api/endpoints.ts';
import { faultSchema } from '../rules/faults.ts';
import type { Simulator } from '../simulator.ts';
import { switchesSchema } from '../world/switches.ts';
import { describeGroup } from './groups.ts';
import { newTime } from './new-time.ts';
import { describePerson } from './people.ts';
import { bare, route } from './route.ts';

const isEndpoint = (name: string): boolean => endpointNames.includes(name);
const newFault = faultSchema.extend({
  endpoint: z
    .string()
    .refine(isEndpoint, 'There is no such endpoint: GET /_control/endpoints lists them')
    .optional(),
});
const newQuota = z.object({
  limit: z.number().int().min(0).nullable().optional(),
  used: z.number().int().min(0).optional(),
});
const someSwitches = z.strictObject(switchesSchema.shape).partial();

const describeTime = ({ clock }: Simulator) => ({ now: new Date(clock.now()).toISOString() });
const describeQuota = ({ quota }: Simulator) => ({ limit: quota.limit ?? null, used: quota.used() });

export const conditionRoutes = [
  bare('GET', '/state', ({ simulator }) => ({
    ...describeTime(simulator),
    webhookUrl: simulator.webhookUrl ?? null,
    botUserId: simulator.channel.botUserId,
    switches: simulator.switches,
    quota: describeQuota(simulator),
    heldWebhooks: simulator.webhooks.held ?? null,
    faults: simulator.faults.list(),
    people: simulator.people().map(describePerson),
    groups: simulator.groups().map(describeGroup),
  })),
  bare('POST', '/reset', ({ simulator }) => simulator.reset()),
  bare('GET', '/clock', ({ simulator }) => describeTime(simulator)),
  route('PUT', '/clock', newTime, ({ simulator, body }) => {
    if ('now' in body) simulator.clock.moveTo(body.now);
    else simulator.clock.moveBy(body.forwardMs);
    return describeTime(simulator);
  }),
  route('PATCH', '/switches', someSwitches, ({ simulator, body }) => Object.assign(simulator.switches, body)),
  route('PUT', '/quota', newQuota, ({ simulator, body: { limit, used } }) => {
    if (limit !== undefined) simulator.quota.limit = limit ?? undefined;
    if (used !== undefined) simulator.quota.setUsed(used);
    return describeQuota(simulator);
  }),
  bare('GET', '/faults', ({ simulator }) => simulator.faults.list()),
  route('POST', '/faults', newFault, ({ simulator, body }) => simulator.faults.add(body)),
  bare('DELETE', '/faults', ({ simulator }) => simulator.faults.clear()),
  bare('DELETE', '/faults/{id}', ({ simulator, params }) => simulator.faults.remove(Number(params.id))),
];
