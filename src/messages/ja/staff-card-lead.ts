// What is said above a booking's card, and what its person has been told of the last decision.

import type { BookingCard, CardLead } from '../facts-staff.ts';
import type { Fact } from '../message.ts';
import { momentSince, slotText } from './dates.ts';
import { cancelReasonNames, correctionReasonNames, declineReasonNames, labels } from './labels.ts';
import { lookUp } from './look-up.ts';
import { called } from './staff-called.ts';
import { unlessBanned } from './staff-notice-words.ts';
import { stateName } from './staff-rows.ts';

/** By the step. */
const done: Readonly<Record<string, string>> = {
  confirm: '確定しました',
  decline: 'お断りしました',
  cancel: 'キャンセルしました',
  renumber: '番号を直しました',
  reschedule: '日時を変えました',
  keep: 'いまの日時のままにしました',
  readmit: '承認待ちに戻しました',
  propose: '別の日時を提案しました',
  recall: '提案を取り下げました',
};

const byWhom = (by: string | null): string => (by === null ? '' : `${called(by)}が`);
const decided = ({ by, step }: BookingCard): string => `${byWhom(by)}${lookUp(done, step) ?? '決めました'}。`;

const notToPerson = 'ご本人には、お知らせしません。';

const toBeTold = (card: BookingCard): string => `${decided(card)}
ご本人には、まだお知らせしていません。
1分後に、LINEでお知らせします。
まちがいのときは「${labels.undo}」を押してください。`;

const notByLine = ({ noCall }: BookingCard): string =>
  `ご本人にLINEは届きません。\n${unlessBanned(noCall, 'お電話でお知らせください。')}`;
const toBeCalled = (card: BookingCard): string => `${decided(card)}\n${notByLine(card)}`;

function numbersNow({ origin: { toTell, numbersBy } }: BookingCard): string | undefined {
  if (toTell === null) return undefined;
  return numbersBy === 'myPage'
    ? '次の番号を、マイページでお知らせください。'
    : '次の番号を、いまのお電話で読み上げてください。';
}

/** Not by LINE: in a minute it stands among the calls, unless staff tell the numbers now. */
function toBeCalledLater(card: BookingCard): string {
  const isKnown = card.step === 'cancel' && card.reason === 'byPerson';
  const then = isKnown
    ? `ご本人からのご連絡なので、「${labels.calls}」には出ません。`
    : `1分後に「${labels.calls}」に出ます。`;
  const how = numbersNow(card) ?? `ご本人は、LINEをお使いではありません。\n${then}`;
  return `${decided(card)}\n${how}\nまちがいのときは「${labels.undo}」を押してください。`;
}

function tellsNow(card: BookingCard): string {
  if (!card.origin.hasLine) return numbersNow(card) ?? `「${labels.calls}」に出ます。`;
  return card.isBlocked ? notByLine(card) : 'ご本人には、これからLINEでお知らせします。';
}

/** Of a confirmation that came with numbers to be told at once: nobody knows here whether they were. */
function toldAloud({ step, origin: { hasLine, numbersBy } }: BookingCard): string | undefined {
  if (hasLine || (step !== 'unconfirm' && step !== 'unmake')) return undefined;
  if (numbersBy === 'aloud') return '番号を読み上げたときは、取り消したことをお電話でお伝えください。';
  return numbersBy === 'myPage'
    ? '番号をマイページでお知らせしたときは、取り消したこともお知らせください。'
    : undefined;
}

const none = (): null => null;

const wished = ({ wish }: BookingCard): string => `ご本人には「いまの予約はそのままです」とお返事しています。
「${labels.move}」を押すと、1分後に${wish === null ? '新しい日時' : slotText(wish)}になったことが届きます。`;

const leads: Readonly<Record<CardLead, (card: BookingCard) => string | null>> = {
  requested: none,
  requestMoved: none,
  picked: none,
  bookedByPhone: none,
  wished,
  recorded: () => `記録しました。\n${notToPerson}`,
  recordTakenBack: () => `記録を取り消しました。\n${notToPerson}`,
  amend: () => `正しい記録を選んでください。\n${notToPerson}`,
  decided: (card) => {
    if (!card.origin.hasLine) return toBeCalledLater(card);
    return card.isBlocked ? toBeCalled(card) : toBeTold(card);
  },
  decidedAtOnce: (card) => `${decided(card)}
ご本人には、これからLINEでお知らせします。
届かなかったときは「${labels.calls}」に出ます。`,
  decidedUnreachable: (card) => {
    const now = numbersNow(card);
    return now === undefined ? toBeCalled(card) : `${decided(card)}\n${now}`;
  },
  undoneLast: (card) => `取り消しました。\nその前に決めたことは、そのままです。\n${tellsNow(card)}`,
  undone: (card) => `取り消しました。\n${toldAloud(card) ?? 'ご本人には、何もお知らせしていません。'}`,
  undoneLate: (card) => `取り消しました。
変更の希望は、お返事の期限をすぎています。
${card.isBlocked ? notByLine(card) : 'お返事できなかったことを、ご本人にお知らせします。'}`,
  toldAlready: ({ told, origin }) => `${
    told?.how === 'lost' || (told === null && !origin.hasLine)
      ? '1分をすぎたので、取り消せません。'
      : 'もうご本人にお知らせしたので、取り消せません。'
  }
いまできることは、下のとおりです。`,
  changedSince: () => 'さきほどのカードのあとに、変わりました。\nいまは、下のとおりです。',
  atTheHour: () => 'まもなく開始なので、もう変えられません。\n相談のようすを記録してください。',
  backOntoClosed: () => `まだ取り消していません。
取り消すと、休業や相談員の人数の変更に当たる日時に戻ります。
それでも取り消すときは「${labels.undo}」を押してください。`,
  meetingTaken: () => '会議室がほかの予約で使われたので、取り消せません。\nいまは、下のとおりです。',
  counsellorChanged: () =>
    '担当を変えました。\nいまは、ご本人にお知らせしません。\n次のお知らせから、新しい担当の名前が出ます。',
  otherBooking: () => 'この方には、別の予約が入ったので、取り消せません。\nいまは、下のとおりです。',
  readmitted: (card) =>
    `${decided(card)}\n前のお知らせは、ご本人に届いていません。\n今回も、お知らせしません。`,
};

export const leadText = (card: BookingCard): { text?: string } => {
  const text = card.lead === null ? null : leads[card.lead](card);
  return text === null ? {} : { text };
};

type Head = { alt: string; title: string };

/** Of what is news. */
const heads: Readonly<Partial<Record<CardLead, Head>>> = {
  requested: { alt: '新しい申し込みがあります', title: '新しい申し込み' },
  requestMoved: { alt: '日時の変更があります', title: '日時の変更' },
  picked: { alt: '提案した日時が選ばれました', title: '提案した日時が選ばれました' },
  bookedByPhone: { alt: '電話予約が入りました', title: '電話予約' },
  wished: { alt: '日時の変更の希望があります', title: '日時の変更の希望' },
};

export const headOf = ({ lead, state }: BookingCard): Head =>
  (lead === null ? undefined : heads[lead]) ?? { alt: '予約のカードです', title: stateName(state) };

const reasonNames = { ...declineReasonNames, ...cancelReasonNames, ...correctionReasonNames };

export const reasonFacts = ({ reason }: BookingCard): Fact[] => {
  const name = reason === null ? undefined : lookUp<string>(reasonNames, reason);
  return name === undefined ? [] : [{ label: '理由', value: name }];
};

export const tellFacts = ({ tellAt, told, lead, origin, state }: BookingCard, today: string): Fact[] => {
  if (tellAt !== null) {
    // What else can be done stands on the card once that is told.
    const later = lead === null && state !== 'requested' ? '\nほかの操作は、1分後からできます。' : '';
    return [{ label: 'お知らせ', value: `まだしていません${later}` }];
  }
  if (told === null) return [];
  const at = momentSince(told.at, today);
  // Without LINE nothing was tried: it waits among the calls.
  const lost = origin.hasLine ? '届きません' : 'まだお伝えしていません';
  const value = { sent: `送りました ${at}`, byPhone: `お電話でお伝えしました ${at}`, lost }[told.how];
  return [{ label: 'お知らせ', value }];
};
