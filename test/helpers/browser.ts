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

/** One browser for each test file; closed when the file is done. */
export function useBrowser(): () => Promise<Page> {
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
async function openPage(): Promise<Page> {
  browser ??= launch();
  const context = await (await browser).newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  onTestFinished(async () => {
    await context.close();
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  });
  return page;
}
