// The time in a wish, in the spelling of wish-spelling.ts.
import { parseTime, type Time } from '../core/jst.ts';

/** `rest`: the text with the times blanked out, so that their digits are not taken for days. */
export type TimesFound = {
  readonly rest: string;
  /** One start, or undefined: none was named, or several. */
  readonly time: Time | undefined;
  /** 「10時か11時」: none of them is guessed. */
  readonly several: boolean;
  /** 25時: somebody named a time that no clock shows. */
  readonly impossible: boolean;
  /** 「3時半まで」: when it has to be over, where no start was named. */
  readonly until: Time | undefined;
};

// 「10時 30分だけ」 is ten o'clock, for half an hour.
const clock =
  /(?:(?<half>午前|午後|am|pm|朝|昼|夕方|夜)(?:の|は)? *)?(?<!\d)(?<hour>\d{1,2})(?: *時(?![間期給短代点預的]|保育)(?:(?! +\d{1,2}分(?:だけ|くらい|ぐらい|ほど|程|以内|しか|あれば|遅|おくれ|早|で終)) *(?:(?<thirty>半)|(?<minute>\d{1,2})(?:分(?!間)|(?![\d月日/:分]))))?|:(?<colon>\d{2})(?!\d)| *(?=[ap]m))(?: *(?<after>[ap]m))?/g;
const englishClock = /(?<half>am|pm) *(?<hour>\d{1,2})(?![\d/月日:時])/g;

/** Reads the one time in the text; of a range (10時から11時) its start. */
export function findTime(text: string): TimesFound {
  const found = [...text.matchAll(clock), ...text.matchAll(englishClock)].sort((a, b) => a.index - b.index);
  const starts = found.filter((match, position) => !endsRange(text, found[position - 1], match));
  const isEnd = (match: Found) => ending.test(text.slice(match.index + match[0].length).slice(0, 8));
  const [ends, begins] = [true, false].map((wanted) =>
    starts.filter((match) => isEnd(match) === wanted).map(({ groups = {} }) => timeFrom(groups)),
  );
  const times = begins ?? [];
  const [time] = times;
  const agreed = times.every((other) => other === time) ? time : undefined;
  const until = times.length === 0 && ends?.length === 1 ? ends[0] : undefined;
  const impossible = [...times, ...(ends ?? [])].includes(undefined);
  return {
    rest: blankOut(text, found),
    time: agreed,
    several: times.length > 0 && agreed === undefined,
    impossible,
    until,
  };
}

/** `found` by their place; two may overlap. */
function blankOut(text: string, found: readonly Found[]): string {
  let rest = '';
  for (const { 0: whole, index } of found) {
    rest += text.slice(rest.length, index);
    rest = rest.padEnd(index + whole.length);
  }
  return rest + text.slice(rest.length);
}

/** What makes an end of the time before it. */
const ending = /^ *(?:まで|迄|以前|より前|前(?:に|まで)|(?:に|には)?終わ)/;

type Found = { readonly 0: string; readonly index: number };

const endsRange = (text: string, before: Found | undefined, match: Found): boolean =>
  before !== undefined &&
  /^ *(?:~|-|−|〜|から|より)[ の]*$/.test(text.slice(before.index + before[0].length, match.index));

function timeFrom(groups: Record<string, string | undefined>): Time | undefined {
  const { hour = '', thirty, minute, colon, half, after } = groups;
  const minutes = thirty === undefined ? (minute ?? colon ?? '0') : '30';
  return timeOfHour(hour, half ?? after, minutes);
}

/** `hour` as it was typed: 02 is a clock's hour, 2 is what people say for 14 (no office is open at two in the night). */
export function timeOfHour(hour: string, half?: string, minutes = '0'): Time | undefined {
  const typed = Number(hour);
  const saidForAfternoon = half === undefined && /^[1-6]$/.test(hour);
  const later = saidForAfternoon || isLater(half, typed);
  const midnight = half === 'am' && typed === 12;
  const hours = midnight ? 0 : typed + (later ? 12 : 0);
  return parseTime(`${String(hours).padStart(2, '0')}:${minutes.padStart(2, '0')}`);
}

function isLater(half: string | undefined, hour: number): boolean {
  if (half === '昼') return hour <= 6;
  return ['午後', 'pm', '夕方', '夜'].includes(half ?? '') && hour < 12;
}
