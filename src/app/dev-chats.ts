// `CLOCK_CONTROL=1`, for tests and the demo: tells where a chat stands, to be drawn. Never personal data.
import express, { type Router } from 'express';
import type { Database } from '../db/open.ts';
import { lookInside } from '../inside/look-inside.ts';
import { withoutNul } from '../line/without-nul.ts';

/** `GET /dev/chats/:chatId`: an `Inside` · 404: nothing is known of that chat. */
export function createChatView({ prisma, sealer, clock }: Database): Router {
  const router = express.Router();
  router.get('/dev/chats/:chatId', async (request, response) => {
    const inside = await lookInside(prisma, sealer, withoutNul(request.params.chatId), clock.now());
    if (inside) response.json(inside);
    else response.status(404).json({ error: 'Nothing is known of that chat.' });
  });
  return router;
}
