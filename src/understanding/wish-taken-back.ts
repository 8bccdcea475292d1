// What is typed while a wish for another time waits for staff: that it is not wished for any more.
import { compatible } from '../core/compatible.ts';

const takenBack =
  /(?:元|もと|前|最初|いま|今)の(?:まま|日|時間|予約|とおり|通り)[^。\n]{0,4}(?:で|が|に)|そのまま(?:で|が)(?:いい|良い|よい|大丈夫|お願い|おねがい)|(?:変更|希望)(?:は|を|の希望[はを]?)?(?:し(?:ない|ません)|や(?:め|っぱり?や)|な(?:し|く)|取り?(?:消|下|や)|キャンセル|不要|いりません|いらない|必要(?:ない|あり))|(?:変え|かえ)(?:なくて|ないで|ません)/;

/** 「やっぱり元の日時でいいです」, 「変更やめます」. */
export const takesWishBack = (text: string): boolean => takenBack.test(compatible(text));
