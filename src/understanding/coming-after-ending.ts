// What is written after staff have cancelled or declined a consultation: that its person comes after all. Said of a booking that stands
// most of it would be no news, so it is read of one that ended only.
import { compatible } from '../core/compatible.ts';

const comes =
  /(?<![にへ])(?:行き|いき|参加し|出席し|伺い|うかがい)ます(?!か|と)|(?:予約|相談|面談)(?:の時間)?(?:どおり|通り|とおり)?に(?:行き|いき|伺い)ます(?!か|と)|(?:行け|いけ|参加でき|出られ|出れ|伺え)(?:ます|そう(?!に|も)|る(?:ように|こと)に?な(?:り|っ))(?!か|と)|(?:やっぱ|やはり)[^。\n]{0,10}(?:お願いし|お願いでき|受けたい|参加したい|行きたい|行く|来られ)/;
const keepsIt =
  /キャンセル(?:を|は|の|したのは?|が)?(?:し(?:ないで|ません|なくて|たくな|て(?:い?ません|い?ない|ほしくな))|やめ|取り?(?:消|や)|な(?:し|く)|間違|まちが|いりません|じゃな|ではな)|(?:予約|申し?込み?)(?:を|は|に)?(?:元に|もとに)?(?:戻し|もどし|復活|残し|のこし|そのまま|消さないで|取り消さないで)/;
/** Of another time, of the office itself, or a question. */
const elsewhere =
  /[?？]|か(?:ね|な)?[。.\s]*$|また|今度|次回|別の|来週|来月|なら|ハローワーク|窓口|来所|病院|仕事|迎え/;

/** 「間違えました、行きます」, 「キャンセルしないでください」, 「予約を戻してほしいです」. */
export function comesAfterEnding(text: string): boolean {
  const words = compatible(text);
  return (comes.test(words) || keepsIt.test(words)) && !elsewhere.test(words);
}
