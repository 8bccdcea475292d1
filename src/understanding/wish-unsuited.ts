// What does not suit her: 「水曜日はむり」, 「木曜は10時から仕事」, 「火曜以外」. It is taken out of the wish before days and
// times are read, or the very day that she cannot come would be offered. In the spelling of wish-spelling.ts.
import { addDays, type Day, daysBetween, type Weekday } from '../core/jst.ts';
import { findDays, weekdaysIn } from './wish-day.ts';
import { withoutFixed } from './wish-fixed.ts';
import {
  day,
  duty,
  hours,
  mention,
  notSo,
  occupied,
  refusing,
  time,
  together,
  week,
} from './wish-mention.ts';

export type Unsuited = {
  /** The text without it. */
  readonly rest: string;
  /** Days that were named by their date, or by a week and a weekday. */
  readonly days: readonly Day[];
  /** 水曜 without a week: every Wednesday. */
  readonly weekdays: readonly Weekday[];
  /** The week that was named with them, such as 来週: the weekday that suits may be of the same one. */
  readonly week: string | undefined;
};

/** Between the day and the reason, within one clause: 「は一日」, 「だけはどうしても」. */
const between = `(?:(?!${time}|今日|明日)[^、。,.!！?？\\n\\d曜]){0,12}?`;
/** 「12/3まで」, 「来週から」: all the days to it, or from it on. */
const edge = ' ?(?<edge>から|以降|まで|以前)';
const particle = '(?: ?(?:は|も|が|に|だけ|だと|とか))';

const refused = new RegExp(`${together}(?:${edge})?${between}(?:${refusing})${notSo}`, 'gu');
const busyThen = new RegExp(
  `${together}(?:${edge}${particle}{0,3}|${particle}{1,4}| ?(?=${duty}))${between}(?:${occupied})${notSo}`,
  'gu',
);
/** 「明日は10時から仕事」, 「木曜は9時から12時まで無理」: the day stands before an hour of its own. */
const busyAtAnHour = new RegExp(
  `${together}(?: ?(?:は|も|が|だけ|だと|とか)){1,2}[、 ]?${hours} ?(?:から|に|まで|以降|頃|ごろ)は?${between}(?:${occupied}|${refusing})${notSo}`,
  'gu',
);
/** 「仕事は15時まで」, 「お迎えの時間が15時」, 「パートは月水金」. */
const dutyThen = new RegExp(
  `(?:${duty})(?:の(?:時間|日))?(?: ?[はがも、:]| )? ?${together}(?:(?=$|[。、]| $)|から|まで|に|です|だ|な|で)(?!.{0,12}(?:お願い|希望|大丈夫|空|行け|いけ|休み|なら|たい))`,
  'gu',
);
/** 「だめな日は水曜と金曜」 */
const namedAfter = new RegExp(
  `(?:無理|むり|だめ|駄目|ng|行けない|いけない|都合の?悪い)(?:な|の)?(?:日|曜日|の)?は ?${together}`,
  'gu',
);
/** 「火曜以外ならいつでも」, 「火曜じゃない日」, 「12/9じゃなくていい」 */
const exceptFor = new RegExp(
  `${together}(?:以外|[をは]?(?:除[いき]|のぞ[いき]|抜き|外し|はずし)|(?:じゃ|では?)(?:ない(?:ほう|方|日|ひ|曜日|週|時間|とき|時|ところ|所|$|です(?!か)|で(?:お願い|おねがい))|なくて?も?(?:いい|良い|よい|大丈夫|だいじょうぶ|構|かま)))`,
  'gu',
);
/** 「水曜は夫がいる」: not when he is at home; unless he looks after the children then. */
const watched = new RegExp(
  `${together}${particle}{0,3}[、 ]?(?:夫|旦那|だんな|主人|彼氏?|義母|義父|姑)(?:さん)?[がもは](?:家に|うちに|ずっと|一日)?(?:い(?:る|ます|て)|お?休み|在宅|帰|てれわーく)(?!.{0,20}(?:大丈夫|だいじょうぶ|いい|良い|預|あずけ|見て|みて|願い|でき|行け|いけ|希望|助か|安心))`,
  'gu',
);

/** In this order: what is taken out by one is not seen by the next. `isOfThePerson`: the day may suit at another hour. */
const steps = [
  { pattern: busyAtAnHour, isOfThePerson: true },
  { pattern: exceptFor, isOfThePerson: false },
  { pattern: namedAfter, isOfThePerson: false },
  { pattern: watched, isOfThePerson: false },
  { pattern: refused, isOfThePerson: false },
  { pattern: busyThen, isOfThePerson: true },
  { pattern: dutyThen, isOfThePerson: false },
];

const hasDay = new RegExp(day, 'u');
const hasTime = new RegExp(time, 'u');
const eachMention = new RegExp(mention, 'gu');
const weekOf = new RegExp(week, 'u');
const onlyLetters = /^[月火水木金土日・、,/と]+$/;
const wholeWeekName = new RegExp(`^${week}$`, 'u');
const anyDate = new RegExp(`${week}|\\d`, 'u');
const atAnEdge = /(?:から|以降|まで|以前)$/;

/** Undefined: nothing of the kind is said. */
export function findUnsuited(spelled: string, today: Day): Unsuited | undefined {
  const all = readAll(spelled, false);
  // 「木曜は仕事だから15時以降」: only a time follows, and it is that day's.
  const isOfThatDay = !hasDay.test(all.rest) && hasTime.test(all.rest);
  const { rest, named } = isOfThatDay ? readAll(spelled, true) : all;
  const suiting = withoutFixed(rest);
  return suiting === spelled ? undefined : { rest: suiting, ...whichDays(named, today) };
}

type Found = { rest: string; named: readonly string[] };

const readAll = (spelled: string, keepsDay: boolean): Found =>
  steps.reduce(
    (found: Found, { pattern, isOfThePerson }) => takeOut(found, pattern, keepsDay && isOfThePerson),
    {
      rest: spelled,
      named: [],
    },
  );

/** Blanked out, so that what stands before and after does not run together. */
function takeOut({ rest, named }: Found, pattern: RegExp, keepsDay: boolean): Found {
  const found = new Set(named);
  const left = rest.replaceAll(pattern, (whole, ...parts) => {
    const { named: these, edge: end = '' } = parts.at(-1) as { named: string; edge?: string };
    if (keepsDay) return `${hasDay.exec(these)?.[0] ?? ''}、`.padEnd(whole.length, ' ');
    const ones = these.match(eachMention) ?? [];
    for (const one of ones.slice(0, -1)) found.add(one);
    for (const last of ones.slice(-1)) found.add(hasDay.test(last) ? last + end : last);
    return '、'.padEnd(whole.length, ' ');
  });
  return { rest: left, named: [...found] };
}

function whichDays(named: readonly string[], today: Day): Omit<Unsuited, 'rest'> {
  const alone = named.filter((one) => !atAnEdge.test(one));
  const [byDate, byWeekday] = [false, true].map((wanted) =>
    alone.filter((one) => isWeekdays(one) === wanted).join('、'),
  );
  return {
    days: [
      ...findDays(byDate ?? '', today, today).days,
      ...alone.flatMap((one) => wholeWeek(one, today)),
      ...named.filter((one) => atAnEdge.test(one)).flatMap((one) => toTheEdge(one, today)),
    ],
    weekdays: weekdaysIn(byWeekday?.replaceAll(/来月|今月|再来月/g, '') ?? ''),
    week: weekOf.exec(named.join('、'))?.[0],
  };
}

/** Named by their letters alone: of every week. */
const isWeekdays = (one: string): boolean =>
  onlyLetters.test(one) || (one.includes('曜') && !anyDate.test(one));

const wholeWeek = (name: string, today: Day): readonly Day[] =>
  wholeWeekName.test(name)
    ? findDays([...'月火水木金'].map((letter) => `${name}の${letter}曜`).join('、'), today, today).days
    : [];

/** Longer than anybody can book ahead. */
const daysAhead = 120;

function toTheEdge(name: string, today: Day): readonly Day[] {
  const of = name.replace(atAnEdge, '');
  const days = [...findDays(of, today, today).days, ...wholeWeek(of, today)].sort();
  const isEnd = /(?:まで|以前)$/.test(name);
  const [first, last] = isEnd ? [today, days.at(-1)] : [days[0], addDays(today, daysAhead)];
  if (first === undefined || last === undefined) return [];
  const count = Math.min(daysBetween(first, last), daysAhead);
  return Array.from({ length: count + 1 }, (_, index) => addDays(first, index));
}
