// Keeps the newest message in view, unless somebody is reading further up.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Closer to the end than this, in px, counts as being there. */
const NEAR = 48;

/** `count`: of the whole chat. Places in it: of the newest of one's own, of the first message that is drawn. */
type Ends = { count: number; newestOwn: number; first: number };

/** One's own words are always wanted in view; what others say only by who is at the end already. */
export function useStickToEnd({ count, newestOwn, first }: Ends) {
  const log = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const last = useRef({ top: 0, heights: 0 });
  const seen = useRef(0);
  const drawnFrom = useRef(first);
  const belowTop = useRef<number | undefined>(undefined);
  const [hasNew, setHasNew] = useState(false);
  const toEnd = () => {
    isAtEnd.current = true;
    setHasNew(false);
    log.current?.scrollTo({ top: log.current.scrollHeight });
  };
  useLayoutEffect(() => {
    const isOwn = newestOwn >= seen.current;
    seen.current = count;
    if (isAtEnd.current || isOwn) toEnd();
    else setHasNew(true);
  }, [count]);
  // At the very top browsers do not keep in place what is read when something comes above it.
  useLayoutEffect(() => {
    const isEarlier = first < drawnFrom.current;
    drawnFrom.current = first;
    if (!isEarlier || belowTop.current === undefined || !log.current) return;
    log.current.scrollTop = log.current.scrollHeight - belowTop.current;
    belowTop.current = undefined;
    // With the last of them their button is gone: the keyboard goes on in the chat.
    if (first === 0) log.current.focus({ preventScroll: true });
  }, [first]);
  useEffect(() => {
    // Pictures come in later, the keyboard and quick replies take room: the end moves without a new message.
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) toEnd();
    });
    if (log.current) observer.observe(log.current);
    if (content.current) observer.observe(content.current);
    return () => observer.disconnect();
  }, []);
  /** What is in view now is to stay there when earlier messages have come. */
  const stay = () => {
    if (log.current) belowTop.current = log.current.scrollHeight - log.current.scrollTop;
  };
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
  return { log, content, hasNew, toEnd, stay, onScroll };
}
