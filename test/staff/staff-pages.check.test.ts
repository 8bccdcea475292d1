// Pages for staff in a browser: on a phone, with letters of twice the size, and by keyboard alone.

import { join } from 'node:path';
import { useBrowser } from 'line-simulator/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ja } from '../../src/messages/ja/index.ts';
import { createCallPage } from '../../src/pages/call-page.ts';
import type { Field } from '../../src/pages/form.ts';
import { createLinkedPage } from '../../src/pages/linked-page.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { callOnPage, staffChat } from './calls-on-page.ts';
import { servePages } from './serve-page.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let origin: string;
const openPage = useBrowser();
const pictures = process.env.PICTURES;

/** One of each field; with what is wrong where a form was sent. */
const fields = (sent: Readonly<Record<string, string>> = {}, isSent = false): Field[] => [
  {
    ...{ kind: 'text', name: 'name', label: '氏名', maxLength: 40, hint: '姓と名のあいだを空けてください。' },
    value: sent.name ?? '',
    ...(isSent && !sent.name && { error: '氏名を入力してください。' }),
  },
  { kind: 'text', name: 'phone', label: '電話番号', maxLength: 20, inputMode: 'tel', isOptional: true },
  {
    ...{ kind: 'choice', name: 'how', label: '番号のお伝え方' },
    options: [
      { value: 'now', label: '今読み上げる' },
      { value: 'later', label: '折り返す' },
    ],
    ...(sent.how !== undefined && { value: sent.how }),
    ...(isSent && !sent.how && { error: 'どちらかを選んでください。' }),
  },
  { kind: 'check', name: 'terms', label: '規約を説明した', isChecked: sent.terms === 'yes' },
];

beforeAll(async () => {
  database = await openTestDatabase();
  const enrolledAt = database.clock.now();
  await database.prisma.adminChat.create({ data: { chatId: staffChat, enrolledAt } });
  const form = (sent?: Readonly<Record<string, string>>, isSent = false) =>
    ({
      kind: 'form',
      problems: '入力を確かめてください',
      form: { act: 'save', button: '登録する', fields: fields(sent, isSent) },
    }) as const;
  const example = createLinkedPage(database, {
    path: '/example/',
    words: ja.callPage,
    find: async () => 'found',
    show: async () => [form()],
    act: async (_tx, _link, _act, sent) =>
      sent.name && sent.how ? [{ kind: 'result', lines: [JSON.stringify(sent)] }] : [form(sent, true)],
  });
  const { close, ...served } = await servePages(createCallPage(database, ja), example);
  origin = served.origin;
  return close;
});
afterAll(() => database.close());

const letters = (page: Page, percent: number) =>
  page.evaluate(`document.documentElement.style.fontSize = '${percent}%'`);
const fits = async (page: Page, width: number) =>
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
const picture = (page: Page, name: string) =>
  pictures ? page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true }) : undefined;

async function opened(path: string, width = 360): Promise<Page> {
  const page = await openPage();
  await page.setViewportSize({ width, height: 740 });
  await page.goto(`${origin}${path}`);
  return page;
}

/** Everything that can be pressed or typed in is at least as large as a finger needs. */
async function areTargets(page: Page): Promise<void> {
  for (const one of await page.locator('a, button, input:not([type=hidden])').all()) {
    const box = await one.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
}

/** What has the focus after each press of Tab. */
async function byKeyboard(page: Page, presses: number): Promise<string[]> {
  const reached: string[] = [];
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('Tab');
    const what =
      "(document.activeElement?.textContent || document.activeElement?.getAttribute('name')) ?? ''";
    reached.push(String(await page.evaluate(what)));
    const outline = 'getComputedStyle(document.activeElement).outlineStyle';
    expect(await page.evaluate(outline)).toBe('solid');
  }
  return reached;
}

describe('the page of a call', () => {
  const long = 'Maria Aparecida dos Santos Oliveira de Albuquerque';

  test.each([360, 320])('fits a phone of %s px, and with letters of twice the size', async (width) => {
    const { path } = await callOnPage(database, { name: long, call: { tries: 1 } });
    const page = await opened(path, width);
    await fits(page, width);
    await page.getByRole('button').click();
    await page.getByRole('link', { name: '090-1234-5678' }).waitFor();
    await fits(page, width);
    await areTargets(page);
    await picture(page, `call-${width}`);
    await letters(page, 225);
    await fits(page, width);
    await picture(page, `call-${width}-large`);
  });

  test('is worked by keyboard alone: number, 伝えた, 留守', async () => {
    const { path, row } = await callOnPage(database);
    const page = await opened(path);
    await byKeyboard(page, 1);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '090-1234-5678' }).waitFor();
    expect(await byKeyboard(page, 3)).toEqual(['090-1234-5678', '伝えた', '留守']);
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('留守を記録しました').waitFor();
    expect((await row()).tries).toBe(1);
    await picture(page, 'call-away');
  });

  test('after the phone app came to the front shows its button again, and the press still counts once', async () => {
    const { path, row } = await callOnPage(database);
    const page = await opened(path);
    await page.getByRole('button').click();
    await page.getByRole('link', { name: '090-1234-5678' }).waitFor();
    await page.goto(`${origin}${path}`);
    await page.getByRole('button', { name: '電話番号と内容を表示する' }).click();
    await page.getByRole('button', { name: '伝えた' }).click();
    await page.getByRole('status').getByText('伝えたことを記録しました').waitFor();
    await page.reload();
    await page.getByRole('status').getByText('「伝えた」を押しました').waitFor();
    expect(await row()).toMatchObject({ state: 'told' });
  });
});

describe('a form', () => {
  const path = `/example/${'x'.repeat(43)}`;

  test('has a label for every field, says beside each what is wrong, and keeps what was typed', async () => {
    const page = await opened(path);
    await page.getByRole('button').click();
    await page.getByLabel('氏名').waitFor();
    await page.getByLabel('規約を説明した').check();
    await page.getByRole('button', { name: '登録する' }).click();
    const problems = page.getByRole('alert');
    await problems.getByText('入力を確かめてください').waitFor();
    await areTargets(page);
    await fits(page, 360);
    await picture(page, 'form-errors');
    const name = page.getByLabel('氏名');
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    const described = (await name.getAttribute('aria-describedby')) ?? '';
    const texts = await Promise.all(described.split(' ').map((id) => page.locator(`#${id}`).textContent()));
    expect(texts).toEqual(['姓と名のあいだを空けてください。', '氏名を入力してください。']);
    await problems.getByRole('link', { name: /氏名/ }).click();
    expect(await page.evaluate('document.activeElement?.getAttribute("name")')).toBe('name');
    expect(await page.getByLabel('規約を説明した').isChecked()).toBe(true);
    await name.fill('浜名 花子 "&<');
    await page.getByRole('group', { name: '番号のお伝え方' }).getByLabel('折り返す').check();
    await page.getByRole('button', { name: '登録する' }).click();
    const result = JSON.parse((await page.getByRole('status').textContent()) ?? '');
    expect(result).toEqual({ name: '浜名 花子 "&<', phone: '', how: 'later', terms: 'yes' });
  });

  test('is filled in and sent by keyboard alone', async () => {
    const page = await opened(path);
    await page.getByRole('button').click();
    await page.getByLabel('氏名').waitFor();
    expect(await byKeyboard(page, 5)).toEqual(['name', 'phone', 'how', 'terms', '登録する']);
  });
});
