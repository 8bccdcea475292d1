// What waited for the next word of staff, gathered into one card: each line opens the card of its booking.
import type { WaitingFacts } from '../facts-quiet.ts';
import type { Message, Row } from '../message.ts';
import { momentSince, momentText } from './dates.ts';
import { labels } from './labels.ts';
import { callNobody, titleOfNotice } from './staff-notice-words.ts';
import { nobodyKnown } from './staff-rows.ts';

const plan = 'LINE公式アカウントの管理者に、プランの確認をお願いします。';

const quotaReached = `今月のLINEの送信数が上限になりました。
お知らせを送れないことがあります。
送れなかったものは「${labels.calls}」で出せます。
${plan}`;

const quotaSaid = {
  usedUp: quotaReached,
  short: `今月のLINEの残りの送信数では、予約の方へのお知らせが足りない見込みです。
足りなくなると、送れなかったものは「${labels.calls}」に入ります。
${plan}`,
  most: `今月のLINEの送信数の95%を使いました。\n${plan}`,
  much: `今月のLINEの送信数の80%を使いました。\n${plan}`,
} as const satisfies Record<WaitingFacts['quota'][number], string>;

/** Of the month's messages. */
export const quotaLines = (quota: WaitingFacts['quota']): string[] => quota.map((news) => quotaSaid[news]);

type Item = WaitingFacts['items'][number];

/** What has to be done stands on the booking's card; of a deletion only here. */
const howToForget = `登録を消すご希望は、予約がすべて終わってからです。
ご本人だとわかったら、技術担当の方に消去を頼んでください。
npm run forget -- 受付番号`;

/** A booking of each account stands in the way. */
const howToJoin = `LINEをつなげなかった方には、予約が2つあります。
どちらかをキャンセルするか、お断りしてから、もう一度コードを出してください。`;

/** Of those that are about no booking. */
export const waitingLines = (items: readonly Item[], today: string): string[] => [
  ...items.flatMap(({ about, at, booking }) =>
    booking === null ? [`・${titleOfNotice(about)}(${momentSince(at, today)})`] : [],
  ),
  ...(items.some(({ about }) => about === 'deletion') ? [howToForget] : []),
  ...(items.some(({ about }) => about === 'linkRefused') ? [howToJoin] : []),
];

/** One for each of the others. `nobody`: of whom staff must not call anybody. */
export const waitingRows = (items: readonly Item[], today: string): Row[] =>
  items.flatMap(({ about, at, booking }) =>
    booking === null
      ? []
      : [
          {
            title: titleOfNotice(about),
            text: [
              booking.name ?? nobodyKnown,
              `受付番号 ${booking.receipt}`,
              momentText(booking.slot),
              `連絡の時刻 ${momentSince(at, today)}`,
              ...(booking.noCall ? [callNobody] : []),
            ].join('\n'),
            says: 'お知らせの1件',
            tap: { event: 'card.asked', booking: booking.id },
          },
        ],
  );

/** It goes out with the answer to whatever was written in the admin chat. */
export const waitingNews = (waiting: WaitingFacts, today: string): Message[] => [
  ...toldDecisions(waiting, today),
  ...gathered(waiting, today),
];

/** More would not be read. */
const toldAtOnce = 12;

/** Without names: a text shows on lock screens. */
const toldDecisions = ({ told }: WaitingFacts, today: string): Message[] =>
  told.length === 0
    ? []
    : [
        {
          kind: 'text',
          text: [
            'ご本人へのお知らせを、LINEで送りました。',
            ...told.slice(0, toldAtOnce).map(({ receipt, at }) => `・${receipt}(${momentSince(at, today)})`),
            ...(told.length > toldAtOnce ? [`ほかに${told.length - toldAtOnce}件あります。`] : []),
          ].join('\n'),
        },
      ];

function gathered({ quota, items, more }: WaitingFacts, today: string): Message[] {
  if (items.length === 0)
    return quota.length > 0 ? [{ kind: 'text', text: quotaLines(quota).join('\n') }] : [];
  const lines = [...waitingLines(items, today), ...quotaLines(quota)];
  const rows = waitingRows(items, today);
  return [
    {
      kind: 'card',
      alt: 'まだお伝えしていなかったお知らせがあります',
      title: 'まだお伝えしていなかったお知らせです。',
      ...(lines.length > 0 && { text: lines.join('\n') }),
      ...(rows.length > 0 && { rows }),
      ...(more > 0 && { note: `ほかに${more}件あります。` }),
      ...(items.some(({ about }) => about === 'request') && {
        buttons: [{ label: '承認待ち', tap: { event: 'pending.more', page: 0 } }],
      }),
    },
  ];
}
