// Control calls: what can be seen, and waiting for it.
import { z } from 'zod';
import type { ChatView } from '../handles/view.ts';
import type { Simulator } from '../simulator.ts';
import { isGroupId } from '../world/ids.ts';
import { bare, route } from './route.ts';

const wait = z.object({ text: z.string().optional(), timeoutMs: z.number().int().min(1).optional() });

const viewOf = (simulator: Simulator, chatId = ''): ChatView =>
  isGroupId(chatId) ? simulator.findGroup(chatId) : simulator.findPerson(chatId);

export const chatRoutes = [
  bare('GET', '/chats/{chatId}', ({ simulator, params }) => {
    const view = viewOf(simulator, params.chatId);
    return {
      screen: view.screen(),
      story: view.story(),
      buttons: view.buttons(),
      allButtons: view.allButtons(),
      isLoading: view.isLoading(),
      messages: view.messages(),
      entries: view.entries(),
    };
  }),
  route('POST', '/chats/{chatId}/receives', wait, ({ simulator, params, body: { text, timeoutMs } }) =>
    viewOf(simulator, params.chatId).receives(text, { timeoutMs }),
  ),
  bare('GET', '/transcript', ({ simulator }) => ({
    chats: [...simulator.people(), ...simulator.groups()].map((one) => ({
      id: 'groupId' in one ? one.groupId : one.userId,
      entries: one.entries(),
    })),
    calls: simulator.calls,
    deliveries: simulator.webhooks.deliveries,
  })),
  bare('DELETE', '/transcript', ({ simulator }) => simulator.forgetLogs()),
];
