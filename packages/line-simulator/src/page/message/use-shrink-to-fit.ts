// Letters that grow smaller until their one line fits (adjustMode: shrink-to-fit).
import { useLayoutEffect, useRef } from 'preact/hooks';

/** For an element whose text must not wrap. `isWanted`: otherwise nothing is changed. */
export function useShrinkToFit(isWanted: boolean) {
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    const room = element?.parentElement;
    if (!isWanted || !element || !room) return;
    const { fontSize } = element.style;
    const fit = () => shrink(element, fontSize);
    // The room, not the element: fitting changes the element, and would be told of it for ever.
    const watch = new ResizeObserver(fit);
    watch.observe(room);
    document.fonts.addEventListener('loadingdone', fit);
    return () => {
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  }, [isWanted]);
  return ref;
}

function shrink(element: HTMLElement, fullSize: string): void {
  const { style } = element;
  style.fontSize = fullSize;
  const full = Number.parseFloat(getComputedStyle(element).fontSize);
  // Letters do not shrink quite in step with their size, so the last pixel is found by trying.
  for (let size = full * Math.min(1, roomFor(element)); roomFor(element) < ENOUGH && size > 1; size -= 0.25)
    style.fontSize = `${size}px`;
}

/** Sums of fractions are not exact. */
const ENOUGH = 0.9999;

/** How much of its words an element has room for. Not by scrollWidth: a part of a pixel too much brings the ellipsis. */
function roomFor(element: HTMLElement): number {
  const words = document.createRange();
  words.selectNodeContents(element);
  return element.getBoundingClientRect().width / words.getBoundingClientRect().width;
}
