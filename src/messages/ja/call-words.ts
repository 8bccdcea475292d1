// What has to be told by telephone, why, and what became of it: on the cards of the staff's chat and on the page of a call.
import type { Moment } from '../../booking/shown.ts';
import type { CallOutcome } from '../facts-calls.ts';
import type { CalledKind } from '../kinds.ts';
import { momentSince } from './dates.ts';
import { labels } from './labels.ts';
import { lookUp } from './look-up.ts';
import { called } from './staff-called.ts';

/** By the kind of message. `is`: on a card. `not`: on one line of the list. */
const kinds: Readonly<Record<CalledKind, { is: string; not: string }>> = {
  confirmed: {
    is: '予約が確定したこと、ミーティングIDとパスコード',
    not: '確定をお伝えできていません',
  },
  declined: { is: '申し込みをお断りしたこと', not: 'お断りをお伝えできていません' },
  cancelled: { is: '予約をキャンセルしたこと', not: 'キャンセルをお伝えできていません' },
  moved: { is: '新しい日時、ミーティングIDとパスコード', not: '新しい日時をお伝えできていません' },
  wishRefused: { is: '日時は変えられず、いまのままであること', not: '日時の変更のお返事ができていません' },
  wishLapsed: { is: '日時の変更にお返事できなかったこと', not: '日時の変更のお返事ができていません' },
  numbersChanged: {
    is: '新しいミーティングIDとパスコード',
    not: '新しい番号をお伝えできていません',
  },
  expired: { is: '期限までに確定できなかったこと', not: '期限切れをお伝えできていません' },
  readmitted: { is: '申し込みを、もう一度受けていること', not: '再受付をお伝えできていません' },
  offered: { is: '別の日時のご案内', not: '別の日時をご案内できていません' },
  offerRecalled: { is: '別の日時のご案内を取り下げたこと', not: '提案の取り下げをお伝えできていません' },
  offerLapsed: { is: '別の日時のご案内が終わったこと', not: '提案の終わりをお伝えできていません' },
  reminder: { is: '相談の日時の再確認', not: '日時の再確認ができていません' },
  receipt: { is: '申し込みを受け付けたこと', not: '受付をお伝えできていません' },
};
const anAnswer = { is: 'LINEへのお返事', not: 'お返事ができていません' };

const ofKind = (about: string) => lookUp(kinds, about) ?? anAnswer;
export const toTell = (about: string): string => ofKind(about).is;
export const notToldOf = (about: string): string => ofKind(about).not;

/** `short`: on one line of the list. */
const reasons: Readonly<Record<string, { long: string; short: string }>> = {
  quota: { long: '今月のLINEの送信数が上限', short: '上限' },
  reserve: { long: '今月のLINEの送信数が残りわずか', short: '残りわずか' },
  limit: { long: 'この方への一日の送信数が上限', short: '一日の上限' },
  blocked: { long: '利用者の方がブロック中', short: 'ブロック' },
  refused: { long: 'LINEが受け付けない', short: 'LINEの拒否' },
  unknown: { long: '届いたかどうか不明', short: '届いたか不明' },
  noLine: { long: 'LINEをお使いでない', short: 'LINEなし' },
  closure: { long: '休業になった', short: '休業' },
  dropped: { long: '送れないまま時間がすぎた', short: '時間切れ' },
};
const otherwise = { long: '送れなかった', short: '送れず' };

const ofReason = (reason: string) => lookUp(reasons, reason) ?? otherwise;
export const becauseOf = (reason: string): string => ofReason(reason).long;
export const shortReason = (reason: string): string => ofReason(reason).short;

export const recordedAsTold = '伝えたことを記録しました。';
const comesBack = (again: Moment, { day }: Moment): string => `${momentSince(again, day)}から、また出ます。`;
export const putOff = (again: Moment, now: Moment): string =>
  `留守を記録しました。\n${comesBack(again, now)}`;

const acts = {
  told: `「${labels.told}」を押しました。`,
  resent: `「${labels.resend}」を押しました。`,
  away: `「${labels.away}」を押しました。`,
  open: '',
  outdated: '',
} as const;

/** One sentence: who did what, and when. */
export function actedBefore(outcome: CallOutcome | null, now: Moment): string {
  if (outcome === null) return 'このお知らせは、記録にありません。';
  const { how, by, at, again } = outcome;
  if (how === 'open') return 'このお知らせは、まだお伝えしていません。';
  if (how === 'outdated')
    return 'このお知らせは、もうお伝えしなくて大丈夫です。\nそのあとに、予約が変わりました。';
  if (how === 'linked')
    return 'このお知らせは、もうお伝えしなくて大丈夫です。\nご本人が、LINEで見られるようになりました。';
  const who = by === null ? '職員の方' : called(by);
  const when = at === null ? '、もう' : `${momentSince(at, now.day)}に`;
  return `${who}が${when}${acts[how]}${again === null ? '' : `\n${comesBack(again, now)}`}`;
}
