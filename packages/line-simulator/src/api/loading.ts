// POST /v2/bot/chat/loading/start (reference: display-a-loading-indicator).
import { z } from 'zod';
import type { Complaint } from '../messages/complaints.ts';
import { withDetails } from '../messages/judge-messages.ts';
import { PER_SECOND_100 } from '../rules/rate-limits.ts';
import { chatOf } from '../world/chats.ts';
import { isUserId } from '../world/ids.ts';
import type { Endpoint } from './endpoint.ts';
import { readBody } from './read-request.ts';
import { Refusal } from './refusal.ts';

const bodySchema = z.object({ chatId: z.string().min(1), loadingSeconds: z.number().int().default(20) });
const chatOnly = z.object({ chatId: z.string() });

export const startLoading: Endpoint = {
  name: 'loading',
  method: 'POST',
  path: '/v2/bot/chat/loading/start',
  rate: PER_SECOND_100,
  chatOf: (request) => chatOnly.safeParse(request.body).data?.chatId,
  answer(request, { world, clock, changes }) {
    const { chatId, loadingSeconds } = readBody(bodySchema, request.body);
    const complaints = [...complaintsOfChat(chatId), ...complaintsOfSeconds(loadingSeconds)];
    if (complaints.length > 0) throw new Refusal(400, withDetails(complaints));
    // Strangers and those who have blocked the account see nothing, and nobody says so.
    if (world.people.get(chatId)?.friendship === 'friend') {
      chatOf(world, chatId, 'user').loadingUntil = clock.now() + loadingSeconds * 1000;
      changes.tell();
      // Whoever looks at the chat has to see that it is over.
      setTimeout(changes.tell, loadingSeconds * 1000).unref();
    }
    return { status: 202, body: {} };
  },
};

function complaintsOfChat(chatId: string): Complaint[] {
  if (isUserId(chatId)) return [];
  const message =
    'Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.';
  return [{ message, property: 'chatId' }];
}

function complaintsOfSeconds(seconds: number): Complaint[] {
  const complaint = (message: string): Complaint => ({ message, property: 'loadingSeconds' });
  return [
    ...(seconds < 5 || seconds > 60 ? [complaint('Must be between 5 and 60')] : []),
    ...(seconds % 5 === 0 ? [] : [complaint('must be a multiple of five')]),
  ];
}
