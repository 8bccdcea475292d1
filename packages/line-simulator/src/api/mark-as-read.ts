// POST /v2/bot/chat/markAsRead (reference: mark-as-read): that message, and all before it in the chat.
import { z } from 'zod';
import { PER_SECOND_2000 } from '../rules/rate-limits.ts';
import { markRead } from '../world/read-marks.ts';
import type { Endpoint } from './endpoint.ts';
import { readBody } from './read-request.ts';
import { refusal } from './refusal.ts';

const bodySchema = z.object({ markAsReadToken: z.string().min(1) });

export const markAsRead: Endpoint = {
  name: 'mark-as-read',
  method: 'POST',
  path: '/v2/bot/chat/markAsRead',
  rate: PER_SECOND_2000,
  chatOf(request, { readTokens }) {
    const { data } = bodySchema.safeParse(request.body);
    return data && readTokens.find(data.markAsReadToken)?.chatId;
  },
  answer(request, { readTokens, world, changes }) {
    const { markAsReadToken } = readBody(bodySchema, request.body);
    const place = readTokens.find(markAsReadToken);
    if (!place)
      throw refusal(
        400,
        'Invalid markAsReadToken. Tokens must be used by the bot that received them via Webhook.',
      );
    const chat = world.chats.get(place.chatId);
    if (chat) markRead(chat, ({ id }) => id === place.messageId);
    changes.tell();
    return { status: 200, body: {} };
  },
};
