// Messages in a real browser: nothing is cut off, nothing lies on anything else, everything can be tapped.
import { describe, expect, test } from 'vitest';
import { cardButtonsOf } from '../../src/screen/buttons.ts';
import { useBrowser } from '../helpers/browser.ts';
import { flawsOf } from './flaws.ts';
import { CUT, flexSamples } from './flex-samples.ts';
import { openGallery, resize, stageWith, WIDTHS } from './gallery.ts';
import { measure } from './measure.ts';
import { otherSamples } from './other-samples.ts';

const openPage = useBrowser();
const everyKind = (userId: string) => [...flexSamples, ...otherSamples(userId)];

describe('In a narrow chat, and on screens of 360 and 1280 px', () => {
  test('every kind of message is drawn whole, but for what LINE itself cuts off', async () => {
    const stage = await stageWith(everyKind);
    for (const kind of ['sticker', 'image', 'video', 'audio', 'file', 'location'] as const)
      await stage.hanako.in(stage.desk).sends(kind);
    const page = await openPage();
    await openGallery(page, stage);
    for (const width of WIDTHS) {
      await resize(page, width);
      const flaws = (await measure(page, '.gallery-cell')).flatMap(flawsOf);
      expect(flaws).toEqual(CUT.map((start) => expect.stringContaining(start)));
    }
  });

  test('flaws are found where there are some', async () => {
    const stage = await stageWith(() => flexSamples.slice(0, 1));
    const page = await openPage();
    await openGallery(page, stage);
    const flawsWith = async (css: string) => {
      const style = await page.addStyleTag({ content: css });
      const flaws = (await measure(page, '.gallery-cell')).flatMap(flawsOf);
      await style.evaluate((element) => element.remove());
      return flaws.join('\n');
    };
    expect(await flawsWith('.flex-button { margin-top: -20px !important }')).toContain(' lies on ');
    expect(await flawsWith('.flex-block { width: 900px }')).toContain(' sticks out of ');
    expect(
      await flawsWith('.flex-letters { white-space: nowrap !important; text-overflow: clip !important }'),
    ).toContain(' has words outside of ');
    expect(await flawsWith('.flex-press { height: 20px }')).toContain(' is hard to tap');
    expect(await flawsWith('.flex-label { font-size: 9px }')).toContain(' is hard to read');
  });
});

describe('Tapping', () => {
  test('does what stands on the message, once, for everything there is to tap', async () => {
    const stage = await stageWith(everyKind);
    const page = await openPage();
    await openGallery(page, stage);
    const done: string[] = [];
    for (const button of await page.getByRole('button').all()) {
      await button.press('Enter');
      done.push(await page.locator('.gallery-tapped').innerText());
    }
    const there = stage.desk.messages().flatMap(({ message }) => cardButtonsOf(message));
    expect(done.toSorted()).toEqual(there.map(({ action }) => JSON.stringify(action)).toSorted());
  });

  test('a card, a row on it and a button on the row are three things to tap', async () => {
    const stage = await stageWith(() => flexSamples.slice(1, 2));
    const page = await openPage();
    await openGallery(page, stage);
    const tapAt = async (words: string) => {
      await page.getByText(words, { exact: true }).click({ force: true });
      return JSON.parse(await page.locator('.gallery-tapped').innerText());
    };
    expect(await tapAt('右から左へ')).toMatchObject({ data: 'カード全体' });
    expect(await tapAt('行')).toMatchObject({ data: '行全体' });
    expect(await tapAt('行の中のボタン')).toMatchObject({ data: '行の中のボタン' });
  });

  test('cards side by side are reached with the arrow keys, and called by the alt text', async () => {
    const stage = await stageWith(everyKind);
    const page = await openPage();
    await openGallery(page, stage);
    await resize(page, WIDTHS[0]);
    const cards = page.getByRole('group', { name: '横に並ぶカード' });
    await cards.press('ArrowRight');
    await expect.poll(() => cards.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  });
});

describe('A picture that cannot be had', () => {
  test('leaves a place that says so', async () => {
    const url = 'https://example.com/missing.png';
    const stage = await stageWith(() => [{ type: 'image', originalContentUrl: url, previewImageUrl: url }]);
    const page = await openPage();
    await openGallery(page, stage);
    await page.getByRole('img', { name: '表示できない画像' }).waitFor();
  });
});
