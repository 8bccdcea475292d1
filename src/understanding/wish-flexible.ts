// A wish that leaves a choice: 「来週」, 「午後ならいつでも」, 「できるだけ早く」. In the spelling of wish-spelling.ts.
import { addDays, type Day, dayFromNumbers, monthAfter, type Time, weekday } from '../core/jst.ts';
import { findSpan, type Span } from './wish-span.ts';
import { findTime } from './wish-time.ts';

/** Which days: a week or month by its name, or a span with one end or two. */
export type DateRange = NamedDateRange | 'span';
type NamedDateRange = 'thisWeek' | 'nextWeek' | 'weekAfterNext' | 'nextMonth';
export type HalfDay = 'morning' | 'afternoon';

/** At least one of the four. */
export type FlexibleWish = {
  readonly dateRange?: {
    readonly name: DateRange;
    readonly from: Day;
    readonly until: Day;
    /** The ends of a span, as far as she named them. */
    readonly begins?: Day;
    readonly ends?: Day;
  };
  readonly half?: HalfDay;
  /** 「3時半まで」: it has to be over by then. */
  readonly until?: Time;
  /** Whatever comes first will do. */
  readonly earliest: boolean;
};

const dateRanges: readonly (readonly [RegExp, NamedDateRange])[] = [
  [/再来週/, 'weekAfterNext'],
  [/来週/, 'nextWeek'],
  [/今週/, 'thisWeek'],
  [/(?<!再)来月/, 'nextMonth'],
];

const earliest =
  /(?:でき|出来)るだけ(?:早|はや)|なるべく(?:早|はや)|(?:一番|いちばん|1番|最も)(?:早|はや|近)|最短|直近|(?:早|はや)(?:く|め|い日|い時間)|いつでも|何時でも|すぐ|どれでも|何日でも|(?:空|あ)いて(?:る|いる)/;

/** She names what does not suit her, in a way that wish-unsuited.ts does not know. */
const unwanted = /無理|むり|だめ|駄目|以外|行け(?:な|ませ)|いけない|都合が悪/;

/** Undefined: the text leaves no such choice, or says what does not suit. */
export function findFlexibleWish(spelled: string, today: Day): FlexibleWish | undefined {
  if (unwanted.test(spelled)) return undefined;
  const span = findSpan(spelled, today);
  const beside = span?.rest ?? spelled;
  const named = dateRanges.find(([pattern]) => pattern.test(beside))?.[1];
  const { rest, until } = findTime(beside);
  const half = halfIn(rest);
  const isEarliest = earliest.test(spelled);
  const dateRange = span ? spanOf(span, today) : named && { name: named, ...daysOf(named, today) };
  if (dateRange === undefined && half === undefined && until === undefined && !isEarliest) return undefined;
  return {
    earliest: isEarliest,
    ...(until !== undefined && { until }),
    ...(dateRange !== undefined && { dateRange }),
    ...(half !== undefined && { half }),
  };
}

/** Longer than anybody can book ahead. */
const openEnd = 120;

const spanOf = ({ begins, ends }: Span, today: Day): NonNullable<FlexibleWish['dateRange']> => ({
  name: 'span',
  from: begins ?? today,
  until: ends ?? addDays(begins ?? today, openEnd),
  ...(begins && { begins }),
  ...(ends && { ends }),
});

function halfIn(text: string): HalfDay | undefined {
  const morning = /午前|朝/.test(text);
  const afternoon = /午後|昼(?:過|すぎ|から|以降)|夕方/.test(text);
  if (morning === afternoon) return undefined;
  return morning ? 'morning' : 'afternoon';
}

function daysOf(name: NamedDateRange, today: Day): { from: Day; until: Day } {
  if (name === 'nextMonth') {
    const [month, following] = [1, 2].map((count) => {
      const { year, month: number } = monthAfter(today, count);
      return dayFromNumbers(year, number, 1) ?? today;
    });
    return { from: month ?? today, until: addDays(following ?? today, -1) };
  }
  const count = ['thisWeek', 'nextWeek', 'weekAfterNext'].indexOf(name);
  const monday = addDays(today, count * 7 - ((weekday(today) + 6) % 7));
  // On a Sunday people disagree which week is this one: both are meant.
  return { from: monday, until: addDays(monday, weekday(today) === 0 ? 13 : 6) };
}
