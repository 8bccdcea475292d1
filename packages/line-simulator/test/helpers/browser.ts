// A browser for tests, from npm alone: no system package, no download.
import chromiumFiles from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';

let browser: Promise<Browser> | undefined;

async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumFiles.executablePath(),
    // As root in a container there is no sandbox; without hinting, pictures are alike everywhere.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
}

/** The page tells Japanese time wherever the browser is, so no test's browser is in Japan. */
const ELSEWHERE = 'America/St_Johns';

/** `forgives`: complaints that are meant to happen, such as Chromium's line about each answer of 4xx. */
export type PageOptions = { forgives?: RegExp };

/** One browser for each test file; closed when the file is done. */
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
  browser ??= launch();
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
