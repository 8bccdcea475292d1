// What is typed while a wish for another time waits for staff: that it is not wished for any more, or how it stands.
import { compatible } from '../core/compatible.ts';

const takenBack =
  /(?:元|もと|前|最初|いま|今)の(?:まま|日|時間|予約|とおり|通り)[^。\n]{0,4}(?:で|が|に)|そのまま(?:で|が)(?:いい|良い|よい|大丈夫|お願い|おねがい)|(?:変更|希望)(?:は|を|の希望[はを]?)?(?:し(?:ない|ません)|や(?:め|っぱり?や)|な(?:し|く)|取り?(?:消|下|や)|キャンセル|不要|いりません|いらない|必要(?:ない|あり))|(?:変え|かえ)(?:なくて|ないで|ません)/;

const asked =
  /変更(?:の|は|を|って|した|希望|お願い|依頼|申請|件|日時|[、,\s]){0,6}.{0,8}(?:どうな|でき(?:まし(?!たら)|てい?ま|た(?:か|[?？]|$)|そう)|され(?:まし|た)|決ま|きまり|まだ|いつ|返事|連絡|結果|通[っり]|とお[っり]|確定)|(?:希望|別の日)(?:の件|の日時|のこと)?(?:は|って)[^。\n]{0,6}(?:どうな|まだ|いつ|返事|連絡)|(?:変わり|かわり)ましたか/;

/** 「変更はどうなりましたか」, 「変更できましたか」. */
export const asksOfWish = (text: string): boolean => asked.test(compatible(text));

/** 「やっぱり元の日時でいいです」, 「変更やめます」. */
export const takesWishBack = (text: string): boolean => takenBack.test(compatible(text));
