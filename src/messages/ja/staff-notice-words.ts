// What staff are told of a person's news: the title stands on the card, and in the list of what could not be pushed.
import type { PersonNotice } from '../../booking/person-notices.ts';
import type { WaitingKind } from '../kinds.ts';
import { lookUp } from './look-up.ts';

/** `call`: asks staff to phone her, so it is left out where she must not be phoned. `also`: beside other news. `whenCalling`: for whoever calls, where that is no harm. */
type Words = { title: string; text?: string; call?: string; also?: string; whenCalling?: string };

export const callThem = '登録の番号にお電話ください。';
/** What stands instead where she has asked for that. */
export const callNobody = 'お電話は、しないでください。\nご本人から、そう連絡がありました。';
/** What asks staff to call, unless she must not be called. */
export const unlessBanned = (noCall: boolean | undefined, call: string): string =>
  noCall === true ? callNobody : call;
/** a sign of life. What she wrote is not passed on. */
export const inTouch = '利用者の方から、トークに連絡がありました。\n内容は、ここには出しません。';
const ifAbsent = `入室がまだのときは、${callThem}`;
const contact: Words = { title: '相談の時間にメッセージがありました', text: inTouch, call: ifAbsent };

export const noticeWords: Record<PersonNotice, Words> = {
  contact,
  active: contact,
  /** */
  trouble: { title: 'Zoomに入れない方がいます', call: callThem, also: 'Zoomに入れないそうです。' },
  waiting: {
    title: 'Zoomで待っている方がいます',
    text: '待機室を見て、入室を許可してください。',
    call: `見当たらないときは、${callThem}`,
    also: 'Zoomで待っているそうです。',
  },
  inside: {
    title: 'Zoomの音や画面で困っている方がいます',
    call: `話せないときや、退出されたときは、\n${callThem}`,
    also: 'Zoomの音や画面でもお困りです。',
  },
  callMe: {
    title: 'お電話をご希望の方がいます',
    text: 'Zoomではなく、お電話でのご希望です。',
    call: callThem,
    also: 'お電話をご希望です。',
  },
  numbers: {
    title: 'Zoomの番号をさがしている方がいます',
    call: ifAbsent,
    also: 'Zoomの番号をさがしているそうです。',
  },
  late: { title: '遅れると連絡がありました', text: '遅れて入室するそうです。' },
  /** contact in the sense of the terms, but no cancellation. */
  absence: {
    title: '行けないと連絡がありました',
    text: '予約は、まだそのままです。',
    call: 'キャンセルは、お電話で承ることになっています。',
  },
  absenceWritten: {
    title: '行けないようだと連絡がありました',
    text: '「行けない」のボタンは、押されていません。\n予約は、まだそのままです。',
    call: '確かめるときは、お電話をお願いします。',
    also: '行けないようだとも、連絡がありました。',
  },
  /** After 「行けない」. */
  coming: {
    title: 'やはり行けると連絡がありました',
    text: '「行けない」とのご連絡のあとです。\n予約は、そのままです。',
    also: 'やはり行けるそうです。',
  },
  entered: {
    title: 'Zoomがつながったと連絡がありました',
    text: '前のご連絡のあとです。\nZoomをご確認ください。',
    also: 'Zoomはつながったそうです。',
  },
  newPhone: {
    title: '電話番号のことで連絡がありました',
    text: '番号が変わったか、別の電話をご希望のようです。\n登録の番号では、つながらないことがあります。\n新しい番号は、ここには出しません。\nお電話でお知らせくださいと、ご案内しました。',
    also: '電話番号のことでも、連絡がありました。',
  },
  /** Somebody who must not hear of it may be beside her. */
  noPhone: {
    title: 'お電話をしないでほしい方がいます',
    text: '登録の番号には、かけないでください。\nご事情があるか、出られないごようすです。',
  },
  mayCall: {
    title: 'お電話してもよいと連絡がありました',
    text: '「お電話をしないで」とのご連絡のあとです。\nいまは、お電話してもよいそうです。',
    also: 'お電話してもよいそうです。',
  },
  /** Never `call`: a call may be what she fears. */
  aboutCalls: {
    title: 'お電話のことで連絡がありました',
    text: inTouch,
    also: 'お電話のことでも、連絡がありました。',
  },
  /** Never `call`, for the same reason. */
  inNeed: {
    title: 'つらい状況を書いた方がいます',
    text: `書かれたことは、ここには出しません。
ご本人には、相談先の電話番号をお伝えしました。`,
    whenCalling: 'お電話では、まわりに人がいないかを、はじめにお確かめください。',
    also: 'つらい状況のことも、書かれていました。',
  },
};

/** Other news about a booking, by the kind of message. */
const otherTitles: Readonly<Record<Exclude<WaitingKind, PersonNotice>, string>> = {
  request: '申し込み、または日時の変更がありました',
  moveWish: '日時の変更の希望',
  withdrawn: '申し込みの取り下げがありました',
  nudge: '返事の期限が近づいています',
  noSign: '開始から10分たっても記録がありません',
  expired: '申し込みが期限切れになりました',
  wishUnanswered: '日時の変更の希望に、期限までにお返事できませんでした',
  offerTaken: '提案した日時で確定しました',
  offerRefused: '提案した日時は、どれも合わないそうです',
  offerGone: '提案した日時は、どれも選べなくなりました',
  offerLapsed: '提案した日時は、期限までに選ばれませんでした',
  unreachable: 'LINEが届かない方がいます',
  chatEnrolled: '職員用のトークが増えました',
  chatLeft: 'ほかの職員用のトークから、アカウントが外れました',
  linkRefused: 'LINEをつなげなかった方がいます',
  deletion: '登録を消すご希望がありました',
  unreadable: '内容のわからないお知らせがありました',
};

export const titleOfNotice = (about: string): string =>
  lookUp<Words>(noticeWords, about)?.title ??
  lookUp<string>(otherTitles, about) ??
  '予約についてのお知らせです';
