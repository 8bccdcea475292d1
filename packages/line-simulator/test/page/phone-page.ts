// An office of phones in a browser, and hands that use them by keyboard alone.
import type { messagingApi, webhook } from '@line/bot-sdk';
import type { Locator, Page } from 'playwright-core';
import type { Person } from '../../src/handles/person.ts';
import type { Simulator } from '../../src/simulator.ts';
import {
  botFor,
  clientOf,
  flexWith,
  replyTokenOf,
  simulatorForTest,
  type TestBot,
  textOf,
} from '../helpers/bot.ts';
import { show, type useBrowser } from '../helpers/browser.ts';

type OpenPage = ReturnType<typeof useBrowser>;
type Size = { width: number; height: number };
type Options = { size?: Size; forgives?: RegExp };
type Office = { simulator: Simulator; bot: TestBot; page: Page };

/** A bot that answers `menu` with quick replies of every kind, `card` with a card, and repeats all else. */
export async function openOffice(openPage: OpenPage, options: Options = {}): Promise<Office> {
  const { size = { width: 1280, height: 800 }, ...rest } = options;
  const simulator = await simulatorForTest({ botName: 'Front desk' });
  const client = clientOf(simulator);
  const bot = await botFor(simulator, async (event) => {
    const replyToken = replyTokenOf(event);
    if (event.type === 'message' && replyToken)
      await client.replyMessage({ replyToken, messages: answerTo(event) });
  });
  const page = await openPage(rest);
  await page.setViewportSize(size);
  page.setDefaultTimeout(3000);
  return { simulator, bot, page };
}

const answerTo = (event: webhook.Event): messagingApi.Message[] => {
  const said = textOf(event);
  if (said === 'card') return [flexWith({ label: 'Take it', data: 'take' })];
  return [{ type: 'text', text: `You said: ${said}`, ...(said === 'menu' ? { quickReply: { items } } : {}) }];
};

const items = (
  [
    { type: 'message', label: 'Hello', text: 'hello there' },
    {
      type: 'datetimepicker',
      label: 'Day',
      data: 'day',
      mode: 'date',
      min: '2026-01-01',
      max: '2026-12-31',
      initial: '2026-05-01',
    },
    { type: 'clipboard', label: 'Copy', clipboardText: '123 456' },
    { type: 'uri', label: 'Call', uri: 'tel:0312345678' },
    { type: 'uri', label: 'Page', uri: 'https://example.com/about' },
    { type: 'location', label: 'Place' },
  ] satisfies messagingApi.Action[]
).map((action) => ({ type: 'action' as const, action }));

export const phoneOf = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: `${name}の電話` });
export const button = (where: Page | Locator, name: string | RegExp): Locator =>
  where.getByRole('button', { name, exact: true });
export const logOf = (phone: Locator): Locator => phone.getByRole('log');
export const said = (phone: Locator, text: string): Locator => logOf(phone).getByText(text, { exact: true });
export const composerOf = (phone: Locator): Locator =>
  phone.getByRole('textbox', { name: /へのメッセージ$/ });

/** The page, with whoever is there on it. */
export const openPhones = ({ simulator, page }: Pick<Office, 'simulator' | 'page'>): Promise<void> =>
  show(page, simulator.origin, '.chat-log, .app-nobody');

/** Focus, then the key: nothing here is done with a mouse. */
export async function press(target: Locator, key = 'Enter'): Promise<void> {
  await target.focus();
  await target.page().keyboard.press(key);
}

export async function write(phone: Locator, text: string): Promise<void> {
  await composerOf(phone).fill(text);
  await press(composerOf(phone));
}

export const gone = async (locator: Locator) => locator.waitFor({ state: 'detached' });

/** People with those names, all of them friends of the account. */
export async function friendsIn(simulator: Simulator, ...names: readonly string[]): Promise<Person[]> {
  const people = names.map((name) => simulator.person(name));
  for (const person of people) await person.follow();
  return people;
}

/** The newest event that the bot has received, as soon as it is one of that type. */
export const received = (simulator: Simulator, bot: TestBot, type: string) =>
  simulator.waitFor(() =>
    bot.received.flatMap(({ events }) => events).findLast((event) => event.type === type),
  );
