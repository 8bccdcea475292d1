// `CLOCK_CONTROL=1`, for tests and the demo: tells the server's time, and puts it forward.
import express, { type ErrorRequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import { ClockBackwardsError, type ControlledClock } from '../db/controlled-clock.ts';

const body = z.object({ now: z.iso.datetime({ offset: true }) });

/** `GET` and `PUT /dev/clock`. 200 once what became due is on its way · 400: no time · 409: backwards. */
export function createClockControl(clock: ControlledClock): Router {
  const router = express.Router();
  router.get('/dev/clock', (_, response) => {
    response.json({ now: clock.now().toISOString() });
  });
  router.put('/dev/clock', express.json(), async (request, response) => {
    const wanted = body.safeParse(request.body);
    if (!wanted.success) return sayHow(response);
    try {
      await clock.moveTo(new Date(wanted.data.now));
    } catch (error) {
      if (!(error instanceof ClockBackwardsError)) throw error;
      response.status(409).json({ error: `Time only goes forward: ${error.message}.` });
      return;
    }
    response.json({ now: clock.now().toISOString() });
  });
  router.use('/dev/clock', refuseBroken);
  return router;
}

function sayHow(response: Response): void {
  response.status(400).json({ error: 'Send {"now":"2026-12-01T09:50:00+09:00"}.' });
}

/** Express would print a body that is no JSON, with a stack trace. */
const refuseBroken: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof SyntaxError) sayHow(response);
  else next(error);
};
