// What was written beside an answer: nothing of it is kept, so it must not be passed over in silence.
import { plainNumber, toHiragana } from './plain-text.ts';

/** Words around a number that only say which number it is, or are polite. */
const around =
  /求職者?番号|電話番号|番号|電話|でんわ|携帯|けーたい|すまほ|tel|自宅|実家|固定|職場|会社|夫|旦那|主人|妻|母|父|親|家族|本人|自分|私|わたし|はろーわーく|かーど|登録|連絡先|日中|昼間|たぶん|多分|おそらく|(?:だと|と)?思い?(?:ます|う)?|合って(?:い?ます|い?る)?|間違い?ありません|になります|なります|(?:変更|変え|かえ|直し|なおし|訂正|修正|違い|違っ|ちがい|ちがっ|間違|まちが)[っいえてたしまり]*(?:ました|ます|ください|下さい)?|正しい|正しく|新しい|お願い(?:いた|致)?します|おねがいします|よろしく|どうぞ|はい|えっと|えーと|こちら|これ|家|です|だよ|[のはがをにでもだねよと、。]/gi;

/** A time or a count beside a number: 「10時以降」. */
const timeOrCount = /(?<!\d)\d{1,2}(?:時半?|じ|:\d{2}|分|日|月|歳|才|人|年|階|回)/g;

/** The same without its times and counts, whose digits belong to no number. */
export const withoutTimes = (text: string): string => text.replaceAll(timeOrCount, ' 、 ');

/** Whether more was written than one number: 「夕方以降しか出られません」, or a second number. */
export function saysMoreThanNumber(text: string): boolean {
  const plain = plainNumber(text);
  if (plain.search(timeOrCount) !== -1) return true;
  const numbers = new Set(
    (plain.match(/\d[\d\-(). ]*/g) ?? [])
      .map((part) => part.replaceAll(/\D/g, ''))
      .filter(({ length }) => length >= 4),
  );
  const words = toHiragana(plain.replaceAll(/\+?[\d\-(). ]+/g, '、')).toLowerCase();
  const left = words.replaceAll(around, '').match(/\p{L}/gu) ?? [];
  return numbers.size > 1 || left.length >= 2;
}

/** Something else that she asks for beside a day and time. `later`: only what the form asks next. */
export function beyondWish(text: string): 'nothing' | 'later' | 'more' {
  if (/担当|相談員|女性|男性|通訳|手話|資料|書類|求人|履歴書|経歴書|質問|ちなみに|それと|ついでに/.test(text))
    return 'more';
  return /同席|電話|番号|付き添/.test(text) ? 'later' : 'nothing';
}
