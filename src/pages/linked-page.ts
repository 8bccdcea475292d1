// A page that staff, or a person, open by an address of their chat. Programs open addresses by themselves, to preview or to prefetch them, and
// they GET: so GET shows a button, and pressing it shows the page. Its forms POST to its own address, and nowhere else.
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Tx } from '../db/client.ts';
import type { Database } from '../db/open.ts';
import type { LinkedPageWords } from '../messages/words.ts';
import { type Block, pageOf } from './page.ts';

/** What was sent with a form, by the names of its fields. Nothing of it has been looked at. */
export type Sent = Readonly<Record<string, string>>;

/** A file to be kept, instead of a page. */
export type Download = { file: string; type: string; body: string };

/** Each in a transaction that may put jobs; null: there is nothing to be seen (any more). */
export type LinkedPage<Link> = {
  /** The token follows. */
  path: string;
  words: LinkedPageWords;
  /** Null for an address that is too old, or was never given. */
  find(tx: Tx, token: string): Promise<Link | null>;
  /** After the press. */
  show(tx: Tx, link: Link): Promise<readonly Block[] | Download | null>;
  /** What one of its forms does, by the form's `act`. It may be pressed twice, and by two. */
  act?(tx: Tx, link: Link, act: string, sent: Sent): Promise<readonly Block[] | Download | null>;
  /** It has tables. */
  isWide?: true;
};

/** GET: 200 with the button, and nothing of anybody · POST: 200 with the page · 404: too old, or never given. */
export function createLinkedPage<Link>({ prisma, queue }: Database, page: LinkedPage<Link>): Router {
  const router = express.Router();
  const { language, title, button, before, gone } = page.words;
  const answer = (response: Response, status: number, blocks: readonly Block[]): void =>
    send(response, status, { language, title, blocks, isWide: page.isWide });
  const answerGone = (response: Response): void => answer(response, 404, [{ kind: 'notes', lines: gone }]);
  const answerButton = (response: Response): void =>
    answer(response, 200, [
      { kind: 'notes', lines: before },
      { kind: 'form', form: { button } },
    ]);
  router.get(`${page.path}:token`, async (request, response) => {
    if ((await page.find(prisma, request.params.token)) === null) return answerGone(response);
    answerButton(response);
  });
  router.post(`${page.path}:token`, readForm, async (request, response) => {
    const { token } = request.params;
    if (token === undefined || (await page.find(prisma, token)) === null) return answerGone(response);
    if (!isPressedHere(request)) return answerButton(response);
    const { act, ...sent } = sentWith(request);
    const blocks = await queue.transaction(async (tx) => {
      const link = await page.find(tx, token);
      if (link === null) return null;
      if (act === undefined || page.act === undefined) return page.show(tx, link);
      return page.act(tx, link, act, sent);
    });
    if (blocks === null) return answerGone(response);
    if ('file' in blocks) return sendFile(response, blocks);
    answer(response, 200, blocks);
  });
  return router;
}

/** Kept by nobody on the way, and never shown as a page. */
function sendFile(response: Response, { file, type, body }: Download): void {
  const plain = file.replaceAll(/[^\w.-]/g, '').replace(/^\W+/, '');
  response
    .status(200)
    .set({
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    })
    .type(type)
    .send(body);
}

/** Longer than any form of ours; more is refused with 413. */
const readForm = express.urlencoded({ extended: false, limit: '16kb', parameterLimit: 60 });

/** Of a name that was sent twice none is taken. */
const fields = z.record(z.string(), z.unknown());

function sentWith(request: Request): Record<string, string> {
  const sent = fields.safeParse(request.body).data ?? {};
  return Object.fromEntries(
    Object.entries(sent).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

/** Not sent by another page. Browsers that do not say where from are believed: the address is the secret. */
function isPressedHere(request: Request): boolean {
  return ['same-origin', 'none'].includes(request.get('sec-fetch-site') ?? 'none');
}

/** Kept by nobody on the way, framed and followed by nobody; its one style is its own, its forms lead to itself. */
function send(response: Response, status: number, page: Parameters<typeof pageOf>[0]): void {
  const { html, styleHash } = pageOf(page);
  const formAction = page.blocks.some(({ kind }) => kind === 'form') ? "'self'" : "'none'";
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
