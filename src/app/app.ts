// The HTTP side: LINE's webhook, the health check, the doctor's door, and where it is allowed the clock and a look inside.
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Environment } from '../config/environment.ts';
import { inboxJobs } from '../conversation/inbox-jobs.ts';
import { createIntake } from '../conversation/intake.ts';
import { traceOf } from '../core/log.ts';
import { onlyFromHere } from '../core/this-machine.ts';
import { isControlled } from '../db/controlled-clock.ts';
import { lookAround } from '../db/look-into.ts';
import type { Database } from '../db/open.ts';
import { createLookDoor } from '../doctor/look-door.ts';
import type { OwnId } from '../line/own-id.ts';
import type { QuotaWatch } from '../line/quota-watch.ts';
import type { LineReach } from '../line/reach.ts';
import { createWebhook } from '../line/webhook.ts';
import type { Words } from '../messages/words.ts';
import { createCalendarPage } from '../pages/calendar-page.ts';
import { createCallPage } from '../pages/call-page.ts';
import { createContactPage } from '../pages/contact-page.ts';
import { createRegisterPage } from '../pages/register-page.ts';
import { readRecords } from '../records/doctor-facts.ts';
import { createChatView } from './dev-chats.ts';
import { createClockControl } from './dev-clock.ts';
import { lookAtHealth } from './health.ts';

type Parts = {
  env: Environment;
  database: Database;
  words: Words;
  /** Their names, where the office has any. */
  counsellors?: readonly string[] | undefined;
  ownId?: OwnId;
  reach: Pick<LineReach, 'trouble'>;
  quota?: Pick<QuotaWatch, 'trouble'>;
  /** More pages for staff, which need more than words. */
  pages?: readonly Router[];
  log: Logger;
};

export function createApp(parts: Parts): Express {
  const { env, database, words, counsellors, ownId, reach, quota, pages = [], log } = parts;
  const { queue, clock } = database;
  const app = express();
  app.disable('x-powered-by');
  app.use(
    createWebhook({
      channelSecret: env.LINE_CHANNEL_SECRET,
      ...(ownId && { isForeign: ownId.isForeign }),
      clock,
      log,
      accept: createIntake({
        log,
        // One statement; an event that came before has the same id and is no news.
        put: (incoming) => queue.put('inbox', inboxJobs(incoming)),
      }),
    }),
  );
  app.get('/healthz', async (_, response) => {
    const trouble = reach.trouble();
    const { healthy, problems } = await lookAtHealth(database, trouble, quota?.trouble());
    response.status(healthy ? 200 : 503).json({
      healthy,
      ...(problems.length > 0 && { problems }),
      ...(trouble && { lineTakesNoCalls: { status: trouble.status, since: trouble.since } }),
    });
  });
  app.use(
    createContactPage(database, words),
    createCallPage(database, words),
    createCalendarPage(database, words),
    createRegisterPage(database, words, counsellors),
    ...pages,
  );
  app.use(createLookDoor(env.LINE_CHANNEL_SECRET, () => lookAround(database, readRecords)));
  if (isControlled(clock)) {
    app.use('/dev', onlyFromHere);
    app.use(createClockControl(clock), createChatView(database));
  }
  app.use(nothingHere);
  app.use(answerFailure(log));
  return app;
}

/** Says nothing back of what was asked for. */
const nothingHere: RequestHandler = (_request, response) => {
  response.status(404).json({ error: 'There is nothing here.' });
};

const mistakeOfTheirs = z.object({ status: z.number().int().min(400).max(499) });

/** What nobody foresaw: a line in the log without what was sent, and an answer without its insides. */
const answerFailure =
  (log: Logger): ErrorRequestHandler =>
  (error, _request, response, next) => {
    // Whoever sends such a thing should hear of it, not whoever reads the log: an address that is none, a body too large.
    const refused = mistakeOfTheirs.safeParse(error).data;
    if (refused !== undefined && !response.headersSent) {
      response.status(refused.status).json({ error: 'The request cannot be read.' });
      return;
    }
    log.error(traceOf(error), 'A request failed');
    if (response.headersSent) return next(error);
    response.status(500).json({ error: 'Something went wrong here. The log says where.' });
  };
