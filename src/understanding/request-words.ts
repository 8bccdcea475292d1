// What she types at the counter while her request waits to be confirmed, and nothing else understands: whether there is an
// answer yet, another day, who else will be there. Her card says what is so.
import type { Field } from '../../flows/vocabulary.ts';
import { compatible } from '../core/compatible.ts';
import { isDatelike } from './form-intents.ts';
import { spellWish } from './wish-spelling.ts';

const forAnswer =
  /^(?:あの|すみません|[、,。. ]){0,3}まだ(?:です|でしょう|かかり?|決まり?|わかり?)?(?:ます|ません)?(?:か(?:ね|な)?|の)?[?？。!！…\s]*$|確定(?:し(?:まし)?た|して(?:い?ま|い?る)|です|は(?:いつ|まだ)|いつ|でき|され)|(?:予約|申し?込み?)(?:は|って|が)?(?:取れ|とれ|でき|通[っり]|とお[っり]|入って|はいって|どうな)|どう(?:なりまし|なって|なった)|(?:返事|返信|連絡|お知らせ|結果)(?:は|が|って|を)?(?:まだ|いつ|来|こな|きま|待|ない|あり?ませ)|いつ(?:ごろ|頃)?(?:決ま|きま|確定|わか|分か|返事|連絡)|(?:待|ま)って(?:い?ます|い?る)|お待ちして/;
const companion = /同席|付き?添|つきそい|(?:一緒|いっしょ)に(?:参加|受け|うけ|聞|話|相談|い)/;
const another =
  /に(?:して|変|かえ|替え|しても?ら|でき|なり)|変更|変え|かえて|ずらし|が(?:いい|良い|よい)|お願い|おねがい|希望|ください|下さい|早め|遅く/;
/** Without a date: 「別の日に変えたい」, 「予約をずらしたい」. */
const otherTime =
  /(?:(?:別|べつ|ほか|他)の|違う|ちがう)(?:日|時間|曜日)(?:に|が|で|を|へ)|(?:日|日にち|日時|日程|時間|予約)(?:を|の|は|って)?(?:変|かえ|替え|ずら)/;
const shortWish = 15;
/** That the day itself becomes another, whatever stands beside it; a call is no day: 「明日は電話に変えてください」. */
const moves =
  /(?<!電話|でんわ|zoom|ズーム)(?:に|へ)(?:して|変|かえ|替え|ずら|移|うつ)|(?<!(?:電話|でんわ)に)変更|ずらし/i;
const ofCalls = /電話|でんわ|折り?返し|(?<![a-z])tel/i;
/** Said of a day, these say what will happen on it: 「明日お休みします」, 「明日電話ください」. */
const somethingElse =
  /連絡|休み|やすみ|休む|パス|(?:行|い)け(?:な|ませ|そう)|行きます|伺い|キャンセル|取り?消|用事|急用|仕事|都合|遅れ|おくれ|zoom|ズーム|(?:入|はい)[れり]|つなが|繋|楽しみ|よろしく|ありがと|待ち/i;

/** `answer`: she waits for it; otherwise what she wants to be another. */
export function requestWords(text: string): 'answer' | Field | undefined {
  const words = compatible(text);
  if (companion.test(words)) return 'companion';
  if (isDatelike(spellWish(words)) && wishesForDay(words)) return 'date';
  if (otherTime.test(words)) return 'date';
  return forAnswer.test(words) ? 'answer' : undefined;
}

function wishesForDay(words: string): boolean {
  if (moves.test(words)) return true;
  if (ofCalls.test(words)) return false;
  return another.test(words) || (words.length <= shortWish && !somethingElse.test(words));
}

/** 「やめておきます」: of what brings the menu, this may be said of the booking itself. */
export const saysGivingUp = (text: string): boolean => compatible(text).includes('やめ');

/** 「全部無理です」, 「どの日も行けません」: of all that was named. */
export const namesAll = (text: string): boolean =>
  /全部|ぜんぶ|全て|すべて|全滅|どれも|どの(?:日|時間|日時|候補)も|いずれも|(?:3|三|2|二)つとも/.test(
    compatible(text),
  );
