// Judges the `messages` of a request as LINE does: first the outer form of all, then the insides of each.
import { z } from 'zod';
import {
  bodyDialect,
  type Complaint,
  complaintsOf,
  type Dialect,
  flexDialect,
  templateDialect,
} from './complaints.ts';
import {
  type Envelope,
  envelope,
  flexContainer,
  type LineMessage,
  MESSAGE_TYPES,
  template,
} from './message.ts';

export type ErrorBody = { message: string; details?: Complaint[] };
export type Judgement = { ok: true; messages: LineMessage[] } | { ok: false; error: ErrorBody };

const MOST_MESSAGES = 5;

/** 1 to 5 messages, each within the limits of the reference. */
export function judgeMessages(raw: unknown): Judgement {
  if (raw === undefined || raw === null)
    return refused([{ message: 'May not be empty', property: 'messages' }]);
  const list = z.array(z.unknown()).safeParse(raw);
  if (!list.success) return { ok: false, error: invalidProperty('messages') };
  if (list.data.length < 1 || list.data.length > MOST_MESSAGES)
    return refused([{ message: `Size must be between 1 and ${MOST_MESSAGES}`, property: 'messages' }]);
  const envelopes = list.data.map((message) => envelope.safeParse(message, { reportInput: true }));
  const complaints = envelopes.flatMap((result, index) =>
    result.success
      ? []
      : complaintsOf(result.error.issues, bodyDialect, ['messages', index]).map(nameTypes(index)),
  );
  if (complaints.length > 0) return refused(complaints);
  return judgeInsides(envelopes.flatMap((result) => (result.success ? [result.data] : [])));
}

function judgeInsides(envelopes: Envelope[]): Judgement {
  const messages: LineMessage[] = [];
  for (const [index, message] of envelopes.entries()) {
    if (message.type === 'flex') {
      const inside = flexContainer.safeParse(message.contents, { reportInput: true });
      if (!inside.success) return badInside(index, inside.error, flexDialect, []);
      messages.push({ ...message, contents: inside.data });
    } else if (message.type === 'template') {
      const inside = template.safeParse(message.template, { reportInput: true });
      if (!inside.success) return badInside(index, inside.error, templateDialect, ['template']);
      messages.push({ ...message, template: inside.data });
    } else messages.push(message);
  }
  return { ok: true, messages };
}

function badInside(index: number, error: z.ZodError, dialect: Dialect, root: string[]): Judgement {
  const details = complaintsOf(error.issues, dialect, root);
  return {
    ok: false,
    error: { message: `A message (messages[${index}]) in the request body is invalid`, details },
  };
}

/** An unknown type of message is answered with the list of those that there are. */
const nameTypes =
  (index: number) =>
  (complaint: Complaint): Complaint =>
    complaint.property === `messages[${index}].type`
      ? { ...complaint, message: `Must be one of the following values: [${MESSAGE_TYPES.join(', ')}]` }
      : complaint;

export const refused = (details: Complaint[]): { ok: false; error: ErrorBody } => ({
  ok: false,
  error: withDetails(details),
});

export const withDetails = (details: Complaint[]): ErrorBody => ({
  message: `The request body has ${details.length} error(s)`,
  details,
});

export const invalidProperty = (name: string): ErrorBody => ({
  message: `The property, '${name}', in the request body is invalid (line: -, column: -)`,
});
