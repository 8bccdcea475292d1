// What the tests of a bot may take too: `line-simulator/testing`. Needs vitest.

export { flawsOf } from '../page/flaws.ts';
export { openGallery, resize, type Stage, stageWith, WIDTHS } from '../page/gallery.ts';
export { measure } from '../page/measure.ts';
export { botFor, clientOf, SECRET, simulatorForTest, TOKEN } from './bot.ts';
export { show, useBrowser } from './browser.ts';
export { menuWithPicture } from './menus.ts';
export { pngOf } from './pictures.ts';
