// The words on the buttons of bookings by telephone, of link codes and of the next booking, and the names of their codes.
import type { NumbersBy, OverrideReason } from '../../../flows/vocabulary.ts';

export const phoneLabels = {
  phoneBooking: '電話予約',
  entryPage: '入力ページ',
  letGo: 'おさえるのをやめる',
  moreTimes: 'ほか',
  link: 'LINEとつなぐ',
  next: '次回を予約',
  otherTime: '日時を変えて予約',
} as const;

/** Why staff take a booking that is too late for the chat. */
export const overrideReasonNames = {
  urgent: 'お急ぎのご事情がある',
  vacancy: '空きがあり、すぐに対応できる',
  ourMistake: '当所の手違い',
  instead: 'ほかの予約の代わり',
} as const satisfies Record<OverrideReason, string>;

/** How somebody without LINE gets the meeting's numbers. */
export const numbersByNames = {
  aloud: '今読み上げる',
  myPage: 'マイページ',
  callBack: '折り返す',
} as const satisfies Record<NumbersBy, string>;
