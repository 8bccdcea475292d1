// Two things of coming in one message, of which the words are read as one only.
import type { BookingIntent } from '../../flows/vocabulary.ts';
import { plainlyOfComing } from './hour-words.ts';

/** More is no message of this kind. */
const partsAtMost = 12;
const between = /[。．.!！、,\s]+|(?<=ます|です|ので)/;

/** What stands beside `first`: 「やっぱり行けます 5分遅れます」, 「行けなくなりました。別の日にしてください」. */
export function secondOfComing(first: BookingIntent | undefined, text: string): BookingIntent | undefined {
  if (first === 'coming') return saysLate(text) ? 'late' : undefined;
  const parts = text.split(between, partsAtMost);
  const isAbsence = first === 'absence' || first === 'illness';
  // Beside an illness only the part by itself says that another day is wanted.
  return isAbsence && [text, ...parts].some((one) => plainlyOfComing(one) === 'moving')
    ? 'moving'
    : undefined;
}

/** 「入れません。5分遅れます」: in any part of it. */
export const saysLate = (text: string): boolean => text.split(between, partsAtMost).some(isLateness);

/** 「遅れるかと思いましたが」 is none. */
const isLateness = (part: string): boolean => !part.includes('思') && plainlyOfComing(part) === 'late';
