// Keeps the newest message in view, unless somebody is reading further up.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Closer to the end than this, in px, counts as being there. */
const NEAR = 48;

/** `count`: how many messages; `ownCount`: how many of one's own, which one wants to see wherever one was. */
export function useStickToEnd(count: number, ownCount: number) {
  const log = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const last = useRef({ top: 0, heights: 0 });
  const [hasNew, setHasNew] = useState(false);
  const toEnd = () => {
    isAtEnd.current = true;
    setHasNew(false);
    log.current?.scrollTo({ top: log.current.scrollHeight });
  };
  useLayoutEffect(() => {
    if (isAtEnd.current) toEnd();
    else setHasNew(true);
  }, [count]);
  useLayoutEffect(toEnd, [ownCount]);
  useEffect(() => {
    // Pictures come in later, the keyboard and quick replies take room: the end moves without a new message.
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd();
    });
    if (log.current) observer.observe(log.current);
    if (content.current) observer.observe(content.current);
    return () => observer.disconnect();
  }, []);
  const onScroll = () => {
    if (!log.current) return;
    const { scrollHeight, scrollTop, clientHeight } = log.current;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR;
    const { top, heights } = last.current;
    // Only who scrolls up leaves the end: it also moves away by itself when something comes or the window changes.
    const isScrolledUp = scrollTop < top && heights === scrollHeight + clientHeight;
    if (isNear || isScrolledUp) isAtEnd.current = isNear;
    last.current = { top: scrollTop, heights: scrollHeight + clientHeight };
    if (isNear) setHasNew(false);
  };
  return { log, content, hasNew, toEnd, onScroll };
}
