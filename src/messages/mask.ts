// Personal data as it may stand in the admin chat (D7): enough to tell two people apart, no more.

import { graphemes } from '../core/graphemes.ts';
import { phoneParts } from './show-phone.ts';

const stars = (count: number): string => '*'.repeat(count);

/** 090-****-5678, 053-***-1910, and 05****3456 where the area code's end is not known. */
export function maskPhone(phone: string): string {
  if (!/^0\d{9,10}$/.test(phone)) return stars(phone.length);
  const [area, middle, last] = phoneParts(phone);
  return area !== undefined && middle !== undefined && last !== undefined
    ? `${area}-${stars(middle.length)}-${last}`
    : `${phone.slice(0, 2)}${stars(phone.length - 6)}${phone.slice(-4)}`;
}

/** 22020-*****567: the last three digits, fewer of a short number, so that half of it stays hidden. */
export function maskJobNumber(jobNumber: string): string {
  const [, office, own] = /^(\d{5})-(\d{1,8})$/.exec(jobNumber) ?? [];
  if (office === undefined || own === undefined) return stars(jobNumber.length);
  const shown = Math.min(3, Math.floor(own.length / 2));
  return `${office}-${stars(own.length - shown)}${own.slice(own.length - shown)}`;
}

/**
 * 佐* 花*, M* O*: the first character of each part. There is one * whatever is hidden, even nothing, so
 * that nobody can tell 林 from 林田.
 */
export const maskName = (name: string): string =>
  graphemes(name)
    .filter((letter, place, letters) => !isGap(letter) && isGap(letters[place - 1] ?? ' '))
    .map((letter) => `${letter}*`)
    .join(' ') || '*';

const isGap = (letter: string): boolean => /^[\s・･]/.test(letter);
