// 電話予約 12/10 10:00 and its like: what staff type to hold a slot for somebody on the telephone.
import { asTime, type Day, parseTime, type Time } from '../core/jst.ts';
import { readDayAtStart } from './closure-line.ts';
import { plain } from './plain-text.ts';
import { isQuestion } from './plain-words.ts';

export type PhoneBookingLine =
  | { what: 'list' }
  | { what: 'day'; day: Day }
  | { what: 'slot'; day: Day; time: Time }
  | { what: 'unclear' };

/** UTF-16 units: the longest that can be read has forty. */
const longest = 80;

const booking = /^(?:電話予約|でんわ予約)(?<gap>[\s:、]*)(?<rest>.*)$/su;
const beginsWithDay =
  /^\d|^[一二三四五六七八九十]+月|^(?:今日|本日|きょう|明日|あした|あす|明後日|あさって|今週|来週|再来週)/;
const clock =
  /^[\s、の]*(?<half>午前|午後)?(?<hour>\d{1,2})(?::(?<minute>\d{2})|時(?:(?<minutes>\d{1,2})分|(?<thirty>半))?)[\s。]*$/;

/** `today`: JST. Undefined: it is talk among colleagues. */
export function readPhoneBookingLine(text: string, today: Day): PhoneBookingLine | undefined {
  if (text.length > longest || isQuestion(text)) return undefined;
  const { gap, rest = '' } = booking.exec(plain(text))?.groups ?? {};
  if (gap === undefined) return undefined;
  if (/^[。\s]*$/.test(rest)) return { what: 'list' };
  // 「電話予約が入りました」 goes on as a sentence does; a number may stand at once behind the word.
  if (!beginsWithDay.test(rest) || (gap === '' && !/^\d/.test(rest))) return undefined;
  const found = readDayAtStart(rest, today);
  if (!('day' in found)) return { what: 'unclear' };
  if (!found.isRightWeekday) return { what: 'unclear' };
  if (/^[\s。]*$/.test(found.rest)) return { what: 'day', day: found.day };
  const time = readClock(found.rest);
  return time === undefined ? { what: 'unclear' } : { what: 'slot', day: found.day, time };
}

function readClock(text: string): Time | undefined {
  const { half, hour = '', minute, minutes, thirty } = clock.exec(text)?.groups ?? {};
  if (hour === '') return undefined;
  const hours = Number(hour) + (half === '午後' && Number(hour) < 12 ? 12 : 0);
  const past = thirty === undefined ? Number(minute ?? minutes ?? 0) : 30;
  const spelled = `${String(hours).padStart(2, '0')}:${String(past).padStart(2, '0')}`;
  return parseTime(spelled) === undefined ? undefined : asTime(spelled);
}
