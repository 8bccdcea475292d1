// Keeps the keyboard's place when what had the focus goes: a quick reply that was pressed, a chat that was left.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** The focus then goes to `element` (it needs a tabindex) instead of the top of the page. */
export function useKeptFocus(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const whole = element.current;
    if (!whole) return;
    let last: Node | undefined;
    const come = ({ target }: FocusEvent) => {
      last = target instanceof Node ? target : undefined;
    };
    // Browsers tell of it before the element is gone, if at all: who is still there a moment later was left on purpose.
    const leave = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (last === target && last?.isConnected) last = undefined;
      });
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      last = undefined;
      whole.focus({ preventScroll: true });
    });
    whole.addEventListener('focusin', come);
    whole.addEventListener('focusout', leave);
    observer.observe(whole, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      whole.removeEventListener('focusin', come);
      whole.removeEventListener('focusout', leave);
    };
  }, [element]);
}
