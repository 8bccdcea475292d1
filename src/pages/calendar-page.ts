// `/calendar/TOKEN`: a button that gives the file for a person's own calendar.
import type { Router } from 'express';
import type { PageLink } from '../db/generated/client.ts';
import type { Database } from '../db/open.ts';
import type { Words } from '../messages/words.ts';
import { findBooking } from '../records/bookings.ts';
import { countLook, findPageLink, pagePath } from '../records/page-links.ts';
import { calendarFile } from './calendar-file.ts';
import { createLinkedPage } from './linked-page.ts';

export function createCalendarPage(database: Database, { calendarPage: words }: Words): Router {
  const { sealer, clock } = database;
  return createLinkedPage<PageLink>(database, {
    path: pagePath('calendar'),
    words,
    find: (tx, token) => findPageLink(tx, sealer, token, { purpose: 'calendar', at: clock.now() }),
    async show(tx, link) {
      const booking = await findBooking(tx, link.subject);
      if (booking?.state !== 'confirmed' || !(await countLook(tx, link))) return null;
      return {
        file: words.fileName,
        type: 'text/calendar; charset=utf-8',
        body: calendarFile(booking, { summary: words.summary, madeAt: clock.now() }),
      };
    },
  });
}
