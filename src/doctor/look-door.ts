// The embedded database has room for one process. While the server has it, the server looks around in it for
// the doctor: a question over this machine's loopback, signed with the channel secret that both have.
import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type Router } from 'express';
import { z } from 'zod';
import type { DatabaseLook } from '../db/look-into.ts';
import type { Records } from './records.ts';

type Open = Extract<DatabaseLook<Records>, { kind: 'open' }>;

const path = '/doctor/look';
const header = 'x-madoguchi-signature';
const question = JSON.stringify({ asks: 'how the database stands' });
const withinMs = 10_000;

const signatureFor = (secret: string): string =>
  createHmac('sha256', secret).update(question).digest('base64');

/** For the server. Counts, the ids of admin chats and of keys; nothing of anybody's. 401: not signed with `channelSecret`. */
export function createLookDoor(channelSecret: string, look: () => Promise<Open>): Router {
  const router = express.Router();
  const expected = Buffer.from(signatureFor(channelSecret));
  router.post(path, async (request, response) => {
    const given = Buffer.from(request.get(header) ?? '');
    if (given.length === expected.length && timingSafeEqual(given, expected)) response.json(await look());
    else response.status(401).json({ error: `The ${header} header is missing or wrong.` });
  });
  return router;
}

const names = z.array(z.string());

const openLook = z.object({
  kind: z.literal('open'),
  engine: z.enum(['postgres', 'embedded']),
  majorVersion: z.number(),
  clockAheadMs: z.number(),
  mayMigrate: z.boolean(),
  migrations: z.object({ applied: names, pending: names, unknown: names, failed: names }),
  records: z
    .object({
      adminChats: names,
      rooms: z.number(),
      sealedWith: z.array(z.object({ keyId: z.string(), values: z.number() })),
    })
    .optional(),
});

/** For the doctor. Undefined when the server on that port does not answer so: another secret, an older version. */
export async function askToLook(port: number, channelSecret: string): Promise<Open | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [header]: signatureFor(channelSecret) },
      body: question,
      signal: AbortSignal.timeout(withinMs),
    });
    const { data } = openLook.safeParse(await answer.json());
    return data && { ...data, records: data.records };
  } catch {
    // The check of the server itself says what is wrong with it.
    return undefined;
  }
}
