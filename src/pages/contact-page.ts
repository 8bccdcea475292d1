// `/contact/TOKEN`: a person's name, phone and jobseeker number in full, for staff who have to call her. Programs open
// addresses by themselves, to preview or to prefetch them, and they GET: so GET shows a button, and pressing it shows her.
import express, { type Request, type Response, type Router } from 'express';
import { receiptOf, slotOf } from '../booking/shown.ts';
import type { Database } from '../db/open.ts';
import { showPhone } from '../messages/show-phone.ts';
import type { Words } from '../messages/words.ts';
import { contactMinutes, contactPath, findContactLink, openContactLink } from '../records/contact-links.ts';
import { complete, readDetails } from '../records/personal-data.ts';
import { type Page, pageOf } from './page.ts';

/** GET: 200 with the button, and nothing of anybody · POST: 200 with the contact · 404: too old, or never given. */
export function createContactPage({ prisma, sealer, clock }: Database, { contactPage }: Words): Router {
  const router = express.Router();
  const { facts, note } = contactPage;
  const { answer, answerGone, answerButton } = answersIn(contactPage);
  const find = (token: string) => findContactLink(prisma, sealer, token, clock.now());
  router.get(`${contactPath}:token`, async (request, response) => {
    if ((await find(request.params.token)) === null) return answerGone(response);
    answerButton(response);
  });
  router.post(`${contactPath}:token`, async (request, response) => {
    const link = await find(request.params.token);
    if (link === null) return answerGone(response);
    if (!isPressedHere(request)) return answerButton(response);
    const contact = await prisma.$transaction(async (tx) => {
      const booking = await openContactLink(tx, link, clock.now());
      if (booking === null) return undefined;
      const details = complete(await readDetails(tx, sealer, booking.personId));
      return details && { ...details, receipt: receiptOf(booking), slot: slotOf(booking) };
    });
    if (contact === undefined) return answerGone(response);
    const shown = facts({ ...contact, phone: showPhone(contact.phone) });
    answer(response, 200, { facts: shown, notes: note(contactMinutes) });
  });
  return router;
}

/** Not sent by another page. Browsers that do not say where from are believed: the address is the secret. */
function isPressedHere(request: Request): boolean {
  return ['same-origin', 'none'].includes(request.get('sec-fetch-site') ?? 'none');
}

type Content = Omit<Page, 'language' | 'title'>;

function answersIn({ language, title, button, before, gone }: Words['contactPage']) {
  const answer = (response: Response, status: number, content: Content): void =>
    send(response, status, { language, title, ...content });
  return {
    answer,
    answerGone: (response: Response): void => answer(response, 404, { notes: gone }),
    answerButton: (response: Response): void => answer(response, 200, { button, notes: before }),
  };
}

/** Kept by nobody on the way, framed and followed by nobody; its one style is its own, its one form leads to itself. */
function send(response: Response, status: number, page: Page): void {
  const { html, styleHash } = pageOf(page);
  const formAction = page.button === undefined ? "'none'" : "'self'";
  response
    .status(status)
    .set({
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src '${styleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action ${formAction}`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    })
    .type('html')
    .send(html);
}
