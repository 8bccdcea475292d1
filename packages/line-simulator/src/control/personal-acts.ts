// Control calls: what people do with the account alone, never in a group.
import { z } from 'zod';
import type { Person } from '../handles/person.ts';

export const personalActs = [
  z.object({
    act: z.literal('tapsRichMenu'),
    action: z.record(z.string(), z.unknown()),
    picks: z.string().optional(),
  }),
  z.object({ act: z.literal('linksAccount'), linkToken: z.string(), nonce: z.string() }),
] as const;

type PersonalAct = z.infer<(typeof personalActs)[number]>;

export const isPersonal = (body: { act: string }): body is PersonalAct =>
  body.act === 'tapsRichMenu' || body.act === 'linksAccount';

export const carryOutPersonal = (person: Person, body: PersonalAct): unknown =>
  body.act === 'tapsRichMenu' ? person.tapsRichMenu(body) : person.linksAccount(body);
