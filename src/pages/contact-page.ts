// `/contact/TOKEN`: a person's name, phone and jobseeker number in full, for staff who have to call, and a form that puts them right.
import type { Router } from 'express';
import type { Detail } from '../../flows/vocabulary.ts';
import { receiptOf, slotOf } from '../booking/shown.ts';
import type { Tx } from '../db/client.ts';
import type { Booking, ContactLink } from '../db/generated/client.ts';
import type { Database } from '../db/open.ts';
import { showPhone } from '../messages/show-phone.ts';
import type { Words } from '../messages/words.ts';
import { getBooking } from '../records/bookings.ts';
import {
  contactMinutes,
  contactPath,
  findContactLink,
  isLongOver,
  openContactLink,
} from '../records/contact-links.ts';
import { type CompleteDetails, complete, readDetails, recordDetails } from '../records/personal-data.ts';
import { lockPerson, writePersonStep } from '../records/suspensions.ts';
import { detailsForm, readDetailsTyped, typedFrom, typedIn } from './details-form.ts';
import { createLinkedPage, type Sent } from './linked-page.ts';
import type { Block } from './page.ts';

export const createContactPage = (database: Database, { contactPage: words }: Words): Router => {
  const { sealer, clock } = database;

  /** `first`: what is said above it. */
  async function show(tx: Tx, link: ContactLink, first: readonly Block[] = []) {
    const booking = await openContactLink(tx, link, clock.now());
    const details = booking && (await detailsOf(tx, booking));
    if (!booking || !details) return null;
    const contact = { ...details, receipt: receiptOf(booking), slot: slotOf(booking) };
    const facts = words.facts({ ...contact, phone: showPhone(contact.phone) });
    const button = details.jobNumber === null ? words.form.recordNumber : words.form.correct;
    return [
      ...first,
      { kind: 'facts' as const, facts },
      { kind: 'form' as const, form: { act: 'edit', button, tone: 'plain' as const } },
      { kind: 'notes' as const, lines: words.note(contactMinutes) },
    ];
  }

  const detailsOf = async (tx: Tx, { personId }: Booking) =>
    complete(await readDetails(tx, sealer, personId));

  /** It changes with each of them, and says none. */
  const markOf = ({ name, phone, jobNumber }: CompleteDetails): string =>
    sealer.hash('contact.seen', JSON.stringify([name, phone, jobNumber]));

  /** Whose they are, while they may be seen: nobody else changes them until this is over. */
  async function held(tx: Tx, { bookingId }: ContactLink) {
    const booking = await getBooking(tx, bookingId);
    if (await isLongOver(tx, booking, clock.now())) return null;
    await lockPerson(tx, booking.personId);
    const details = await detailsOf(tx, booking);
    return details === undefined ? null : { booking, details };
  }

  async function edit(tx: Tx, link: ContactLink) {
    // It shows what the page shows: a look.
    if ((await openContactLink(tx, link, clock.now())) === null) return null;
    const found = await held(tx, link);
    if (found === null) return null;
    return [detailsForm(typedFrom(found.details), {}, markOf(found.details), words.form)];
  }

  async function save(tx: Tx, link: ContactLink, sent: Sent) {
    const found = await held(tx, link);
    if (found === null) return null;
    const { booking, details: before } = found;
    const typed = typedIn(sent);
    const reading = readDetailsTyped(typed);
    if (!reading.ok) return [detailsForm(typed, reading.errors, sent.seen ?? '', words.form)];
    const { details } = reading;
    const changed = (['name', 'phone', 'jobNumber'] as const).filter(
      (field) => details[field] !== before[field],
    );
    // Pressed twice, or nothing was changed.
    if (changed.length === 0) return show(tx, link, [{ kind: 'result', lines: words.form.asBefore }]);
    if (sent.seen !== markOf(before))
      return show(tx, link, [{ kind: 'warning', lines: words.form.changedSince }]);
    await recordDetails(tx, sealer, booking.personId, details);
    await note(tx, booking.personId, changed, link);
    return show(tx, link, [{ kind: 'result', lines: words.form.saved(changed) }]);
  }

  /** Which field and by whom, never what stood there. */
  async function note(tx: Tx, personId: string, changed: readonly Detail[], link: ContactLink) {
    const { chatId, staffId } = link;
    for (const reason of changed)
      await writePersonStep(
        tx,
        personId,
        { event: 'corrected', reason },
        { chatId, staffId, at: clock.now() },
      );
  }

  return createLinkedPage(database, {
    path: contactPath,
    words,
    find: (tx, token) => findContactLink(tx, sealer, token, clock.now()),
    show,
    act(tx, link, act, sent) {
      if (act === 'edit') return edit(tx, link);
      return act === 'save' ? save(tx, link, sent) : show(tx, link);
    },
  });
};
