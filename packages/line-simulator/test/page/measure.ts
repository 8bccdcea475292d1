// Measures what a browser has drawn, so that it can be judged outside of the browser.
import type { Page } from 'playwright-core';

export type Box = { left: number; top: number; right: number; bottom: number };

export type Measured = {
  /** Tag and classes, to find it again. */
  what: string;
  box: Box;
  /** Its own words, and the lines in which they stand. */
  words: string;
  lines: Box[];
  fontSize: number;
  /** Is what does not fit cut off here; is it swiped into sight instead? */
  clips: boolean;
  scrolls: boolean;
  /** Does not fit, and ends with an ellipsis. */
  isCut: boolean;
  canBeTapped: boolean;
  /** Stands where it was put, not beside its neighbours. */
  isAbsolute: boolean;
  children: Measured[];
};

/** The little of a browser's document that is read here; the test's own types know no browser. */
type DomNode = { nodeType: number; textContent: string; ownerDocument: DomDocument };
type DomElement = DomNode & {
  tagName: string;
  className: string;
  scrollHeight: number;
  clientHeight: number;
  childNodes: Iterable<DomNode>;
  children: Iterable<DomElement>;
  getBoundingClientRect(): Box;
};
type DomRange = { selectNodeContents(node: DomNode): void; getClientRects(): Iterable<Box> };
type DomDocument = {
  createRange(): DomRange;
  defaultView: { getComputedStyle(element: DomElement): Record<string, string> };
};

/** Every element that fits the selector, with all that is below. */
export async function measure(page: Page, selector: string): Promise<Measured[]> {
  const measures = await page.locator(selector).evaluateAll((elements) => {
    const boxOf = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom });
    const linesOf = (text: DomNode): Box[] => {
      const range = text.ownerDocument.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].map(boxOf);
    };
    const measured = (element: DomElement): Measured => {
      const style = element.ownerDocument.defaultView.getComputedStyle(element);
      const texts = [...element.childNodes].filter((node) => node.nodeType === 3 && node.textContent.trim());
      const box = boxOf(element.getBoundingClientRect());
      // Not by scrollWidth, which is rounded: a part of a pixel too much brings the ellipsis.
      const isTooWide = () => {
        const words = linesOf(element);
        const end = Math.max(...words.map(({ right }) => right));
        const start = Math.min(...words.map(({ left }) => left));
        return end - start > box.right - box.left + 0.05;
      };
      const isTooHigh = () => element.scrollHeight > element.clientHeight + 1;
      return {
        what: `${element.tagName.toLowerCase()}.${String(element.className).replaceAll(' ', '.')}`,
        box,
        words: texts.map((text) => text.textContent).join(''),
        lines: texts.flatMap(linesOf),
        fontSize: Number.parseFloat(style.fontSize ?? ''),
        clips: style.overflowX === 'hidden',
        scrolls: style.overflowX === 'auto',
        isCut:
          (style.textOverflow === 'ellipsis' && isTooWide()) ||
          (style.webkitLineClamp !== 'none' && isTooHigh()),
        canBeTapped: element.tagName === 'BUTTON',
        isAbsolute: style.position === 'absolute',
        children: [...element.children].map(measured),
      };
    };
    // As text: so much comes over as objects only in half a second.
    return JSON.stringify((elements as unknown as DomElement[]).map(measured));
  });
  return JSON.parse(measures);
}
