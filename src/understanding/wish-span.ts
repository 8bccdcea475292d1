// From some day on, or up to one: 「12/3まで」, 「金曜より前」, 「来週以降」. That day is an end of her choice, not her wish.
// In the spelling of wish-spelling.ts.
import { addDays, type Day, isBefore } from '../core/jst.ts';
import { findDays } from './wish-day.ts';
import { day, week } from './wish-mention.ts';

export type Span = {
  /** The text without it. */
  readonly rest: string;
  readonly begins?: Day;
  readonly ends?: Day;
};

/** 「25日が給料日なのでその後」 */
const reason = '[^。\\d曜]{0,16}';
const end = new RegExp(
  `(?<named>${day})(?<word>${reason}(?:その|それより)前|より前|より早|の?前(?:に|まで)|まで|迄|以前|の?(?:間|あいだ)に?)`,
  'u',
);
/** 12/3から12/5 names two days. */
const start = new RegExp(
  `(?<named>${day})(?<word>${reason}(?:その|それより)(?:後|あと)|より(?:後|あと)|を?(?:過ぎ|すぎ)(?:て(?:から)?)?|の(?:次の日|翌日)|以降|以後|から)(?! *(?:${day}|\\d))`,
  'u',
);
const wholeWeek = new RegExp(`^${week}$`, 'u');

/** Undefined: nothing of the kind is said, or not of one day. */
export function findSpan(text: string, today: Day): Span | undefined {
  const ending = end.exec(text);
  const withoutEnd = blank(text, ending);
  const beginning = start.exec(withoutEnd);
  const rest = blank(withoutEnd, beginning);
  if (rest === text) return undefined;
  const ends = edgeOf(ending?.groups, 'last', today);
  const begins = edgeOf(beginning?.groups, 'first', today);
  if ((ending && ends === undefined) || (beginning && begins === undefined)) return undefined;
  if (begins !== undefined && ends !== undefined && isBefore(ends, begins)) return undefined;
  return { rest, ...(begins && { begins }), ...(ends && { ends }) };
}

const blank = (text: string, found: RegExpExecArray | null): string =>
  found === null
    ? text
    : text.slice(0, found.index) +
      '、'.padEnd(found[0].length, ' ') +
      text.slice(found.index + found[0].length);

type Groups = Readonly<Record<string, string>> | undefined;

function edgeOf(groups: Groups, which: 'first' | 'last', today: Day): Day | undefined {
  const { named = '', word = '' } = groups ?? {};
  const names = wholeWeek.test(named) ? ['月', '日'].map((letter) => `${named}の${letter}曜`) : [named];
  const days = names.flatMap((one) => findDays(one, today, today).days).sort();
  const found = which === 'first' ? days[0] : days.at(-1);
  if (found === undefined || (days.length > 1 && names.length === 1)) return undefined;
  // 「12/3より前」 is without that day, 「12/3まで」 and 「12/3から」 are with it.
  const beside = which === 'first' ? 1 : -1;
  return addDays(
    found,
    /^(?:より|の?前)|(?:その|それより)(?:前|後|あと)$|(?:過ぎ|すぎ)|の(?:次の日|翌日)/.test(word)
      ? beside
      : 0,
  );
}
