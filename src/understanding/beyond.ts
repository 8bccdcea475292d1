// What was written beside an answer: nothing of it is kept, so it must not be passed over in silence.
import { plainNumber, toHiragana } from './plain-text.ts';
import { withoutRuledOut } from './ruled-out.ts';

/** Words around a number that only say which number it is, or are polite. */
const around =
  /求職者?番号|電話番号|番号|電話|でんわ|携帯|けーたい|すまほ|tel|自宅|実家|固定|職場|会社|夫|旦那|主人|妻|母|父|親|家族|本人|自分|私|わたし|はろーわーく|かーど|登録|連絡先|日中|昼間|たぶん|多分|おそらく|(?:だと|と)?思い?(?:ます|う)?|合って(?:い?ます|い?る)?|間違い?ありません|になります|なります|(?:変更|変え|かえ|変わ|かわ|直し|なおし|訂正|修正|違[いうっ]|ちが[いうっ]|間違|まちが)[っいえてたしまりう]*(?:ました|ます|ください|下さい)?|正しい|正しく|新しい|お願い(?:いた|致)?します|おねがいします|よろしく|かな|かも(?:しれ(?:ない|ません))?|(?:の)?はず|だった|でした|らしい|みたい|っけ|ですか|ますか|でいい|でよい|たしか|確か|ですよね|よね|ありがとうございます|すみません|すいません|ごめんなさい|どうぞ|はい|えっと|えーと|こちら|これ|家|です|だよ|[のはがをにでもだねよと、。]/gi;

/** A time or a count beside a number: 「10時以降」. */
const timeOrCount = /(?<!\d)\d{1,2}(?:時半?|じ|:\d{2}|分|日|月|歳|才|人|年|階|回)/g;

/** The same without its times and counts, whose digits belong to no number. */
export const withoutTimes = (text: string): string => text.replaceAll(timeOrCount, ' 、 ');

/** 「夫の番号です」, 「子どもの携帯」: not hers. A family's landline and a place of work may be. */
const anothers =
  /(?:夫|旦那|だんな|主人|妻|嫁|母|父|両?親|家族|姉|妹|兄|弟|娘|息子|子ども|子供|こども|友[人達だ]ち?|知人|知り合い|彼氏?|彼女)(?:さん)?(?:名義|[のが](?:携帯|けーたい|電話|でんわ|番号|すまほ|もの|やつ|です|だ|ん|$)|[のが]?$)/;
const ownWords = /(?:私|わたし|自分|本人|自身)(?:の|が|も)|(?:じゃ|では)(?:な|あり)/;

/** A day she would like, which the form asks for itself; not when she can be called. */
const wishedDay = /\d{1,2}[月/]\d{1,2}|[月火水木金土日]曜|明日|あした|あさって|明後日|来週|再来週/;
const whenToCall = /以降|まで|電話|連絡|つなが|繋が|出(?:ら|れ|ま)|かけ|のみ|だけ/;

/** What was written beside a number. `whose`: that it is somebody else's; `later`: only what the form asks after it. */
export type BesideNumber = 'nothing' | 'whose' | 'later' | 'more';

/** 「夕方以降しか出られません」, 「夫の携帯です」, a second number. */
export function besideNumber(text: string): BesideNumber {
  const plain = withoutRuledOut(plainNumber(text));
  const words = toHiragana(plain.replaceAll(/\+?[\d\-(). ]+/g, '、')).toLowerCase();
  if (anothers.test(words.replaceAll(/[、。\s]+/g, '')) && !ownWords.test(words)) return 'whose';
  const numbers = numbersIn(plain);
  if (numbers.size < 2 && wishedDay.test(plain) && !whenToCall.test(words)) return 'later';
  const left = words.replaceAll(around, '').match(/\p{L}/gu) ?? [];
  return plain.search(timeOrCount) !== -1 || numbers.size > 1 || left.length >= 2 ? 'more' : 'nothing';
}

const numbersIn = (plain: string): ReadonlySet<string> =>
  new Set(
    (plain.match(/\d[\d\-(). ]*/g) ?? [])
      .map((part) => part.replaceAll(/\D/g, ''))
      .filter(({ length }) => length >= 4),
  );
