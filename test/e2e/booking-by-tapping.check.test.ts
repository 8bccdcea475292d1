// A whole booking in the browser, by tapping and typing what is on the screen of both phones. With PICTURES set to
// a folder, a picture of every step is put there; three of them are in README.md.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatInTimeZone } from 'date-fns-tz/formatInTimeZone';
import { moveTime } from 'line-simulator';
import { show, useBrowser } from 'line-simulator/testing';
import type { Locator, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { businessDayAfter } from '../../src/booking/calendar.ts';
import { readOffice } from '../../src/config/office.ts';
import { addDays, addMinutes, dayOf, instant } from '../../src/core/jst.ts';
import { applicant, clerks, room } from '../../src/demo/cast.ts';
import { startDemo } from '../../src/demo/demo.ts';
import { setStage } from '../../src/demo/set-stage.ts';
import { freshDataDir, freshServerUrl, testServer } from '../helpers/database.ts';

const openPage = useBrowser();
const officesDir = join(import.meta.dirname, '../../offices');
const pictures = process.env.PICTURES;

type Hands = {
  phone: Locator;
  /** Taps the newest button of that name. */
  taps(name: string | RegExp): Promise<void>;
  writes(text: string): Promise<void>;
  /** Resolves when the newest of these words are on the screen. */
  sees(words: string | RegExp): Promise<void>;
};

function handsOn(page: Page, name: string): Hands {
  const phone = page.getByRole('region', { name: `${name}の電話` });
  const log = phone.getByRole('log');
  const composer = phone.getByRole('textbox', { name: /へのメッセージ$/ });
  return {
    phone,
    taps: (label) => phone.getByRole('button', { name: label, exact: true }).last().click(),
    async writes(text) {
      await composer.fill(text);
      await composer.press('Enter');
    },
    sees: (words) => log.getByText(words).last().waitFor(),
  };
}

/** Takes pictures, numbered in the order of the steps. */
function camera(page: Page): (name: string) => Promise<void> {
  let step = 0;
  return async (name) => {
    step += 1;
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${String(step).padStart(2, '0')}-${name}.png`) });
  };
}

async function openDemo(): Promise<{ page: Page; morning: Date; startOfBooking: () => Promise<Date> }> {
  const database = testServer
    ? { DATABASE_URL: await freshServerUrl(), DATA_KEY }
    : { DATA_DIR: await freshDataDir() };
  const values = { PORT: '0', SIMULATOR_PORT: '0', LOG_LEVEL: 'error', ...database };
  const demo = await startDemo(values, officesDir);
  onTestFinished(() => demo.close());
  await setStage(demo);
  // Some business day in office hours, whatever day it is where the test runs.
  const morning = instant(businessDayAfter(dayOf(new Date()), office, []), '10:05');
  await moveTime(demo.simulator.clock, demo.simulator.bot, morning.getTime());
  const page = await openPage();
  page.setDefaultTimeout(8000);
  await page.setViewportSize({ width: 1280, height: 1080 });
  await show(page, demo.simulator.origin, '.chat-log');
  return {
    page,
    morning,
    startOfBooking: async () => startIn(await demo.simulator.bot.chat(applicant.userId)),
  };
}

const office = readOffice('hamamatsu', officesDir);
const DATA_KEY = Buffer.alloc(32, 7).toString('base64');

const lookSchema = z.object({ moments: z.array(z.object({ name: z.string(), at: z.string() })) });

/** When the consultation begins, as the bot tells the page. */
function startIn(look: unknown): Date {
  const moment = lookSchema.parse(look).moments.find(({ name }) => name === '開始');
  if (!moment) throw new Error('The bot does not say when the consultation begins.');
  return new Date(moment.at);
}

test('a mother asks, a clerk confirms, the Zoom numbers and both reminders come: all by tapping', {
  timeout: 60_000,
}, async () => {
  const { page, morning, startOfBooking } = await openDemo();
  const [suzuki] = clerks;
  const mother = handsOn(page, applicant.displayName);
  const clerk = handsOn(page, suzuki.displayName);
  const picture = camera(page);
  const meetingIds = mother.phone.getByRole('log').getByText('812 3456 7890');

  await clerk.sees(`会議室「${room.name}」`);
  await picture('before');
  const moveTo = async (when: Date) => {
    await page.getByLabel('日時(日本時間)').fill(formatInTimeZone(when, 'Asia/Tokyo', "yyyy-MM-dd'T'HH:mm"));
    await page.getByRole('button', { name: 'この日時にする' }).click();
  };
  await mother.taps('友だち追加');
  await mother.sees('何をしますか？');
  await picture('greeting');
  await mother.taps('相談を申し込む');
  await mother.sees('利用規約');
  await picture('terms');
  await mother.taps('同意する');
  await mother.sees('当てはまりますか');
  await picture('eligibility');
  await mother.taps('すべて当てはまる');
  await mother.sees('氏名');
  await picture('name');
  await mother.writes(applicant.name);
  await mother.sees('求職番号');
  await mother.writes('２２０２０ー１２３４５６７');
  await mother.sees('電話番号');
  await picture('phone-number');
  await mother.writes(applicant.phone);
  await mother.sees(/^\d+月\d+日\(.\)$/);
  await picture('days');
  await mother.taps(/^\d+月\d+日\(.\)$/);
  await mother.sees(/^\d\d:\d\d$/);
  await picture('times');
  await mother.taps(/^\d\d:\d\d$/);
  await mother.sees('同席');
  await picture('companion');
  await mother.taps('いない');
  await mother.sees('この内容で申し込む');
  await picture('last-look');
  await mother.taps('この内容で申し込む');
  await mother.sees('受付番号');
  await clerk.sees('受付番号');
  await picture('request');
  await clerk.taps(`確定する(${room.name})`);
  await clerk.sees('まだお知らせしていません');
  await picture('decided');
  // A minute passes: until then staff can take it back.
  await moveTo(addMinutes(morning, 5));
  await meetingIds.first().waitFor();
  // The preparations came after it: she scrolls back to the numbers.
  await mother.phone.getByText('予約が確定しました').last().scrollIntoViewIfNeeded();
  await picture('confirmed');

  const start = await startOfBooking();
  await moveTo(instant(addDays(dayOf(start), -1), office.reminders.dayBeforeAt));
  await meetingIds.nth(1).waitFor();
  await mother.taps(/新しいメッセージ/);
  await picture('day-before');
  await page.getByRole('button', { name: '開始30分前' }).click();
  await meetingIds.nth(2).waitFor();
  await picture('half-an-hour-before');
  await page.getByRole('tab', { name: '中を見る' }).click();
  await page.locator('.tools-drawing svg').first().waitFor();
  await picture('inside');
  expect(await meetingIds.count()).toBe(3);
});
