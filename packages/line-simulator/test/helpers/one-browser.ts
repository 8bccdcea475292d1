// Runs once before all tests: one browser for the run, of all projects that have this in their set-up. It starts when the
// first test wants a page; whoever asks at this door hears where it is.
import { once } from 'node:events';
import { createServer } from 'node:http';
import chromiumFiles from '@sparticuz/chromium';
import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the address of the browser. */
    browserDoor: string;
  }
}

async function launch(): Promise<BrowserServer> {
  return chromium.launchServer({
    executablePath: await chromiumFiles.executablePath(),
    // As root in a container there is no sandbox; without hinting, pictures are alike everywhere.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const root = project.vitest.getRootProject();
  if ('browserDoor' in root.getProvidedContext()) return undefined;
  let browser: Promise<BrowserServer> | undefined;
  const door = createServer((_, answer) => {
    browser ??= launch();
    browser.then(
      (started) => answer.end(started.wsEndpoint()),
      (error) => answer.writeHead(500).end(String(error)),
    );
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('The door has no port');
  root.provide('browserDoor', `http://127.0.0.1:${address.port}`);
  return async () => {
    door.close();
    await (await browser)?.close();
  };
}
