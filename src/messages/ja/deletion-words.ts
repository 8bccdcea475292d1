// 「登録を消したい」 and its like: that what is on record of her be deleted. The 求職登録 itself, a 履歴書 and the photos on her
// phone are no records of ours.
const ours =
  '(?:(?<!求職)登録|データ|(?:個人|わたしの|私の|自分の)?情報|記録|履歴(?!書)|アカウント|会員|プロフィール|(?:名前|番号|電話)(?:とか|など))';
const deleting =
  '(?:消し(?!ました|たの)|けし(?:て|た)|消す|消去(?!さ)|削除(?!さ)|抹消|破棄|取り?消し|解除|なくして|無くして)';
const asked = new RegExp(`${ours}[^。、?？\\n]{0,8}${deleting}|退会(?!さ)|忘れられる権利`);

/** 「データはいつ削除されますか」, 「消さないで」: nothing is to be deleted now. */
const onlyAsked =
  /いつ(?:頃|ごろ|まで)?[^。\n]{0,12}(?:消|削除)|(?:消さ|削除し|消し|けさ)ない|(?:変え|直し|修正)/;

export const asksDeletion = (words: string): boolean => asked.test(words) && !onlyAsked.test(words);
