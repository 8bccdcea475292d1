// Control calls: what is on people's phones.
import { bare } from './route.ts';

export const phoneRoutes = [
  bare('GET', '/people/{userId}/phone', ({ simulator, params: { userId = '' } }) => simulator.phone(userId)),
  bare('GET', '/people/{userId}/chats/{chatId}', ({ simulator, params: { userId = '', chatId = '' } }) =>
    simulator.openChat(userId, chatId),
  ),
];
