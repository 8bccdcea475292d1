// A browser for tests, from npm alone: no system package, no download.
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, inject, onTestFinished } from 'vitest';
import './one-browser.ts';

let browser: Promise<Browser> | undefined;

/** The run's one browser (one-browser.ts). */
async function connect(): Promise<Browser> {
  const answer = await fetch(inject('browserDoor'));
  if (!answer.ok) throw new Error(`The browser does not start: ${await answer.text()}`);
  return chromium.connect(await answer.text());
}

/** The page tells Japanese time wherever the browser is, so no test's browser is in Japan. */
const ELSEWHERE = 'America/St_Johns';

/** `forgives`: complaints that are meant to happen, such as Chromium's line about each answer of 4xx. */
export type PageOptions = { forgives?: RegExp };

/** Pages in the browser of the run; the connection is closed when the file is done. */
export function useBrowser(): (options?: PageOptions) => Promise<Page> {
  afterAll(async () => {
    await (await browser)?.close();
    browser = undefined;
  });
  return openPage;
}

/**
 * A page of its own, closed with the test. What the page's own code complains of fails the test: an error
 * nobody caught, a line on the console, a file that is not there.
 */
async function openPage({ forgives }: PageOptions = {}): Promise<Page> {
  browser ??= connect();
  const context = await (await browser).newContext({ locale: 'ja-JP', timezoneId: ELSEWHERE });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  onTestFinished(async () => {
    await context.close();
    const unmeant = complaints.filter((complaint) => !forgives?.test(complaint));
    if (unmeant.length > 0) throw new Error(`The page complained:\n${unmeant.join('\n')}`);
  });
  return page;
}

/**
 * Goes there; resolves at once when what the selector means is drawn. Playwright's own waiting looks again only after
 * half a second when a page needs longer than a fourth of one.
 */
export async function show(page: Page, url: string, selector: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(`new Promise((drawn) => {
    const look = () => document.querySelector(${JSON.stringify(selector)}) && drawn();
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    look();
  })`);
}
