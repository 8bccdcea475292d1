// 全員に別の日時: what is asked before, and who got what.
import type { OffersAsked, OffersMade } from '../facts-offers.ts';
import type { Fact, Message } from '../message.ts';
import { dayText, timeText } from './dates.ts';
import { labels } from './labels.ts';
import { partText } from './staff-closure-words.ts';
import { rowOf } from './staff-rows.ts';

const counted = (label: string, count: number): Fact[] =>
  count === 0 ? [] : [{ label, value: `${count}件` }];

export const offersAsked = ({ closure, offers, calls, waits, mark, isNew }: OffersAsked): Message[] => [
  {
    kind: 'card',
    alt: '別の日時の提案をご確認ください',
    title: '当たる予約の方に、別の日時を提案しますか？',
    ...(isNew && { text: '当たる予約が、先ほどから変わりました。\nもう一度お確かめください。' }),
    facts: [
      { label: '休業', value: `${dayText(closure.day)} ${partText(closure)}` },
      { label: '提案する方', value: `${offers}件` },
      ...counted(`「${labels.calls}」に出す方`, calls),
      ...counted('もう提案中などの方', waits),
    ],
    note: [
      ...(offers > 0
        ? [
            '提案する方には、空いている日時を3つまで、1分後にお知らせします。',
            '最初の日時は、それぞれ確保します。',
            `空きのない方は、「${labels.calls}」に出ます。`,
          ]
        : []),
      'まだ何も送っていません。',
    ].join('\n'),
    buttons:
      offers + calls === 0
        ? []
        : [
            {
              label: labels.offerAllYes,
              tap: { event: 'offers.made', closure: closure.id, hits: mark },
              tone: 'primary',
            },
          ],
  },
];

/** More would make the card too long; the rest is in 承認待ち. */
const rowsAtOnce = 12;

export const offersMade = ({ closure, rows, calls, waits }: OffersMade): Message[] => [
  {
    kind: 'card',
    alt: '別の日時を提案しました',
    title: rows.length === 0 ? '提案した方は、いません' : `${rows.length}件に、別の日時を提案しました`,
    facts: [
      { label: '休業', value: `${dayText(closure.day)} ${partText(closure)}` },
      ...counted(`「${labels.calls}」に出した方`, calls),
      ...counted('もう提案中などの方', waits),
    ],
    rows: rows
      .slice(0, rowsAtOnce)
      .map((row) =>
        rowOf(row, `${dayText(row.slot.day)} ${timeText(row.slot.time)}`, [
          ...row.times.map(({ day, time }) => `${dayText(day)} ${timeText(time)}`),
        ]),
      ),
    ...(rows.length > 0 && {
      note: [
        ...(rows.length > rowsAtOnce ? [`ほかに${rows.length - rowsAtOnce}件あります。`] : []),
        'ご本人には、まだお知らせしていません。',
        `1分後までは、行を押して「${labels.undo}」で取り消せます。`,
      ].join('\n'),
    }),
  },
];
