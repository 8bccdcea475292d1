// 「登録を消したい」 and its like: that what is on record of her be deleted. The 求職登録 itself, a 履歴書, the photos on her
// phone and what she has with Zoom or LINE are no records of ours.
const ours =
  '(?<!(?:zoom|ズーム|line|ライン|google|グーグル|マイページ|スマホ|携帯|アプリ)の?)(?:(?<!求職)登録|データ|(?:個人|わたしの|私の|自分の)?情報|記録|履歴(?!書)|アカウント|会員|プロフィール|(?:名前|番号|電話)(?:とか|など))';
const deleting =
  '(?:消し(?!ました|たの)|けし(?:て|た)|消す|消去(?!さ)|削除(?!さ)|抹消|破棄|取り?消し|解除|なくして|無くして)';
const asked = new RegExp(`${ours}[^。、?？\\n]{0,8}${deleting}|退会(?!さ)|忘れられる権利`, 'i');
/** Where no form stands, whose answers it could mean. */
const everything = new RegExp(
  `^(?:私の|わたしの|もう)?(?:全部|ぜんぶ|すべて|全て|何もかも)(?:を)?${deleting}`,
);

/** 「データはいつ削除されますか」, 「消さないで」, 「消したくない」: nothing is to be deleted now. */
const onlyAsked =
  /いつ(?:頃|ごろ|まで)?[^。\n]{0,12}(?:消|削除)|(?:消|削除)[^。\n]{0,12}(?:いつ|何日|何か?月|何年)|(?:消さ|削除し|消し|けさ)な[いく]|(?:消し|けし|削除し|消去し|抹消し|解除し|退会し|され)たく(?:は)?(?:な|あり)|てほしく(?:は)?(?:な|あり)|(?:変え|直し|修正)/;

export const asksDeletion = (words: string, isAtCounter: boolean): boolean =>
  (asked.test(words) || (isAtCounter && everything.test(words))) && !onlyAsked.test(words);
