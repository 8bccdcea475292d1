// POST /v2/bot/message/reply (reference: send-reply-message): free of charge, needs a fresh token, knows no retry key.
import { z } from 'zod';
import type { LineMessage } from '../../messages/message.ts';
import type { Platform } from '../../platform.ts';
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { Endpoint } from '../endpoint.ts';
import { checkMentions, readBody, readMessages } from '../read-request.ts';
import { refusal } from '../refusal.ts';
import { canHearReply, deliverMessages, recipientsOf } from './deliver-messages.ts';

const bodySchema = z.object({
  replyToken: z.string().min(1),
  messages: z.unknown(),
  notificationDisabled: z.boolean().default(false),
});
const tokenOnly = z.object({ replyToken: z.string() });

export const sendReply: Endpoint = {
  name: 'reply',
  method: 'POST',
  path: '/v2/bot/message/reply',
  rate: PER_SECOND_2000,
  chatOf(request, platform) {
    const { data } = tokenOnly.safeParse(request.body);
    return data && platform.replyTokens.chatOf(data.replyToken, platform.clock.now());
  },
  answer(request, platform) {
    const { replyToken, messages: raw, notificationDisabled } = readBody(bodySchema, request.body);
    const messages = readMessagesOrBurn(raw, replyToken, platform);
    const chatId = platform.replyTokens.chatOf(replyToken, platform.clock.now());
    if (chatId === undefined) throw refusal(400, 'Invalid reply token');
    checkMentions(platform, chatId, messages);
    const recipients = recipientsOf(platform, chatId, canHearReply);
    platform.replyTokens.burn(replyToken);
    const { requestId } = request;
    const sending = { chatId, messages, way: 'reply', requestId, notificationDisabled, recipients } as const;
    const sentMessages = deliverMessages(platform, sending);
    const messageIds = sentMessages.map(({ id }) => id);
    return { status: 200, body: { sentMessages }, messageIds, delivered: recipients.count > 0 };
  },
};

function readMessagesOrBurn(raw: unknown, replyToken: string, platform: Platform): LineMessage[] {
  try {
    return readMessages(raw);
  } catch (error) {
    if (platform.switches.validationErrorBurnsReplyToken) platform.replyTokens.burn(replyToken);
    throw error;
  }
}
