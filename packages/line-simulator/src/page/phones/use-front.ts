// Which phone was touched last, and on narrow screens whether the tools are in front of the phones.
import { useEffect, useState } from 'preact/hooks';

export type Front = {
  /** Place of the phone; -1 when there is none. */
  chosen: number;
  showsTools: boolean;
  choose(place: number): void;
  /** Brings a phone to the front; undefined: the tools. */
  show(place: number | undefined): void;
};

/** `count`: how many phones are open. */
export function useFront(count: number): Front {
  const [lastChosen, choose] = useState(0);
  const [showsTools, setShowsTools] = useState(false);
  const show = (place: number | undefined) => {
    setShowsTools(place === undefined);
    if (place === undefined) return;
    choose(place);
    // Behind the tools it has no place yet to be scrolled to.
    requestAnimationFrame(() => bringForward(place, calmly()));
  };
  const chosen = Math.min(lastChosen, count - 1);
  useEffect(() => {
    // A window that has become narrow goes on with the phone in hand.
    const oneByOne = isOneByOne();
    const bring = () => oneByOne.matches && bringForward(chosen, 'instant');
    oneByOne.addEventListener('change', bring);
    return () => oneByOne.removeEventListener('change', bring);
  }, [chosen]);
  return { chosen, showsTools, choose, show };
}

/** As in the style sheet: narrower than this, one phone fills the window. */
export const isOneByOne = (): MediaQueryList => matchMedia('(max-width: 44rem)');

export const phoneElementId = (place: number): string => `phone-${place}`;

/** Once a phone has been opened or closed: the button that did it may be gone, and with it the focus. */
export function focusPhone(place: number): void {
  requestAnimationFrame(() => {
    document.getElementById(phoneElementId(place))?.querySelector('select')?.focus({ preventScroll: true });
  });
}

const calmly = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth');

function bringForward(place: number, behavior: ScrollBehavior): void {
  const phone = document.getElementById(phoneElementId(place));
  phone?.scrollIntoView({ behavior, inline: 'start', block: 'nearest' });
}
