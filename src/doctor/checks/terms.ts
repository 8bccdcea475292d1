// The terms that people agree to: the page behind the link must be there, and be the terms.
import { codeOf } from '../../core/log.ts';
import { broken, type Check, type Finding, right, warning } from '../check.ts';
import type { Page } from '../machine.ts';

const withinMs = 10_000;
const fix = 'Put the address of the full text of the terms into terms.url of the office profile.';
const lookYourself = `Open the address on a phone; if it does not open there either: ${fix}`;

export const terms: Check = {
  name: 'terms of use',
  needs: ['office profile'],
  async run({ office, machine }) {
    const { url } = office().terms;
    if (isTopPage(url)) return warning(`${url} is a top page and not the terms that people agree to.`, fix);
    try {
      return readPage(url, await machine.openPage(url, AbortSignal.timeout(withinMs)));
    } catch (error) {
      return notOpened(url, error);
    }
  },
};

function readPage(url: string, page: Page): Finding {
  if (page.status === 404 || page.status === 410)
    return broken(`The terms at ${url} are not there (HTTP ${page.status}).`, fix);
  // Firewalls refuse programs what they show to people.
  if (page.status !== 200) return warning(`The terms at ${url} answer HTTP ${page.status}.`, lookYourself);
  if (isTopPage(page.url))
    return warning(`${url} leads on to the top page ${page.url} and not to the terms.`, fix);
  return right(`The terms can be read at ${url}.`);
}

/** The bureaus of labour share one host: a bureau's top page is one folder below. */
function isTopPage(url: string): boolean {
  const { hostname, pathname } = new URL(url);
  const depth = pathname.split('/').filter((part) => part !== '').length;
  return depth === 0 || (hostname === 'jsite.mhlw.go.jp' && depth === 1);
}

/** People open it on their phones: that this machine cannot may be its own firewall. */
function notOpened(url: string, error: unknown): Finding {
  const reason = (error instanceof Error ? causeOf(error) : undefined) ?? 'no answer in time';
  return warning(`The terms at ${url} could not be opened from this machine (${reason}).`, lookYourself);
}

/** fetch wraps what happened on the wire. */
const causeOf = ({ cause }: Error): string | undefined =>
  cause instanceof Error ? codeOf(cause) : undefined;
