// `/register/TOKEN`: the bookings of a month, to be printed or taken along as a file. Every look is on record.
import type { Router } from 'express';
import { isPersonNotice, looks } from '../booking/person-notices.ts';
import { moment, receiptOf, slotOf } from '../booking/shown.ts';
import type { Tx } from '../db/client.ts';
import type { PageLink } from '../db/generated/client.ts';
import type { Database } from '../db/open.ts';
import type { RegisterRow } from '../messages/facts-register.ts';
import type { Words } from '../messages/words.ts';
import { openMemberName } from '../records/admin-chats.ts';
import { choicesOf } from '../records/booking-requests.ts';
import { countOpinions } from '../records/opinions.ts';
import { countLook, findPageLink, pageMinutes, pagePath } from '../records/page-links.ts';
import { openJobNumber, openName } from '../records/personal-data.ts';
import {
  bookingsOfMonth,
  monthAsked,
  noteRegisterLook,
  type RegisterBooking,
  type RegisterLookName,
} from '../records/register.ts';
import { csvOf } from './csv.ts';
import { createLinkedPage } from './linked-page.ts';
import type { Block } from './page.ts';

/** `counsellors`: their names, where the office has any. */
export function createRegisterPage(
  database: Database,
  { registerPage: words }: Words,
  counsellors: readonly string[] = [],
): Router {
  const { sealer, clock } = database;

  function rowOf(booking: RegisterBooking): RegisterRow {
    const by = (step: RegisterBooking['steps'][number] | undefined) =>
      step?.staff ? openMemberName(sealer, step.staff) : null;
    const steps = booking.steps.filter(({ event }) => !isPersonNotice(event) && !isLook(event));
    return {
      ...{ slot: slotOf(booking), receipt: receiptOf(booking), state: booking.state },
      name: openName(sealer, booking.person),
      jobNumber: openJobNumber(sealer, booking.person),
      choices: choicesOf(booking),
      counsellor: counsellors[booking.counsellor] ?? String(booking.counsellor + 1),
      decidedBy: by(steps.findLast(({ actor, event }) => actor === 'staff' && event !== 'request')),
      history: steps.map((step) => ({ event: step.event, at: moment(step.at), by: by(step) })),
    };
  }

  /** Null: it was looked at too often. */
  async function rowsFor(tx: Tx, link: PageLink, event: RegisterLookName) {
    const month = await monthAsked(tx, link.subject);
    if (month === null || !(await countLook(tx, link))) return null;
    const at = clock.now();
    const { chatId, staffId } = link;
    await noteRegisterLook(tx, { month, event }, { chatId, staffId, at });
    return { month, rows: (await bookingsOfMonth(tx, month)).map(rowOf) };
  }

  async function show(tx: Tx, link: PageLink): Promise<readonly Block[] | null> {
    const found = await rowsFor(tx, link, 'seen');
    if (found === null) return null;
    const { month, rows } = found;
    const opinions = await countOpinions(tx, month);
    return [
      { kind: 'table', caption: words.sumsCaption(month), ...words.sums(rows, opinions), isShort: true },
      { kind: 'table', caption: words.caption(month, rows.length), ...tableOf(rows) },
      { kind: 'form', form: { act: 'download', button: words.download } },
      { kind: 'notes', lines: words.note(pageMinutes.register) },
    ];
  }

  const tableOf = (rows: readonly RegisterRow[]) => ({ head: words.columns, rows: rows.map(words.cells) });

  return createLinkedPage<PageLink>(database, {
    path: pagePath('register'),
    words,
    isWide: true,
    find: (tx, token) => findPageLink(tx, sealer, token, { purpose: 'register', at: clock.now() }),
    show,
    async act(tx, link, act) {
      if (act !== 'download') return show(tx, link);
      const found = await rowsFor(tx, link, 'downloaded');
      if (found === null) return null;
      const { head, rows } = tableOf(found.rows);
      return {
        file: words.fileName(found.month),
        type: 'text/csv; charset=utf-8',
        body: csvOf([head, ...rows]),
      };
    },
  });
}

const isLook = (event: string): boolean => (looks as readonly string[]).includes(event);
