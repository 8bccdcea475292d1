// 別の日時を提案: the times before they are proposed, and choosing others. The times chosen so far ride on every button.

import { withTime, writeTimes } from '../../booking/chosen-times.ts';
import { timesOfOffer } from '../../booking/offer-time.ts';
import type { OfferAsked, OfferDays, OfferTimes } from '../facts-offers.ts';
import type { Brief, Whose } from '../facts-staff.ts';
import type { Button, Fact, Message } from '../message.ts';
import { contactButton } from './buttons.ts';
import { dayText, momentText, slotLines, startText, timeText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { howTold } from './staff-whose.ts';

const named = ({ id, version }: Brief) => ({ booking: id, version });

const whose = ({ name, slot, receipt }: Brief & Pick<Whose, 'name'>): Fact[] => [
  ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
  { label: 'いまの日時', value: slotLines(slot) },
  { label: '受付番号', value: receipt },
];

const sendButton = (brief: Brief, times: readonly number[]): Button => ({
  label: `この${times.length}つを送る`,
  tap: { event: 'offer.made', ...named(brief), times: writeTimes(times) },
  tone: 'primary',
});

const chooseButton = (brief: Brief, times: readonly number[], label: string, page = 0): Button => ({
  label,
  tap: { event: 'offer.choosing', ...named(brief), times: writeTimes(times), page },
});

/** It says before the press what the person will be told, and what is held. */
export const offerAsked = (asked: OfferAsked): Message[] => {
  const { times, until, isAgreed, wish, suspended, reach } = asked;
  const starts = times.map(({ at }) => at);
  const mayBe = until !== null && times.length > 0 && reach === 'line' && !suspended;
  return [
    {
      kind: 'card',
      alt: '別の日時の提案をご確認ください',
      title: mayBe ? 'この日時を提案しますか？' : '提案できません',
      text: mayBe ? told(asked) : because(asked),
      facts: [
        ...whose(asked),
        ...(wish === null ? [] : [{ label: '変更の希望', value: slotLines(wish) }]),
        ...(mayBe ? [{ label: '提案する日時', value: times.map(startText).join('\n') }] : []),
      ],
      ...(mayBe && { note: held(asked) }),
      buttons: mayBe
        ? [
            sendButton(asked, starts),
            ...(times.length < timesOfOffer ? [chooseButton(asked, starts, labels.oneMore)] : []),
            chooseButton(asked, [], labels.chooseAnew),
            ...(isAgreed ? [moveButton(asked)] : []),
          ]
        : [...(isAgreed ? [moveButton(asked)] : []), contactButton(asked.id)],
    },
  ];
};

const moveButton = (brief: Brief): Button => ({
  label: labels.moveBooking,
  tap: { event: 'move.asked', ...named(brief), page: 0 },
});

const told = ({ isAgreed, times }: OfferAsked): string => `1分後に、ご本人に次のようにお知らせします。
「${isAgreed ? '' : 'ご希望の日時では、お受けできませんでした。'}別の日時をご案内します」
ご本人は、${times.length > 1 ? '1つを選ぶか' : '選ぶか'}「${labels.noneSuits}」を押します。
選ばれたときに会議室が空いていれば、すぐに確定します。`;

const held = ({ until, times }: OfferAsked): string =>
  until === null
    ? ''
    : `最初の日時は、${momentText(until)}まで確保します。${times.length > 1 ? '\nほかは早い者順です。' : ''}\nまだ何も送っていません。`;

const because = (asked: OfferAsked): string => {
  if (asked.suspended) return '利用見合わせの方には、日時を提案できません。';
  if (asked.reach !== 'line') return howTold(asked, '').split('\n')[0] ?? '';
  return '提案できる空きがないか、期限までの時間が足りません。\nお電話でご相談ください。';
};

const chosenFact = (chosen: readonly number[]): Fact[] =>
  chosen.length === 0 ? [] : [{ label: '選んだ日時', value: `${chosen.length}つ` }];

const sendChosen = (brief: Brief, chosen: readonly number[]): Button[] =>
  chosen.length === 0 ? [] : [sendButton(brief, chosen)];

export const offerDays = ({ days, next, chosen, ...booking }: OfferDays): Message[] => [
  {
    kind: 'card',
    alt: '提案する日を選んでください',
    title: '提案する日を選んでください',
    text: days.length === 0 ? '空いている日がありません。' : 'まだ何も送っていません。',
    facts: [...whose(booking), ...chosenFact(chosen)],
    buttons: [
      ...days.map(
        (day): Button => ({
          label: dayText(day),
          tap: { event: 'offer.day', ...named(booking), times: writeTimes(chosen), day },
        }),
      ),
      ...(next === null ? [] : [chooseButton(booking, chosen, labels.otherDays, next)]),
      ...sendChosen(booking, chosen),
    ],
  },
];

/** Each leads back to the last look, with one more. */
export const offerTimes = ({ day, times, hasMore, chosen, ...booking }: OfferTimes): Message[] => [
  {
    kind: 'card',
    alt: '提案する時間を選んでください',
    title: `${dayText(day)}の何時から？`,
    facts: [...whose(booking), ...chosenFact(chosen)],
    buttons: [
      ...times.map(
        ({ time, at }): Button => ({
          label: timeText(time),
          tap: { event: 'offer.asked', ...named(booking), times: writeTimes(withTime(chosen, at)) },
        }),
      ),
      ...(hasMore
        ? [
            {
              label: labels.otherTimes,
              tap: { event: 'offer.day', ...named(booking), times: writeTimes(chosen), day, fine: 1 },
            },
          ]
        : []),
      chooseButton(booking, chosen, labels.otherDays),
      ...sendChosen(booking, chosen),
    ],
  },
];
