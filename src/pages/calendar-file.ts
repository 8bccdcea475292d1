// A consultation as an iCalendar file (RFC 5545). Calendars are shared, with a family or an employer: the times, and a name that tells
// nothing.
import type { Booking } from '../db/generated/client.ts';

/** `20261201T010000Z` */
const utc = (date: Date): string => date.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

/** `summary`: one short line. A newer file of the same booking takes the place of an older one. */
export const calendarFile = (
  { id, version, startsAt, endsAt }: Pick<Booking, 'id' | 'version' | 'startsAt' | 'endsAt'>,
  { summary, madeAt }: { summary: string; madeAt: Date },
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//madoguchi//madoguchi//JA',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@madoguchi`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${summary}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
