// The page of a booking by telephone in a browser: on a phone, with letters of twice the size, and by keyboard alone.
import { join } from 'node:path';
import { useBrowser } from 'line-simulator/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Counter, openCounter } from '../conversation/counter.ts';
import { openPhoneDesk, type PhoneDesk } from './phone-desk.ts';

let counter: Counter;
let desk: PhoneDesk;
const openPage = useBrowser();
const pictures = process.env.PICTURES;
beforeAll(async () => {
  counter = await openCounter();
  desk = await openPhoneDesk(counter);
});
afterAll(async () => {
  desk.close();
  await counter.close();
});
beforeEach(async () => {
  await desk.clear();
  await desk.later();
});

const picture = (page: Page, name: string) =>
  pictures ? page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true }) : undefined;
const fits = async (page: Page, width: number) =>
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);

async function opened(line: string, width = 360): Promise<Page> {
  const page = await openPage();
  await page.setViewportSize({ width, height: 740 });
  await page.goto(await desk.hold(line));
  await page.getByRole('button', { name: '入力をはじめる' }).click();
  await page.getByLabel('氏名').waitFor();
  return page;
}

/** What a program finds that looks for barriers: a name for everything that is filled in, one id each, targets for a finger. */
async function hasNoBarriers(page: Page): Promise<void> {
  const unnamed = `[...document.querySelectorAll('input:not([type=hidden])')]
    .filter((input) => !document.querySelector('label[for="' + input.id + '"]')).map(({ id }) => id)`;
  expect(await page.evaluate(unnamed)).toEqual([]);
  const twice = `[...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)`;
  expect(await page.evaluate(twice)).toEqual([]);
  const lost = `[...document.querySelectorAll('[aria-describedby]')]
    .flatMap((one) => one.getAttribute('aria-describedby').split(' ')).filter((id) => document.getElementById(id) === null)`;
  expect(await page.evaluate(lost)).toEqual([]);
  const groups = `[...document.querySelectorAll('input[type=radio]')].filter((one) => !one.closest('fieldset')?.querySelector('legend')).length`;
  expect(await page.evaluate(groups)).toBe(0);
  expect(await page.evaluate('document.documentElement.lang')).toBe('ja');
  expect(await page.locator('h1').count()).toBe(1);
  for (const one of await page.locator('a, button, input:not([type=hidden])').all()) {
    const box = await one.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
}

test.each([360, 320])('The page fits a phone of %s px, and with letters of twice the size', async (width) => {
  const page = await opened(desk.line(), width);
  await fits(page, width);
  await hasNoBarriers(page);
  await picture(page, `booking-${width}`);
  await page.evaluate("document.documentElement.style.fontSize = '225%'");
  await fits(page, width);
  await picture(page, `booking-${width}-large`);
});

test('Sent empty it says beside each field what is wrong, in a summary that leads to them, and nothing is lost', async () => {
  const page = await opened(desk.line());
  await page.getByLabel('氏名').fill('佐藤 花子');
  await page.getByLabel('規約と個人情報の扱いを説明した').check();
  await page.getByRole('button', { name: '登録する' }).click();
  const problems = page.getByRole('alert');
  await problems.getByText('入力を確かめてください').waitFor();
  await hasNoBarriers(page);
  await fits(page, 360);
  await picture(page, 'booking-problems');
  expect(await page.getByLabel('氏名').inputValue()).toBe('佐藤 花子');
  expect(await page.getByLabel('規約と個人情報の扱いを説明した').isChecked()).toBe(true);
  await problems.getByRole('link', { name: /電話番号/ }).click();
  expect(await page.evaluate('document.activeElement?.getAttribute("name")')).toBe('phone');
});

test('Who has the same number is shown and chosen, and the booking is saved by keyboard alone', async () => {
  await desk.save(await desk.hold(desk.line()));
  await counter.prisma.booking.updateMany({ data: { state: 'done' } });
  await desk.later();
  const page = await opened(desk.line(1));
  await page.getByLabel('氏名').fill('佐藤 花子');
  await page.getByLabel('電話番号').fill('090-1111-2222');
  await page.getByLabel('電話番号').press('Enter');
  await page.getByRole('group', { name: '同じ番号の方' }).waitFor();
  await picture(page, 'booking-same-number');
  await hasNoBarriers(page);
  await page.getByLabel(/同じ方の予約にする/).focus();
  await page.keyboard.press('Space');
  for (const label of [
    '求職番号がわからない',
    'いない',
    '規約と個人情報の扱いを説明した',
    '利用条件を確認した',
    '今読み上げる',
  ]) {
    await page.getByLabel(label, { exact: true }).focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('button', { name: '登録する' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('登録しました。').waitFor();
  await picture(page, 'booking-saved');
  expect(await counter.prisma.person.count()).toBe(1);
  await page.reload();
  await page.getByRole('status').getByText('登録ずみです。').waitFor();
});

test('For a day for which the chat is closed it asks for the reason', async () => {
  const page = await opened('電話予約 今日 15:00');
  await page.getByRole('group', { name: '締め切りのあとに受ける理由' }).waitFor();
  await hasNoBarriers(page);
  await picture(page, 'booking-late');
});
