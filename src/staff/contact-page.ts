// `GET /contact/TOKEN`: a person's name, phone and jobseeker number in full, for staff who have to call her.
import express, { type Response, type Router } from 'express';
import { complete, readDetails } from '../conversation/personal-data.ts';
import { showPhone } from '../conversation/reading/phone.ts';
import { receiptOf, slotOf } from '../conversation/views.ts';
import type { Database } from '../db/open.ts';
import { ja } from '../messages/ja/index.ts';
import { contactMinutes, contactPath, openContactLink } from './contact-links.ts';
import { pageOf } from './page.ts';

/** 200 with the page · 404: too old, or never given; the page says how to get another. */
export function createContactPage({ prisma, sealer, clock }: Database): Router {
  const router = express.Router();
  router.get(`${contactPath}:token`, async (request, response) => {
    const contact = await prisma.$transaction(async (tx) => {
      const booking = await openContactLink(tx, sealer, request.params.token, clock.now());
      if (booking === null) return undefined;
      const details = complete(await readDetails(tx, sealer, booking.personId));
      return details && { ...details, receipt: receiptOf(booking), slot: slotOf(booking) };
    });
    const { title, language, facts, note, gone } = ja.contactPage;
    if (contact === undefined) return answer(response, 404, pageOf({ language, title, notes: gone }));
    const shown = facts({ ...contact, phone: showPhone(contact.phone) });
    answer(response, 200, pageOf({ language, title, facts: shown, notes: note(contactMinutes) }));
  });
  return router;
}

/** Kept by nobody on the way, framed and followed by nobody; its one style is its own. */
function answer(response: Response, status: number, { html, styleHash }: ReturnType<typeof pageOf>): void {
  response
    .status(status)
    .set({
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src '${styleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    })
    .type('html')
    .send(html);
}
