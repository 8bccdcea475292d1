// Everything that the product says, in a real browser: nothing is cut off, everything can be tapped.
import { flawsOf, measure, openGallery, resize, stageWith, useBrowser, WIDTHS } from 'line-simulator/testing';
import { expect, test } from 'vitest';
import { productMessages } from './product-messages.ts';

const openPage = useBrowser();

test('In a narrow chat, and on screens of 360 and 1280 px, everything that the product says is drawn whole', async () => {
  const stage = await stageWith(productMessages);
  const page = await openPage();
  await openGallery(page, stage);
  for (const width of WIDTHS) {
    await resize(page, width);
    const cells = await measure(page, '.gallery-cell');
    expect(cells.length).toBeGreaterThan(200);
    expect(cells.flatMap(flawsOf)).toEqual([]);
  }
});
