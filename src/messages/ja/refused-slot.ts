// Why a wish for a day and time cannot be met, in the order: what is, then what helps.
// The reasons and their facts come from booking/rules.ts and from the reading of wishes, flat.

import { isOffer, type WishFacts, type WishReason } from '../../../flows/vocabulary.ts';
import type { Office } from '../../config/office.ts';
import { minuteOfDay, timeAtMinute } from '../../core/jst.ts';
import type { Button, Card, Message } from '../message.ts';
import { backOrQuit, showBookingButton } from './buttons.ts';
import { callButton, callInsteadText, phoneLine } from './contact.ts';
import { dayText, timeText } from './dates.ts';
import { lookUp } from './look-up.ts';
import { dayButton, otherDaysButton, otherTimesButton, timeButton } from './prompts-slot.ts';

const noon = '12:00';

type Sentence = (facts: SlotFacts, office: Office) => string;

/** What a sentence may ask for; the words for what is missing are chosen so that it still reads well. */
type SlotFacts = {
  day: string;
  time: string;
  why: string;
  holiday: string;
  opensOn: string;
  cutOff: string;
  dateRange: string;
  half: string;
  earliest: boolean;
  /** By when it has to be over. */
  until: string;
  /** She named days that do not suit her. */
  without: boolean;
};

const weekendOrSo: Record<string, Sentence> = {
  weekend: ({ day }) => `${day}は、お休みです。\n相談は、平日だけです。`,
  holiday: ({ day, holiday }) => `${day}は、祝日でお休みです。${holiday === '' ? '' : `\n${holiday}`}`,
  yearEnd: ({ day }) => `${day}は、年末年始のお休みです。\n12月29日から1月3日までです。`,
};

const noSuchDay = 'その日は、カレンダーにないようです。\n日にちをお確かめください。';
const noSuchTime = '時間が読み取れませんでした。\n「10時」のように書いてください。';
const unclear = '日時が読み取れませんでした。\n「来週の火曜10時」のように書いてください。';
const hurry = (office: Office): string => `お急ぎのときは、お電話ください。\n${phoneLine(office)}`;

const windowsText = ({ consultation }: Office): string =>
  consultation.windows.map(({ from, until }) => `${timeText(from)}～${timeText(until)}`).join(' と ');

/** R-01: a consultation ends with its window. 「午前は11:15、午後は15:15」, where either half of the day is a window. */
function lastStartsText({ consultation: { windows, minutes } }: Office): string {
  const starts = windows.map(({ from, until }) => ({
    first: from,
    last: timeAtMinute(minuteOfDay(until) - minutes),
  }));
  const [morning, afternoon, ...more] = starts;
  if (morning && afternoon && more.length === 0 && morning.last < noon && noon <= afternoon.first)
    return `午前は${timeText(morning.last)}、午後は${timeText(afternoon.last)}`;
  return starts.map(({ last }) => timeText(last)).join(' と ');
}

export const slotRefusals = {
  past: ({ day }) => `${day}は、もう過ぎています。`,
  closedDay: (facts, office) =>
    (lookUp(weekendOrSo, facts.why) ?? (({ day }) => `${day}は、オンラインの相談をお休みします。`))(
      facts,
      office,
    ),
  sameDay: (_, office) =>
    `今日の相談は、LINEでは申し込めません。\nお電話でご相談ください。\n${phoneLine(office)}`,
  notOpenYet: ({ day, opensOn }) => `${day}は、${opensOn}から申し込めます。`,
  tooLate: ({ day, cutOff }, office) =>
    `${day}の申し込みは、${cutOff === '' ? '' : `${cutOff}に`}締め切りました。\n${hurry(office)}`,
  arrivedLate: ({ day }, office) =>
    `申し込みがこちらに届くのが遅れ、${day}の受付が終わってしまいました。
お待たせして、申し訳ありません。
この日をご希望のときは、お電話ください。
${phoneLine(office)}`,
  outsideHours: (_, office) =>
    `相談の時間は、${windowsText(office)} です。\n${lastStartsText(office)}までに始まる時間をお願いします。`,
  offGrid: ({ time }) => `${time === '' ? 'その時間' : time}からは始められません。`,
  closedThen: ({ day }) => `${day}のその時間は、オンラインの相談をお休みします。`,
  dayFull: ({ day }) => `${day}は空きがありません。`,
  taken: ({ day, time }) => `${day}${time}は空きがありません。`,
  noSuchDay: () => noSuchDay,
} as const satisfies Record<string, Sentence>;

/** 「12月1日(火)の午後」, or by when it has to be over. */
const partOf = (day: string, half: string, until: string): string =>
  until === '' ? `${day}の${half}` : `${day}の、${until}までに終わる時間`;

/** She left the choice to us: what is free is the answer. */
const choices = {
  someDays: ({ dateRange, half, earliest, without, until }) => {
    if (until !== '') return `${until}までに終わる時間がある日は、こちらです。`;
    if (without && dateRange === '' && half === '')
      return earliest
        ? 'その日をのぞいて、いちばん早い日は、こちらです。'
        : 'その日をのぞくと、近い日は、こちらです。';
    if (dateRange === '' && half === '') return 'いちばん早い日は、こちらです。';
    if (dateRange === '') return `${half}が空いている${earliest ? '、いちばん早い' : ''}日は、こちらです。`;
    return `${dateRange}${half === '' ? '' : `の${half}`}は、この日が空いています。`;
  },
  noDays: ({ dateRange, half, until }) => {
    if (until !== '') return `${until}までに終わる時間は、空きがありません。`;
    const part = [dateRange, half].filter((one) => one !== '').join('の');
    return `${part === '' ? '' : `${part}は、`}申し込める日がありません。`;
  },
  someTimes: ({ day, half, until }) => `${partOf(day, half, until)}は、この時間が空いています。`,
  halfFull: ({ day, half, until }) => `${partOf(day, half, until)}は、空きがありません。`,
} as const satisfies Record<string, Sentence>;

export const wishRefusals = {
  twoDays: () => 'どちらの日でしょうか。',
  timeOnly: ({ time }, office) =>
    `日にちも、あわせて書いてください。\n例 来週の火曜 ${time === '' ? timeText(office.consultation.grid[0] ?? '10:00') : time}`,
  noSuchDay: () => noSuchDay,
  noSuchTime: () => noSuchTime,
  unsuited: () => 'ご都合のよい日と時間を、教えてください。',
  notUnderstood: () => unclear,
} as const satisfies Record<string, Sentence>;

const requestRefusals = {
  detailsGone: () =>
    '時間がたったので、入力した内容は安全のため消しました。\nお手数ですが、もう一度お願いします。',
  // Both stand before the booking itself.
  openBooking: () => 'すでに申し込みか予約があるため、この内容では申し込んでいません。',
  alreadyDecided: () => '日時は変えていません。\n入力のあいだに、職員が手続きをしました。',
  sameSlot: () => 'いまの予約と、同じ日時です。',
  suspended: (_, office) => callInsteadText(office),
} as const satisfies Record<string, Sentence>;

/** A reason without its sentence is a compiler error. */
const sentences: Readonly<Record<WishReason, Sentence>> = {
  ...wishRefusals,
  ...slotRefusals,
  ...choices,
  ...requestRefusals,
};

const dateRangeNames = { thisWeek: '今週', nextWeek: '来週', weekAfterNext: '再来週', nextMonth: '来月' };
const halfNames = { morning: '午前', afternoon: '午後' };

type Near = { words: string; buttons: Button[] };

type Refused = WishFacts & { reason: WishReason };

/** With buttons for the days or times near the wish, where there are some. */
export function slotRefused(facts: Refused, office: Office): Message[] {
  const { reason } = facts;
  const said = sentences[reason](readFacts(facts), office);
  const { words, buttons } = nearby(facts);
  const text = buttons.length > 0 && words !== '' ? `${said}\n${words}` : said;
  const all = saysPhone.has(reason) ? [...buttons, callButton(office)] : buttons;
  if (all.length === 0) return [{ kind: 'text', text }];
  const card: Card = { kind: 'card', alt: 'ご案内', text, buttons: all };
  // These offer what the open question would: it is not asked again below them.
  return [isOffer(reason) ? { ...card, choices: backOrQuit } : card];
}

const saysPhone: ReadonlySet<WishReason> = new Set(['sameDay', 'tooLate', 'arrivedLate', 'suspended']);
/** The whole day is no choice: others are. */
const refusesTheDay: ReadonlySet<WishReason> = new Set([
  'past',
  'closedDay',
  'sameDay',
  'notOpenYet',
  'tooLate',
  'arrivedLate',
  'dayFull',
  'noDays',
]);

function nearby(facts: Refused): Near {
  const { reason, days = [], times = [], near = [] } = facts;
  switch (reason) {
    case 'offGrid':
      return { words: '近い時間は、こちらです。', buttons: times.map(timeButton) };
    case 'someTimes':
      return {
        words: '',
        buttons: [
          ...times.map(timeButton),
          ...(facts.more === true ? [otherTimesButton] : []),
          otherDaysButton,
        ],
      };
    case 'someDays':
    case 'twoDays':
      return {
        words: '',
        buttons: [...days.map((day) => dayButton(day, facts.time ?? '')), otherDaysButton],
      };
    case 'sameSlot':
      return { words: '', buttons: [showBookingButton] };
    default: {
      const others = refusesTheDay.has(reason) ? near : [];
      return { words: '近い日は、こちらです。', buttons: others.map((day) => dayButton(day)) };
    }
  }
}

/** A fact that is missing is an empty text. */
function readFacts(facts: WishFacts): SlotFacts {
  const { day = '', time = '', opensOn = '', cutOffDay = '', cutOffTime = '', until = '' } = facts;
  return {
    day: day === '' ? 'その日' : dayText(day),
    time: time === '' ? '' : timeText(time),
    why: facts.why ?? '',
    holiday: facts.holiday ?? '',
    opensOn: opensOn === '' ? 'もう少しあと' : dayText(opensOn),
    dateRange: lookUp<string>(dateRangeNames, facts.dateRange) ?? spanText(facts),
    half: lookUp<string>(halfNames, facts.half) ?? '',
    earliest: facts.earliest === true,
    without: facts.without === true,
    until: until === '' ? '' : timeText(until),
    cutOff: cutOffDay === '' ? '' : `${dayText(cutOffDay)}${cutOffTime === '' ? '' : timeText(cutOffTime)}`,
  };
}

/** 「12月3日(木)まで」, with one end or two. */
const spanText = ({ begins = '', ends = '' }: WishFacts): string =>
  `${begins && `${dayText(begins)}から`}${ends && `${dayText(ends)}まで`}`;
