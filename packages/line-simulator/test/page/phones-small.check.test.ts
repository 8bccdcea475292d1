// The phones on a small screen, and what stays in view.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import {
  button,
  composerOf,
  friendsIn,
  gone,
  logOf,
  openOffice,
  openPhones,
  phoneOf,
  press,
  said,
} from './phone-page.ts';

const openPage = useBrowser();

describe('The phones', () => {
  test('on a small screen, and enlarged to 200 %, one phone fills the window and nothing is cut off', async () => {
    const { simulator, bot, page } = await openOffice(openPage, { size: { width: 360, height: 640 } });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const [hanako] = await friendsIn(simulator, 'Hanako', 'Ichiro with quite a long name');
    await hanako?.says('A word that is much too long for a line: '.concat('x'.repeat(200)));
    await hanako?.says('menu');
    await openPhones({ simulator, page });
    const [first, second] = [phoneOf(page, 'Hanako'), phoneOf(page, 'Ichiro with quite a long name')];
    await button(first, 'Hello').waitFor();
    for (const [width, height] of [
      [360, 640],
      [640, 400],
      [320, 480],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect({ width, outside: await outside(page) }).toEqual({ width, outside: [] });
      await expect.poll(() => farFromEnd(logOf(first))).toBeLessThan(2);
      await composerOf(first).scrollIntoViewIfNeeded();
      expect((await composerOf(first).boundingBox())?.y).toBeLessThan(height - 30);
    }
    // Whoever reads further up is not torn away, but told.
    await press(logOf(first), 'Home');
    await expect.poll(() => logOf(first).evaluate((log: Scrolled) => log.scrollTop)).toBe(0);
    await bot.client.pushMessage({ to: hanako?.userId ?? '', messages: [{ type: 'text', text: 'News' }] });
    await press(button(first, '新しいメッセージ ↓'));
    await expect.poll(() => farFromEnd(logOf(first))).toBeLessThan(2);
    await gone(button(first, '新しいメッセージ ↓'));
    // What comes on the phone that is swiped away stays unread.
    await simulator.findPerson(simulator.people()[1]?.userId ?? '').says('Hello');
    const tab = page.getByRole('navigation').getByRole('button', { name: /^Ichiro/ });
    await tab.getByText('件の未読').waitFor();
    await press(tab);
    await gone(tab.getByText('件の未読'));
    expect((await second.boundingBox())?.x).toBeCloseTo(0, 0);
    await press(button(page.getByRole('navigation'), '道具'));
    await page.getByRole('region', { name: '道具' }).waitFor();
    expect(await second.isVisible()).toBe(false);
    await press(button(page, '人と電話'));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await outside(page)).toEqual([]);
  });

  test('show the end of a long chat, draw nothing but what is new, and bring earlier messages when asked', async () => {
    const { simulator, bot, page } = await openOffice(openPage);
    simulator.switches.rateLimits = false;
    const [hanako] = await friendsIn(simulator, 'Hanako');
    const send = (...texts: string[]) =>
      bot.client.pushMessage({
        to: hanako?.userId ?? '',
        messages: texts.map((text) => ({ type: 'text' as const, text })),
      });
    for (let n = 1; n <= 205; n += 5) await send(...[0, 1, 2, 3, 4].map((more) => `Message ${n + more}`));
    await openPhones({ simulator, page });
    const phone = phoneOf(page, 'Hanako');
    await said(phone, 'Message 205').waitFor();
    expect(await logOf(phone).locator('.chat-line').count()).toBe(200);
    await simulator.waitFor(() => simulator.phone(hanako?.userId ?? '').chats[0]?.unread === 0);
    await page.evaluate(COUNT_BUBBLES);
    await send('News');
    await said(phone, 'News').waitFor();
    // The new one, and the one that is the first now and says who speaks.
    expect(await page.evaluate('bubblesDrawn')).toBe(2);

    await press(logOf(phone), 'Home');
    await expect.poll(() => logOf(phone).evaluate((log: Scrolled) => log.scrollTop)).toBe(0);
    const oldest = said(phone, 'Message 7');
    const before = await oldest.boundingBox();
    await press(button(phone, '以前のメッセージ'));
    await said(phone, 'Message 1').waitFor();
    await gone(button(phone, '以前のメッセージ'));
    expect(Math.abs(((await oldest.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
    expect(
      await logOf(phone).evaluate((log: { matches(selector: string): boolean }) => log.matches(':focus')),
    ).toBe(true);
  });
});

/** Counts the texts that are drawn from now on, again or anew. */
const COUNT_BUBBLES = `import('preact').then(({ options }) => {
  const diffed = options.diffed;
  globalThis.bubblesDrawn = 0;
  options.diffed = (node) => {
    if (node.props?.class === 'text-bubble') bubblesDrawn += 1;
    diffed?.(node);
  };
})`;

type Scrolled = { scrollHeight: number; scrollTop: number; clientHeight: number };
/** In px. */
const farFromEnd = (log: Locator): Promise<number> =>
  log.evaluate(
    ({ scrollHeight, scrollTop, clientHeight }: Scrolled) => scrollHeight - scrollTop - clientHeight,
  );

/** What lies beyond the edges of the window, but for the phones that are swiped and rows that scroll. */
const outside = (page: Page): Promise<string[]> => page.evaluate(FIND_OUTSIDE);
const FIND_OUTSIDE = `(() => {
  const isRow = (one) => one.closest('.chat-quick, .phone-tabs, #phone-1, .sr-only, h1');
  const shown = [...document.body.querySelectorAll('*')].filter((one) => one.checkVisibility() && !isRow(one));
  const beyond = shown.filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return left < -1 || right > innerWidth + 1;
  });
  const wide = document.documentElement.scrollWidth > innerWidth ? [document.body] : [];
  return [...wide, ...beyond].map(({ tagName, className }) => tagName + '.' + className);
})()`;
