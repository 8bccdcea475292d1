// LINE's door: signed events in, 200 once they are safe. LINE waits two seconds and may come again.
import { LINE_SIGNATURE_HTTP_HEADER_NAME, validateSignature } from '@line/bot-sdk';
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { traceOf } from '../core/log.ts';
import type { Incoming } from '../records/incoming.ts';
import { isTooOld, readEvent } from './read-event.ts';

export type WebhookDeps = {
  channelSecret: string;
  /** Puts all events of a request into safe keeping, at once or not at all. */
  accept: (incoming: Incoming[]) => Promise<void>;
  /** Whether the account that a body names is another one than ours. Left out: it never is. */
  isForeign?: (destination: string | undefined) => boolean;
  clock: Clock;
  log: Pick<Logger, 'debug' | 'warn' | 'error'>;
};

/** 1 MB: many times what LINE sends, and too little to hurt. */
const bodyLimit = 1_048_576;

const body = z.object({
  destination: z.string().optional().catch(undefined),
  events: z.array(z.unknown()),
});

/**
 * Serves `POST /webhook`. 200: kept, or nothing to keep (unknown, too old, for another account) · 400: no JSON
 * with a list of events · 401: the signature is missing or wrong · 413: over 1 MB · 500: could not be kept, so
 * LINE should deliver again.
 */
export function createWebhook(deps: WebhookDeps): Router {
  const router = express.Router();
  // The signature covers the exact bytes: nothing may parse or unpack them first.
  const raw = express.raw({ type: () => true, limit: bodyLimit, inflate: false });
  router.post('/webhook', requireSignature, raw, receive(deps), refuse);
  return router;
}

/** Before the body is read: who does not even claim to be LINE gets no memory of ours. */
const requireSignature: RequestHandler = (request, response, next) => {
  if (request.get(LINE_SIGNATURE_HTTP_HEADER_NAME)) return next();
  response.status(401).json({ error: 'The x-line-signature header is missing.' });
};

function receive({
  channelSecret,
  accept,
  isForeign = () => false,
  clock,
  log,
}: WebhookDeps): RequestHandler {
  return async (request, response) => {
    const receivedAt = clock.now().getTime();
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const signature = request.get(LINE_SIGNATURE_HTTP_HEADER_NAME) ?? '';
    if (!validateSignature(bytes, channelSecret, signature)) {
      response.status(401).json({ error: 'The x-line-signature header does not fit the body.' });
      return;
    }
    const read = readBody(bytes);
    if (read === undefined) {
      response.status(400).json({ error: 'The body is not JSON with a list of events.' });
      return;
    }
    const { events, destination } = read;
    if (events.length > 0 && isForeign(destination)) {
      log.warn({ events: events.length }, 'webhook events for another account are not handled');
      response.status(200).json({});
      return;
    }
    const incoming = readAll(events, receivedAt, log);
    try {
      if (incoming.length > 0) await accept(incoming);
    } catch (error) {
      log.error({ events: incoming.length, ...traceOf(error) }, 'webhook events could not be kept');
      response.status(500).json({ error: 'The events could not be kept. Please deliver them again.' });
      return;
    }
    response.status(200).json({});
  };
}

function readBody(bytes: Buffer): z.infer<typeof body> | undefined {
  try {
    return body.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

function readAll(events: unknown[], receivedAt: number, log: WebhookDeps['log']): Incoming[] {
  const incoming: Incoming[] = [];
  const ignored: string[] = [];
  let tooOld = 0;
  for (const event of events) {
    const read = readEvent(event, receivedAt);
    if (read === undefined) ignored.push(typeOf(event));
    else if (isTooOld(read)) tooOld += 1;
    else incoming.push(read);
  }
  if (tooOld > 0) log.warn({ events: tooOld }, 'webhook events older than six days are not handled');
  log.debug({ events: incoming.length, ignored }, 'webhook received');
  return incoming;
}

/** The name of an event's type and nothing else that a body may put in its place. */
const eventType = z.object({ type: z.string().regex(/^[a-zA-Z]{1,40}$/) });
const typeOf = (event: unknown): string => eventType.safeParse(event).data?.type ?? 'unreadable';

const httpError = z.object({ status: z.number().int().min(400).max(499) });

const refuse: ErrorRequestHandler = (error, _request, response, next) => {
  const status = httpError.safeParse(error).data?.status;
  if (status === undefined) return next(error);
  const tooLarge = `The body is larger than ${bodyLimit} bytes.`;
  response.status(status).json({ error: status === 413 ? tooLarge : 'The body could not be read.' });
};
