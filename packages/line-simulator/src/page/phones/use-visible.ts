// Is something really in front of a person: on the screen, in a window that is to be seen?
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export function useVisible(element: RefObject<HTMLElement | null>): boolean {
  const [isOnScreen, setOnScreen] = useState(false);
  const [isWindowSeen, setWindowSeen] = useState(!document.hidden);
  useEffect(() => {
    const observer = new IntersectionObserver((seen) => setOnScreen(seen.at(-1)?.isIntersecting === true), {
      threshold: 0.5,
    });
    if (element.current) observer.observe(element.current);
    const look = () => setWindowSeen(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [element]);
  return isOnScreen && isWindowSeen;
}
