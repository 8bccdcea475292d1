// Closures, and days with fewer counsellors: what they would hit, what they hit, and lifting them.
import type { Moment } from '../../booking/shown.ts';
import type { Day } from '../../core/jst.ts';
import type {
  ClosedPart,
  ClosureAsked,
  ClosureFacts,
  ClosureLifted,
  ClosureList,
  Hits,
} from '../facts-closures.ts';
import type { Button, Card, Fact, Message, Row } from '../message.ts';
import { dayText, momentSince, momentText, timeText } from './dates.ts';
import { labels } from './labels.ts';
import { called } from './staff-called.ts';
import { partText } from './staff-closure-words.ts';
import { rowOf, stateName } from './staff-rows.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];
const behind = (by: string | null): string => (by === null ? '' : `(${called(by)})`);
const someone = (by: string | null): string => (by === null ? '職員' : called(by));

const partLine = (closed: ClosedPart): string => `${dayText(closed.day)} ${partText(closed)}`;
/** With the hours, where 午前 and 午後 are not exact. */
const partLines = (closed: ClosedPart): string => {
  const { day, name, from, until } = closed;
  const isHalf = name === 'morning' || name === 'afternoon';
  const hours = isHalf && from !== null && until !== null ? `(${timeText(from)}～${timeText(until)})` : '';
  return `${dayText(day)}\n${partText(closed)}${hours}`;
};

const reasonFact = ({ reason }: ClosedPart): Fact[] =>
  reason === null ? [] : [{ label: '理由', value: reason }];

/** How many it hits, and the first of them, each a line that brings its card. */
function hitParts(
  { rows, confirmed, requests, calls, wishes, offers = [] }: Hits,
  day: Day,
): { facts: Fact[]; more: string[] } & Required<Pick<Card, 'rows' | 'buttons'>> {
  const more = confirmed + requests - rows.length;
  return {
    facts: [
      { label: '当たる予約', value: `${confirmed}件` },
      { label: '申し込み', value: `${requests}件` },
      ...heldFact('電話中', calls),
      ...heldFact('変更の希望', wishes),
      ...heldFact('提案中', offers),
    ],
    rows: rows.map((row) => rowOf(row, timeText(row.slot.time), [stateName(row.state)])),
    more: more > 0 ? [`ほかに${more}件あります。`] : [],
    buttons: more > 0 ? [dayButton(day)] : [],
  };
}

/** More would not be read. */
const timesAtOnce = 3;

function heldFact(label: string, held: Hits['calls']): Fact[] {
  if (held.length === 0) return [];
  const times = held
    .slice(0, timesAtOnce)
    .map(({ time, name }) => [timeText(time), ...(name === null ? [] : [name])].join(' '));
  const more = held.length > timesAtOnce ? [`ほか${held.length - timesAtOnce}件`] : [];
  return [{ label, value: [...times, ...more].join('、') }];
}

const dayButton = (day: Day): Button => ({
  label: `${dayText(day)}の相談`,
  tap: { event: 'days.asked', from: day, until: day, page: 0 },
});

const ofDeeds = (counsellors: number | null): string[] =>
  counsellors === null
    ? ['押すと、この時間の申し込みを受けなくなります。', '当たる予約の前日と直前のお知らせも、止まります。']
    : [
        '押すと、この日の予約を分け直します。',
        '上の予約は、受け持つ相談員がいません。',
        '前日と直前のお知らせも、止まります。',
      ];

/** What it would hit, before anybody presses. */
export const closureAsked = ({ closure, hits, part, mark, isNew }: ClosureAsked): Message[] => {
  const { day, counsellors, reason } = closure;
  const { facts, rows, more, buttons } = hitParts(hits, day);
  const isHit = rows.length > 0;
  return [
    {
      kind: 'card',
      alt: counsellors === null ? '休業にするか、お確かめください' : '相談員の人数をお確かめください',
      title:
        counsellors === null
          ? `${partLine(closure)}を休業にしますか？`
          : `${dayText(day)}の相談員を${counsellors}人にしますか？`,
      ...(isNew && { text: '当たる予約が、先ほどから変わりました。\nもう一度お確かめください。' }),
      facts: [...reasonFact(closure), ...facts],
      rows,
      note: [
        ...more,
        ...(isHit ? ofDeeds(counsellors) : ofDeeds(counsellors).slice(0, 1)),
        '利用者の方には、何もお知らせしません。',
      ].join('\n'),
      buttons: [
        {
          label: counsellors === null ? labels.closeDay : `${counsellors}人にする`,
          tap: {
            ...{ event: 'closure.made', day, part, counsellors: counsellors ?? 0 },
            ...{ reason: reason ?? '', hits: mark },
          },
          tone: 'primary',
        },
        ...buttons,
        { label: labels.quit, tap: { event: 'closure.dropped', day } },
      ],
    },
  ];
};

const liftButton = (id: string, label: string): Button => ({
  label,
  tap: { event: 'closure.lifted', closure: id },
});

const offerAllButton = (id: string): Button => ({
  label: labels.offerAll,
  tap: { event: 'offers.asked', closure: id },
});

const madeTitle = ({ counsellors, by }: ClosureFacts): string =>
  counsellors === null ? `休業にしました${behind(by)}` : `相談員を${counsellors}人にしました${behind(by)}`;

/** One on record; `made`: just now. */
export const closureCard = (
  {
    closure,
    hits,
    lead,
    mayOffer = false,
  }: { closure: ClosureFacts; hits: Hits; lead: 'made' | null; mayOffer?: boolean },
  now: Moment,
): Message[] => {
  const { facts, rows, more, buttons } = hitParts(hits, closure.day);
  const isMade = lead === 'made';
  return [
    {
      kind: 'card',
      alt: isMade ? '休業の登録をしました' : '休業のカードです',
      title: isMade ? madeTitle(closure) : partLine(closure),
      facts: [
        { label: '日時', value: partLines(closure) },
        ...reasonFact(closure),
        ...(isMade
          ? []
          : [{ label: '登録', value: `${momentSince(closure.at, now.day)} ${someone(closure.by)}` }]),
        ...facts,
      ],
      rows,
      note: [
        ...more,
        ...(rows.length > 0 ? ['当たる予約の前日と直前のお知らせは、止まっています。'] : []),
        '利用者の方には、お知らせしていません。',
      ].join('\n'),
      buttons: [
        ...(mayOffer ? [offerAllButton(closure.id)] : []),
        liftButton(closure.id, isMade ? labels.revoke : labels.liftClosure),
        ...buttons,
      ],
    },
  ];
};

const listRow = (closure: ClosureFacts, tap: Row['tap']): Row => ({
  title: partLine(closure),
  text: [
    ...(closure.reason === null ? [] : [closure.reason]),
    `${momentText(closure.at)} ${someone(closure.by)}`,
  ].join('・'),
  says: `${dayText(closure.day)}の休業`,
  tap,
});

/** Those that come, each a line that brings its card with the button that lifts it. */
export const closureList = ({ page, count, closures, hasMore }: ClosureList): Message[] =>
  count === 0
    ? say(`これからの休業は、ありません。\n${howToClose}`)
    : [
        {
          kind: 'card',
          alt: 'これからの休業です',
          title: `休業 ${count}件`,
          text: '行を押すと、解除できます。',
          rows: closures.map((closure) => listRow(closure, { event: 'closure.asked', closure: closure.id })),
          buttons: hasMore ? [{ label: labels.rest, tap: { event: 'closures.asked', page: page + 1 } }] : [],
        },
      ];

/** Several of one day. */
export const whichClosure = (day: string, closures: readonly ClosureFacts[]): Message[] => [
  {
    kind: 'card',
    alt: '解除する休業を選んでください',
    title: `${dayText(day)}の休業`,
    text: '解除する行を選んでください。',
    rows: closures.map((closure) => listRow(closure, { event: 'closure.lifted', closure: closure.id })),
  },
];

const reminders = (stillHit: number): string =>
  stillHit === 0
    ? 'これから先の前日と直前のお知らせは、いつもどおり送ります。'
    : `この日には、ほかの休業などに当たる予約が${stillHit}件あります。
その予約の前日と直前のお知らせは、止まったままです。`;

export const closureLifted = ({ closure, by, stillHit }: ClosureLifted): Message[] =>
  say(`${closure.counsellors === null ? '休業を解除しました' : '相談員の人数を元に戻しました'}${behind(by)}。
${partLine(closure)}
${reminders(stillHit)}
利用者の方には、お知らせしません。`);

export const closureDropped = (day: string): Message[] => say(`${dayText(day)}は、そのままにしました。`);

/** For the second of two staff, and for whoever did not know. */
export const closedAlready = (closure: ClosureFacts, now: Moment): Message[] => [
  {
    kind: 'card',
    alt: 'もう登録されています',
    text: `${someone(closure.by)}が${momentSince(closure.at, now.day)}に登録済みです。`,
    facts: [{ label: '休業', value: partLines(closure) }, ...reasonFact(closure)],
    buttons: [liftButton(closure.id, labels.liftClosure)],
  },
];

export const liftedBefore = (
  closure: ClosureFacts,
  { by, at }: { by: string | null; at: Moment },
  now: Moment,
): Message[] => say(`${someone(by)}が${momentSince(at, now.day)}に解除済みです。\n${partLine(closure)}`);

const howToClose = '休業にするには、次のように送ってください。\n休業 12/3 午後 研修';
