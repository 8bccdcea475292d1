// Control calls: what is on people's phones.
import { bare } from './route.ts';

export const phoneRoutes = [
  bare('GET', '/people/{userId}/phone', ({ simulator, params: { userId = '' } }) => simulator.phone(userId)),
  bare('GET', '/people/{userId}/chats/{chatId}', ({ simulator, params: { userId = '', chatId = '' } }) =>
    simulator.openChat(userId, chatId),
  ),
  bare('GET', '/people/{userId}/chats/{chatId}/newest/{count}', ({ simulator, params }) => {
    const { userId = '', chatId = '', count = '' } = params;
    if (!/^[1-9]\d{0,8}$/.test(count)) throw new Error(`Not a number of entries: ${count}`);
    return simulator.openChat(userId, chatId, Number(count));
  }),
];
