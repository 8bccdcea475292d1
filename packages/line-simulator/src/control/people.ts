// Control calls: people and what they do.
import { z } from 'zod';
import { SAMPLES, type SampleKind } from '../acts/send.ts';
import type { Acting } from '../handles/acting.ts';
import type { Person } from '../handles/person.ts';
import { carryOutPersonal, isPersonal, personalActs } from './personal-acts.ts';
import { bare, route } from './route.ts';

const newPerson = z.object({
  displayName: z.string().min(1),
  userId: z.string().optional(),
  pictureUrl: z.string().optional(),
  statusMessage: z.string().optional(),
  language: z.string().optional(),
});

const MIME_TYPE = /^[\w.+-]+\/[\w.+-]+$/;
const isSample = (kind: string): kind is SampleKind => Object.hasOwn(SAMPLES, kind);

const content = z
  .object({ type: z.string().regex(MIME_TYPE), base64: z.base64() })
  .transform(({ type, base64 }) => ({ type, data: Buffer.from(base64, 'base64') }));

/** `in`: id of the group in which it is done; left out: alone with the account. */
const place = { in: z.string().optional() };
const act = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['follow', 'unfollow', 'unblock']) }),
  z.object({
    act: z.literal('says'),
    text: z.string().min(1),
    quotedMessageId: z.string().optional(),
    mentions: z.array(z.string()).optional(),
    emojis: z.array(z.string().min(1)).optional(),
    ...place,
  }),
  z.object({ act: z.literal('unsends'), messageId: z.string(), ...place }),
  z.object({ act: z.literal('edits'), messageId: z.string(), text: z.string(), in: z.string() }),
  z.object({
    act: z.literal('sends'),
    kind: z.string().refine(isSample, `One of: ${Object.keys(SAMPLES).join(', ')}`),
    details: z.record(z.string(), z.unknown()).optional(),
    content: content.optional(),
    ...place,
  }),
  z.object({
    act: z.literal('presses'),
    label: z.string(),
    message: z.string().optional(),
    nth: z.number().int().min(1).optional(),
    picks: z.string().optional(),
    ...place,
  }),
  z.object({
    act: z.literal('pressesData'),
    data: z.string(),
    params: z.record(z.string(), z.string()).optional(),
    displayText: z.string().optional(),
    ...place,
  }),
  z.object({
    act: z.literal('taps'),
    messageId: z.string(),
    action: z.record(z.string(), z.unknown()),
    picks: z.string().optional(),
    ...place,
  }),
  z.object({ act: z.literal('reads'), ...place }),
  z.object({ act: z.literal('leaves'), in: z.string() }),
  ...personalActs,
]);

export const describePerson = ({ userId, displayName, friendship }: Person) => ({
  userId,
  displayName,
  friendship,
});

export const peopleRoutes = [
  bare('GET', '/people', ({ simulator }) => simulator.people().map(describePerson)),
  route('POST', '/people', newPerson, ({ simulator, body: { displayName, ...details } }) =>
    describePerson(simulator.person(displayName, details)),
  ),
  bare('DELETE', '/people/{userId}', ({ simulator, params: { userId = '' } }) =>
    simulator.removePerson(userId),
  ),
  route('POST', '/people/{userId}/acts', act, ({ simulator, params: { userId = '' }, body }) => {
    const person = simulator.findPerson(userId);
    if (body.act === 'leaves') return person.in(simulator.findGroup(body.in)).leaves();
    if (isPersonal(body)) return carryOutPersonal(person, body);
    if (!('in' in body) || body.in === undefined) return carryOut(person, person, body);
    return carryOut(person.in(simulator.findGroup(body.in)), person, body);
  }),
];

function carryOut(
  acting: Acting,
  person: Person,
  body: Exclude<z.infer<typeof act>, { act: 'leaves' }>,
): unknown {
  switch (body.act) {
    case 'follow':
    case 'unfollow':
    case 'unblock':
      return person[body.act]();
    case 'says':
      return acting.says(body.text, body);
    case 'unsends':
      return acting.unsends(body.messageId);
    case 'edits':
      return acting.edits(body.messageId, body.text);
    case 'sends':
      return acting.sends(body.kind, body.details, body.content);
    case 'presses':
      return acting.presses(body.label, body);
    case 'taps':
      return acting.taps(body);
    case 'reads':
      return acting.reads();
    case 'pressesData':
      return acting.pressesData(body.data, body);
  }
}
