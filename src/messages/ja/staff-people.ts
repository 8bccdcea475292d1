// 検索: people as lines, and the card of one. Names stand on cards, never in an alt text or in what a button says in the chat.
import type { Moment } from '../../booking/shown.ts';
import type { PeopleList, PersonCard, PersonRow } from '../facts-people.ts';
import type { Button, Fact, Message, Row } from '../message.ts';
import { counsellorButton } from './buttons.ts';
import { dayText, timeText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { callNobody } from './staff-notice-words.ts';
import { sameNumberFacts } from './staff-requests.ts';
import { nobodyKnown, pastText, stateName } from './staff-rows.ts';
import { personLeadText, suspendButton, suspensionFacts } from './staff-suspension-words.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];

const example = '検索 花子';
const howToSearch = `人を探すには、2文字以上で、次のように送ってください。\n${example}\n受付番号や、電話番号の下4けたでも探せます。`;

const notAllSeen = '新しい方から2,000人までを見ています。\nもっと前の方は、氏名を全部送ってください。';

/** Nothing that was typed stands here. */
export const peopleList = ({ page, count, rows, hasMore, found, isCut }: PeopleList): Message[] =>
  count === 0
    ? say(`見つかりませんでした。\n登録の氏名のとおりの字で探します。${isCut ? `\n${notAllSeen}` : ''}`)
    : [
        {
          kind: 'card',
          alt: '検索の結果です',
          title: `検索 ${count}人`,
          rows: rows.map(rowOf),
          ...(isCut && { note: notAllSeen }),
          buttons:
            hasMore && found !== null
              ? [{ label: labels.rest, tap: { event: 'people.more', found, page: page + 1 } }]
              : [],
        },
      ];

const openText = (word: string, open: PersonRow['next']): string[] =>
  open === null
    ? []
    : [`${word} ${dayText(open.slot.day)}${timeText(open.slot.time)}(${stateName(open.state)})`];

const rowOf = ({ id, name, last, current, next }: PersonRow): Row => ({
  title: name ?? nobodyKnown,
  text:
    [
      ...openText('いま', current),
      ...openText('次回', next),
      ...(last === null ? [] : [`前回 ${dayText(last.day)}`]),
    ].join('・') || '予約はありません',
  says: '検索の1件',
  tap: { event: 'person.asked', person: id },
});

export const searchUnclear = (): Message[] => say(howToSearch);

/** What was found is kept for ten minutes only. */
export const searchOver = (): Message[] =>
  say('検索から10分がすぎました。\nもう一度、検索を送ってください。');

export const personGone = (): Message[] => say('この方は、もう記録にありません。');

/** In numbers, then the last bookings. Phone and jobseeker number stand on no card. */
export const personCard = (card: PersonCard, now: Moment): Message[] => {
  const { id, name, bookings, count, suspension, lead } = card;
  const more = count - bookings.length;
  return [
    {
      kind: 'card',
      alt: '利用者の方のカードです',
      title: name ?? nobodyKnown,
      ...(lead !== null && { text: personLeadText(lead, card, now) }),
      facts: [{ label: 'これまで', value: pastText(card) }, ...whatStands(card, now)],
      rows: bookings.map((booking) => ({
        title: `${dayText(booking.slot.day)} ${timeText(booking.slot.time)}`,
        text: `${stateName(booking.state)}・${booking.receipt}`,
        says: `${booking.receipt}の予約`,
        tap: { event: 'card.asked', booking: booking.id },
      })),
      ...(more > 0 && { note: `ほかに${more}件あります。` }),
      buttons: [
        ...(card.changeable == null ? [] : [counsellorButton(card.changeable)]),
        suspension === null ? suspendButton(id) : liftButton(id, suspension.since),
      ],
    },
  ];
};

const liftButton = (person: string, since: string | null): Button => ({
  label: labels.liftSuspension,
  tap: { event: 'suspend.lifted', person, since: since ?? person },
});

const whatStands = (card: PersonCard, now: Moment): Fact[] => [
  ...(card.suspension === null ? [] : suspensionFacts(card.suspension, now)),
  ...(card.isNumberUnknown ? [{ label: fieldNames.jobNumber, value: '未確認' }] : []),
  ...sameNumberFacts(card.sameNumber),
  ...(card.isBlocked ? [{ label: 'LINE', value: '届きません' }] : []),
  ...(card.noCall ? [{ label: 'お電話', value: callNobody }] : []),
];
