// The tools beside the phones, in a browser: time, what goes wrong, a look inside.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator.ts';
import { botFor, clientOf, replying, replyTokenOf, simulatorForTest, textOf } from '../helpers/bot.ts';
import { botWithDoor, CHART } from '../helpers/bot-with-door.ts';
import { type PageOptions, show, useBrowser } from '../helpers/browser.ts';

const openPage = useBrowser();
/** 12:00 in Japan. */
const NOON = '2026-12-01T03:00:00.000Z';

/** The page with nothing on it but the tools. */
async function openTools(simulator: Simulator, chatId: string, options: PageOptions = {}): Promise<Page> {
  const page = await openPage(options);
  page.setDefaultTimeout(5000);
  await page.setViewportSize({ width: 420, height: 900 });
  const main = `import { html, render } from 'htm/preact';
    import { Tools } from './tools/tools.ts';
    render(html\`<\${Tools} person=${JSON.stringify(chatId)} />\`, document.body);`;
  await page.route('**/page/main.ts', (route) =>
    route.fulfill({ body: main, contentType: 'text/javascript' }),
  );
  await show(page, simulator.origin, '.tools');
  return page;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const showsNoSideways = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

test('Time: the clock is moved by the moments of the chat and by any date, and what the bot cannot is said', async () => {
  const bot = await botWithDoor(NOON);
  const simulator = await simulatorForTest({ botDoor: bot.door });
  simulator.clock.moveTo(NOON);
  const hanako = simulator.person('Hanako');
  bot.chats[hanako.userId] = { moments: [{ name: '開始', at: '2026-12-03T01:00:00Z' }] };
  const page = await openTools(simulator, hanako.userId, { forgives: /status of 422/ });
  const clock = page.getByRole('timer', { name: 'サーバーの時計' });
  await clock.getByText('2026年12月1日(火)').waitFor();
  await page.getByText('開始: 2026年12月3日(木) 10:00').waitFor();

  await button(page, '翌日 9:00').click();
  await clock.getByText('2026年12月2日(水)').waitFor();
  expect(new Date(bot.clock ?? 0).toISOString()).toBe('2026-12-02T00:00:00.000Z');
  await button(page, '開始30分前').click();
  await page.getByRole('status').getByText('2026年12月3日(木) 9:30 にしました。').waitFor();
  await button(page, '開始10分後').click();
  await page.getByRole('status').getByText('10:10 にしました。').waitFor();
  await clock.getByText(/10:10:/).waitFor();
  await button(page, '開始30分前').and(page.locator('[aria-disabled="true"]')).waitFor();
  expect(simulator.clock.now()).toBeGreaterThanOrEqual(Date.parse('2026-12-03T01:10:00Z'));

  // Slow, and then refused.
  let moved = () => {};
  bot.onMove = () => new Promise((resolve) => (moved = resolve));
  await button(page, '1時間進める').click();
  await page.getByRole('status').getByText('実行しています…').waitFor();
  expect(await button(page, '翌日 9:00').isDisabled()).toBe(true);
  moved();
  await clock.getByText(/11:10:/).waitFor();
  expect(await page.getByLabel('日時(日本時間)').inputValue()).toBe('2026-12-03T11:10');
  bot.onMove = () => {};
  await page.getByLabel('日時(日本時間)').fill('2026-12-01T00:00');
  await button(page, 'この日時にする').click();
  await page
    .getByRole('alert')
    .getByText(/もう過ぎた日時です。.*Time only goes forward/)
    .waitFor();
  await page.getByLabel('日時(日本時間)').fill('2027-01-05T08:15');
  await button(page, 'この日時にする').click();
  await clock.getByText('2027年1月5日(火)').waitFor();
  await page.locator('button:focus', { hasText: 'この日時にする' }).waitFor();
  expect(await page.getByRole('alert').textContent()).toBe('');

  simulator.bot.url = undefined;
  await hanako.follow();
  await page.getByText('Botの時計は動きません').waitFor();
  simulator.bot.url = 'http://127.0.0.1:1/dev';
  await hanako.unfollow();
  await page.getByText('時間は動かせません').waitFor();
  expect(await showsNoSideways(page)).toBe(true);
});

/** A bot that takes no for an answer: refused replies are part of the test. */
const stoic = (simulator: Simulator) =>
  botFor(simulator, async (event) => {
    const replyToken = replyTokenOf(event) ?? '';
    const messages = [{ type: 'text' as const, text: `echo ${textOf(event)}` }];
    await clientOf(simulator)
      .replyMessage({ replyToken, messages })
      .catch(() => {});
  });

test('Faults: presets, one’s own, switches, quota and webhooks are switched on and off while it runs', async () => {
  const simulator = await simulatorForTest();
  const bot = await stoic(simulator);
  const hanako = simulator.person('Hanako');
  await hanako.follow();
  const page = await openTools(simulator, hanako.userId);
  await page.getByRole('tab', { name: '時間' }).press('ArrowRight');
  expect(await page.getByRole('tab', { name: '不具合' }).getAttribute('aria-selected')).toBe('true');
  await page.getByText('いまは何も入っていません。').waitFor();
  const on = page.getByRole('list', { name: 'いま入っている不具合' });

  await button(page, '返信が1回失敗する').click();
  await on.getByText('返信(reply): エラーを返す(500)・受けつける前(届かない)・あと1回').waitFor();
  expect(await button(page, '返信が1回失敗する').getAttribute('aria-pressed')).toBe('true');
  await button(page, 'Webhookが2回届く').click();
  await on.getByText('Webhookを余分に送る回数: 1').waitFor();
  expect(simulator.switches.duplicateWebhooks).toBe(1);
  await button(page, 'Webhookが2回届く').click();
  await on.getByText('Webhookを余分に送る回数: 1').waitFor({ state: 'detached' });
  await on.getByRole('button', { name: /^取り除く: 返信/ }).click();
  await page.getByText('いまは何も入っていません。').waitFor();
  // The button went with what it took off; the keyboard is still in the panel.
  await page.locator('[role="tabpanel"]:focus').waitFor();
  expect(simulator.faults.list()).toEqual([]);

  await page.getByText('呼び出しの不具合を選んで入れる').click();
  await page.getByLabel('どの呼び出し').selectOption('push');
  await page.getByLabel('どうなる').selectOption('slow');
  await page.getByLabel('何秒おくれる').fill('2');
  await page.getByLabel('いつ').selectOption('after');
  await page.getByLabel('どこで').selectOption('here');
  await page.getByLabel('何回').fill('');
  await button(page, '入れる').click();
  await on.getByText('プッシュ(push): 返事がおそい 2秒').waitFor();
  expect(simulator.faults.list()).toMatchObject([
    { endpoint: 'push', how: 'slow', when: 'after', chatId: hanako.userId, delayMs: 2000 },
  ]);
  expect(simulator.faults.list()[0]?.times).toBeUndefined();

  await page.getByText('細かい切りかえ').click();
  const switches = page.locator('.tools-switches');
  await switches.getByLabel('グループに招待できる').click();
  await on.getByText('グループに招待できる: しない').waitFor();
  await switches.getByLabel('イベントのモード').selectOption('standby');
  await switches.getByLabel('Webhookを遅らせる(ミリ秒)').fill('7');
  await switches.getByLabel('Webhookを遅らせる(ミリ秒)').press('Tab');
  await on.getByText('Webhookを遅らせる(ミリ秒): 7').waitFor();
  expect(simulator.switches).toMatchObject({ mayJoinGroups: false, mode: 'standby', webhookDelayMs: 7 });
  expect(await switches.locator('label').count()).toBe(Object.keys(simulator.switches).length);
  await button(page, 'すべて元に戻す').click();
  await page.getByText('いまは何も入っていません。').waitFor();
  expect(simulator.switches).toMatchObject({ mayJoinGroups: true, mode: 'active', webhookDelayMs: 0 });

  await page.getByText('月のメッセージ数').click();
  await page.getByLabel('今月送った数').fill('5');
  await page.getByRole('spinbutton', { name: '月の上限' }).fill('5');
  await button(page, '変える').click();
  await page.getByRole('status').getByText('変えました。').waitFor();
  expect([simulator.quota.limit, simulator.quota.used()]).toEqual([5, 5]);

  await page.getByText('Webhookをもう一度・ためる').click();
  await button(page, '最後のWebhookを再送').click();
  await page.getByRole('status').getByText('送りました。').waitFor();
  expect(bot.received.at(-1)?.events).toMatchObject([
    { type: 'follow', deliveryContext: { isRedelivery: true } },
  ]);
  await button(page, 'Webhookをためる').click();
  await on.getByText('Webhookをためています').waitFor();
  await page.getByText('Webhookをためています(0件)。').waitFor();
  const said = [hanako.says('one'), hanako.says('two')];
  await page.getByText('Webhookをためています(2件)。').waitFor();
  await button(page, '返信トークンが切れてから放す(21分後)').click();
  await Promise.all(said);
  expect(simulator.calls.slice(-2)).toMatchObject([
    { error: 'Invalid reply token' },
    { error: 'Invalid reply token' },
  ]);
  await button(page, 'Webhookをためる').waitFor();
  expect(await showsNoSideways(page)).toBe(true);
});

test('Inside: the chart with its lit state, facts, and all that went over the wire', async () => {
  const bot = await botWithDoor(NOON);
  const simulator = await simulatorForTest({ botDoor: bot.door, quotaLimit: 200 });
  await replying(simulator, (event) => [{ type: 'text', text: `echo ${textOf(event)}` }]);
  const hanako = simulator.person('Hanako');
  const chart = (current: string[]) => ({ charts: [{ title: 'Shop', mermaid: CHART, current }] });
  bot.chats[hanako.userId] = { ...chart(['shop_asking']), facts: [{ name: '版', value: '7' }] };
  await hanako.follow();
  const key = { retryKey: '123e4567-e89b-12d3-a456-426614174000' };
  const push = { to: hanako.userId, messages: [{ type: 'text' as const, text: 'pushed' }] };
  await clientOf(simulator).pushMessage(push, key.retryKey);
  await clientOf(simulator)
    .pushMessage(push, key.retryKey)
    .catch(() => {});
  const page = await openTools(simulator, hanako.userId);
  await page.getByRole('tab', { name: '時間' }).press('End');

  const drawing = page.getByRole('img', { name: 'Shopの図。いまの状態: Asking' });
  await drawing.waitFor();
  const lit = page.locator('.node.lit');
  expect(
    await lit.evaluate(
      (node) => node.ownerDocument.defaultView.getComputedStyle(node.querySelector('rect')).fill,
    ),
  ).toBe('rgb(255, 243, 191)');
  const width = () => page.locator('svg').evaluate((svg) => svg.getBoundingClientRect().width);
  const before = await width();
  await button(page, 'Shopを大きく').click();
  await expect.poll(width).toBeCloseTo(before * 1.5, 0);
  await page.getByText('版').waitFor();

  const sent = page.getByRole('list', { name: 'Botが送ったもの' });
  await sent.getByText('プッシュ(push)').waitFor();
  expect(await sent.innerText()).toMatch(
    /プッシュ\(push\) 同じ再試行キーで2回\s+pushed\s[\s\S]*返信\(reply\)\s+echo/,
  );
  await page.getByText('今月のプッシュ: 1通 / 上限 200').waitFor();

  // All of it follows by itself.
  bot.chats[hanako.userId] = chart(['shop_paying', 'shop_paying_card']);
  await hanako.says('hello');
  await page.getByRole('img', { name: 'Shopの図。いまの状態: Paying → By card' }).waitFor();
  const isInFrame = await lit.evaluate((node) => {
    const frame = node.getRootNode().host.parentElement.getBoundingClientRect();
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom;
  });
  expect(isInFrame).toBe(true);
  await page.getByText(/message: 届いた 200・\d+ms/).click();
  await page.getByLabel('イベント').getByText('"text": "hello"').waitFor();
  await page.getByText('POST message/push: 409').click();
  await page.getByText(`x-line-retry-key: ${key.retryKey}`).waitFor();
  await page.getByLabel('答え').getByText('The retry key is already accepted').waitFor();
  expect(await showsNoSideways(page)).toBe(true);

  // What was refused before it belonged to any chat is told as well.
  const wrong = { headers: { authorization: 'Bearer wrong' } };
  await fetch(`${simulator.origin}/v2/bot/info`, wrong);
  await fetch(`${simulator.origin}/v2/bot/nothing`, wrong);
  await page.getByRole('heading', { name: 'どのトークのものでもない呼び出し' }).waitFor();
  await page.getByText(/GET info: 401 Authentication failed/).waitFor();
  await page.getByText('GET nothing: 404 Not found').click();
  await page.getByLabel('答え').getByText('Not found').waitFor();

  bot.chats = {};
  await hanako.says('bye');
  await page.getByText('Botは、このトークについて何も出していません').waitFor();
});
