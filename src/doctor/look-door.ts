// The embedded database has room for one process. While the server has it, the server looks around in it for
// the doctor: a question over this machine's loopback, signed with the channel secret that both have. A question that
// somebody recorded is of no use a minute later.
import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type Router } from 'express';
import { z } from 'zod';
import { onlyFromHere } from '../core/this-machine.ts';
import type { DatabaseLook } from '../db/look-into.ts';
import type { Records } from '../records/doctor-facts.ts';

type Open = Extract<DatabaseLook<Records>, { kind: 'open' }>;

const path = '/doctor/look';
const header = 'x-madoguchi-signature';
const timeHeader = 'x-madoguchi-time';
const question = JSON.stringify({ asks: 'how the database stands' });
const withinMs = 10_000;

/** Both are on the same machine and go by its clock. */
const goodForMs = 60_000;

/** `time`: when it is asked, in ms since 1970. */
const signatureFor = (secret: string, time: string): Buffer =>
  Buffer.from(createHmac('sha256', secret).update(`${time}.${question}`).digest('base64'));

/**
 * For the server. Counts, the ids of admin chats and of keys; nothing of anybody's. 401: not signed with
 * `channelSecret`, or not within a minute of `now` (ms) · 403: not asked by a program of this machine.
 */
export function createLookDoor(
  channelSecret: string,
  look: () => Promise<Open>,
  now: () => number = Date.now,
): Router {
  const router = express.Router();
  const isSigned = (time: string, signature: string): boolean => {
    if (!/^\d{1,16}$/.test(time) || Math.abs(Number(time) - now()) > goodForMs) return false;
    const [given, expected] = [Buffer.from(signature), signatureFor(channelSecret, time)];
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  router.post(path, onlyFromHere, async (request, response) => {
    if (isSigned(request.get(timeHeader) ?? '', request.get(header) ?? '')) response.json(await look());
    else response.status(401).json({ error: `The ${header} header is missing, wrong or too old.` });
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
      // A server of an older version does not say.
      bookingsOfMonth: z.number().default(0),
      people: z.object({ all: z.number(), named: z.number(), askedToBeDeleted: z.number() }),
      sealedWith: z.array(z.object({ keyId: z.string(), values: z.number() })),
    })
    .optional(),
});

/** For the doctor. Undefined when the server at `origin` does not answer so: another secret, an older version. */
export async function askToLook(
  origin: string,
  channelSecret: string,
  now: () => number = Date.now,
): Promise<Open | undefined> {
  const time = String(now());
  const signature = signatureFor(channelSecret, time).toString();
  try {
    const answer = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [header]: signature, [timeHeader]: time },
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
