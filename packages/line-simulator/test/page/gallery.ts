// Opens a simulator's page with all messages of one chat side by side.
import type { messagingApi } from '@line/bot-sdk';
import type { Page } from 'playwright-core';
import type { Group } from '../../src/handles/group.ts';
import type { Person } from '../../src/handles/person.ts';
import type { Simulator } from '../../src/simulator.ts';
import { clientOf, simulatorForTest } from '../helpers/bot.ts';
import { show } from '../helpers/browser.ts';

const MOST_IN_ONE_CALL = 5;
/** What a screen of 320 px leaves to a chat (one of 640 px at 200 % zoom), a phone, a screen on a desk. */
export const WIDTHS = [278, 360, 1280] as const;

/** Stands for every picture; `missing.png` is what a bot's server answers with when there is none. */
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="90" height="60" fill="#c66"/></svg>';

export type Stage = { simulator: Simulator; hanako: Person; desk: Group };

/** A group, where mentions are allowed too, with these messages of the account in it. */
export async function stageWith(messagesFor: (userId: string) => messagingApi.Message[]): Promise<Stage> {
  const simulator = await simulatorForTest();
  const hanako = simulator.person('浜松 花子');
  const desk = simulator.group('窓口', [hanako]);
  await desk.invitesBot();
  const messages = messagesFor(hanako.userId);
  for (let from = 0; from < messages.length; from += MOST_IN_ONE_CALL)
    await clientOf(simulator).pushMessage({
      to: desk.groupId,
      messages: messages.slice(from, from + MOST_IN_ONE_CALL),
    });
  return { simulator, hanako, desk };
}

export async function openGallery(page: Page, { simulator, desk }: Stage): Promise<void> {
  await page.route('https://example.com/**', (route) =>
    route.fulfill(
      route.request().url().endsWith('missing.png')
        ? { contentType: 'text/html', body: 'no picture' }
        : { contentType: 'image/svg+xml', body: PICTURE },
    ),
  );
  await show(page, `${simulator.origin}/?gallery=${desk.groupId}`, '.gallery-cell');
}

/** A screen of that width, drawn to the end: letters loaded and fitted. */
export async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(
    'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))',
  );
}
