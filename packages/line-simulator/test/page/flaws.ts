// What is wrong with a drawing, by its measures alone: no picture is compared.
import type { Box, Measured } from './measure.ts';

/** The smallest thing a finger finds (WCAG 2.2, 2.5.8), and the smallest letters that can be read. */
const SMALLEST_TARGET = 24;
const SMALLEST_LETTERS = 10;
/** Borders and letters end between pixels. */
const SLACK = 1;

/** One sentence for each flaw in what is drawn inside `frame`. */
export function flawsOf(frame: Measured): string[] {
  return [...below(frame)].flatMap(({ one, within }) => [
    ...sticksOut(one, within),
    ...isTextLost(one, within),
    ...isTooSmall(one),
    ...overlaps(one),
  ]);
}

type Place = { one: Measured; within: Measured };

/** Every element with the nearest one that it must not leave: what clips it, or the frame. */
function* below(within: Measured, parent: Measured = within): Generator<Place> {
  for (const one of parent.children) {
    yield { one, within };
    // What is swiped into sight may lie outside; each card in it is a frame of its own.
    if (one.scrolls) for (const card of one.children) yield* below(card);
    else yield* below(one.clips ? one : within, one);
  }
}

function sticksOut(one: Measured, within: Measured): string[] {
  return isInside(one.box, within.box) ? [] : [`${nameOf(one)} sticks out of ${nameOf(within)}`];
}

function isTextLost(one: Measured, within: Measured): string[] {
  if (one.isCut) return [`${nameOf(one)} is cut off`];
  const holder = one.clips ? one : within;
  // Letters are higher than their line; only what lies outside sideways or by half a line is lost.
  const lost = one.lines.filter((line) => !isInside(line, holder.box, (line.bottom - line.top) / 2));
  // A space at the end of a line hangs out of it.
  const space = one.fontSize * 0.3;
  const sideways = one.lines.filter(
    (line) => line.right > holder.box.right + space || line.left < holder.box.left - SLACK,
  );
  return lost.length + sideways.length > 0 ? [`${nameOf(one)} has words outside of ${nameOf(holder)}`] : [];
}

function isTooSmall(one: Measured): string[] {
  const { width, height } = sizeOf(one.box);
  const isMissed = one.canBeTapped && (width < SMALLEST_TARGET || height < SMALLEST_TARGET);
  const isUnread = one.words !== '' && one.fontSize < SMALLEST_LETTERS;
  return [
    ...(isMissed ? [`${nameOf(one)} is hard to tap: ${width} × ${height}`] : []),
    ...(isUnread ? [`${nameOf(one)} is hard to read: ${one.fontSize} px`] : []),
  ];
}

function overlaps({ children }: Measured): string[] {
  const side = children.filter((child) => !child.isAbsolute && !isEmpty(child.box));
  return side.flatMap((one, index) =>
    side
      .slice(index + 1)
      .filter((other) => shareSpace(one.box, other.box))
      .map((other) => `${nameOf(one)} lies on ${nameOf(other)}`),
  );
}

const sizeOf = ({ left, top, right, bottom }: Box) => ({ width: right - left, height: bottom - top });

const isEmpty = (box: Box): boolean => sizeOf(box).width === 0 || sizeOf(box).height === 0;

const isInside = (one: Box, other: Box, slack = SLACK): boolean =>
  one.left >= other.left - slack &&
  one.right <= other.right + slack &&
  one.top >= other.top - slack &&
  one.bottom <= other.bottom + slack;

const shareSpace = (one: Box, other: Box): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK;

const nameOf = (one: Measured): string =>
  `${one.what}${allWords(one) && `「${allWords(one).slice(0, 30)}」`}`;

const allWords = (one: Measured): string => one.words + one.children.map(allWords).join('');
