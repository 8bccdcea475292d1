// `/contact/TOKEN`: a person's name, phone and jobseeker number in full, for staff who have to call.
import type { Router } from 'express';
import { receiptOf, slotOf } from '../booking/shown.ts';
import type { Database } from '../db/open.ts';
import { showPhone } from '../messages/show-phone.ts';
import type { Words } from '../messages/words.ts';
import { contactMinutes, contactPath, findContactLink, openContactLink } from '../records/contact-links.ts';
import { complete, readDetails } from '../records/personal-data.ts';
import { createStaffPage } from './staff-page.ts';

export const createContactPage = (database: Database, { contactPage: words }: Words): Router => {
  const { sealer, clock } = database;
  return createStaffPage(database, {
    path: contactPath,
    words,
    find: (tx, token) => findContactLink(tx, sealer, token, clock.now()),
    async show(tx, link) {
      const booking = await openContactLink(tx, link, clock.now());
      const details = booking && complete(await readDetails(tx, sealer, booking.personId));
      if (!booking || !details) return null;
      const contact = { ...details, receipt: receiptOf(booking), slot: slotOf(booking) };
      const facts = words.facts({ ...contact, phone: showPhone(contact.phone) });
      return [
        { kind: 'facts', facts },
        { kind: 'notes', lines: words.note(contactMinutes) },
      ];
    },
  });
};
