// Control calls: bytes to be shown, and the tokens that a web page opened in LINE would hold.
import { z } from 'zod';
import { Bytes, bare, route } from './route.ts';

const wantedToken = z.object({ nonce: z.string().optional() });

export const contentRoutes = [
  bare(
    'GET',
    '/messages/{messageId}/content',
    ({ simulator, params: { messageId = '' } }) => new Bytes(simulator.messageContent(messageId)),
  ),
  bare(
    'GET',
    '/rich-menus/{richMenuId}/image',
    ({ simulator, params: { richMenuId = '' } }) => new Bytes(simulator.richMenuPicture(richMenuId)),
  ),
  route('POST', '/people/{userId}/tokens', wantedToken, ({ simulator, params: { userId = '' }, body }) => {
    const person = simulator.findPerson(userId);
    return { idToken: person.idToken(body), accessToken: person.liffAccessToken() };
  }),
];
