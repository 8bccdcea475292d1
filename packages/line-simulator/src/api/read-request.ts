// Parts of request bodies that several endpoints share.
import { z } from 'zod';
import { bodyDialect, complaintsOf, type Dialect } from '../messages/complaints.ts';
import { judgeMessages, withDetails } from '../messages/judge-messages.ts';
import type { LineMessage } from '../messages/message.ts';
import type { Platform } from '../platform.ts';
import { isGroupId } from '../world/ids.ts';
import { Refusal } from './refusal.ts';

/** Reads the body, or refuses with LINE's list of what is wrong with it. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown, dialect: Dialect = bodyDialect): T {
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return result.data;
  throw new Refusal(400, withDetails(complaintsOf(result.error.issues, dialect)));
}

/** 1 to 5 faultless messages. */
export function readMessages(raw: unknown): LineMessage[] {
  const judgement = judgeMessages(raw);
  if (judgement.ok) return judgement.messages;
  throw new Refusal(400, judgement.error);
}

export const messagesOnly = z.object({ messages: z.unknown() });

/** What a push and a multicast may carry besides. Units are for LINE's statistics only. */
export const sendingOptions = {
  notificationDisabled: z.boolean().default(false),
  customAggregationUnits: z
    .array(z.string().regex(/^[a-zA-Z0-9_]{1,30}$/))
    .max(1)
    .optional(),
};

/**
 * Mentions are for groups, and for people who are in them; `everyone`: what is sent to many may not mention
 * anybody (reference: text-message-v2).
 */
export function checkMentions(
  platform: Platform,
  chatId: string | 'everyone',
  messages: readonly LineMessage[],
): void {
  const members = isGroupId(chatId) ? platform.world.groups.get(chatId)?.memberIds : undefined;
  for (const [index, message] of messages.entries()) {
    if (message.type !== 'textV2') continue;
    for (const part of Object.values(message.substitution ?? {})) {
      if (part.type !== 'mention') continue;
      const known = members && (part.mentionee.type === 'all' || members.has(part.mentionee.userId));
      if (!known)
        throw new Refusal(
          400,
          withDetails([{ message: 'invalid mention', property: `messages[${index}].substitution` }]),
        );
    }
  }
}
