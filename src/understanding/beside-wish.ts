// What was written beside a day and time: 「… 夫に内緒で」, 「カメラなしで」. Nobody has it, so it must not be lost in silence.
import { plain } from './plain-text.ts';
import { spellWish } from './wish-spelling.ts';

/** Staff would have to know it, whatever else is said with it. */
const forStaff =
  /担当|相談員|女性|男性|通訳|手話|資料|書類|求人|履歴書|経歴書|質問|ちなみに|それと|ついでに|内緒|ないしょ|秘密|ひみつ|知られ|ばれ|かめら|顔|まいく|みゅーと|声|音|授乳|みるく|おむつ|途中|とちゅう|抜け|早退|早めに|遅れ|おくれ|遅刻|耳が|筆談|日本語|外国|短め|短く|みじか|長め|長く|(?:\d{1,2}分)(?:で|だけ|くらい|ぐらい|ほど|以内)|若い|年配|べてらん|同じ(?:人|方)|前回|前の(?:人|方)|いつもの(?:人|方)|(?:電話|訪問|来所|窓口|対面)(?:で|に|希望)|らいんで/;

/** What the form asks next, or has asked. */
const askedNext = /同席|電話|番号|付き添/;

/** Why that day: nobody needs to be told. */
const reason =
  /[^。、,!?\n]{1,40}?(?:ので|なので|のため|為に?|だから|ですから|(?<=[るたいなう])から(?![時\d半])|(?<=[るたいなう])ため|んで(?=[、,\s]))/g;

const dateOrTime =
  /(?:\d{4} ?[年/.-] ?)?\d{1,2} ?(?:月の? ?|\/|-|\.) ?\d{1,2} ?日?|令和|平成|\d{1,4} ?(?:時半?|分|日|月|年|週間?|[ap]m|:\d{2})|:\d{2}|\d+|[月火水木金土日](?:曜日?|(?=[\s、,・)(]|$))|曜日?|午前中?|午後|(?:今|来|再来|翌|毎)(?:週|月|日)|明日|今日|明後日|朝|昼|夕方|夜|頃|ごろ|ころ|中旬|上旬|下旬|月末|月初|半|祝日|平日|休日|土日|週末/g;

/** How a wish is worded. */
const wishing =
  /仕事|しごと|お?休み|用事|学校|保育園|幼稚園|お?迎え|送迎|ばいと|ぱーと|しふと|予定|お?(?:願|ねが)い?(?:いた|致|し)*(?:し)?(?:ます|たい)?|よろしく|宜しく|どうぞ|ください|下さい|くださ|予約|よやく|申し?込み?|もうしこみ?|相談|面談|おんらいん|ずーむ|zoom|希望|きぼう|第[一二三]|候補|都合|つごう|日程|日時|日にち|ひにち|曜日|時間帯?|じかん|空いて|あいて|空き|あき|開いて|取れ|とれ|取り|とり|入れ|いれ|行け|いけ|行き|いき|行く|いく|伺|うかが|参加|出れ|出られ|でき|出来|受け|うけ|大丈夫|だいじょうぶ|問題|可能|かのう|無理|むり|だめ|駄目|厳し|きびし|難し|むずかし|嫌|合わ|合う|良い|よい|よけれ|いい|いー|良けれ|嬉し|うれし|助か|たすか|はじめ|始め|開始|すたーと|おわ|終わ|最短|最速|一番|いちばん|早[いく]|はや[いく]|遅[いく]|おそ[いく]|いつ|なるべく|できれば|できたら|出来れば|可能なら|もし|もしくは|または|あるいは|それとも|やっぱり?|やはり|じゃあ?|では|でわ|それなら|それで|その日|この日|そこ|ここ|その|この|それ|これ|だけ|しか|以外|以降|以前|いこう|あたり|辺り|くらい|ぐらい|まで|から|より|ほど|とか|など|なら|だったら|でしたら|であれば|です|ます|ました|ません|でした|でしょう|だよ|だね|かな|かも|かしら|っけ|した|して|する|したい|たい|すみません|すいません|ごめんなさい|ごめん|ありがとう|ございます|はい|うん|ええ|いえ|いや|えっと|えーと|えと|あの|あー|んー|うーん|わかりました|了解|ok|おけ|変更|変え|かえ|替え|直し|なおし|間違|まちが|違[いうっ]|ちが[いうっ]|さっき|先ほど|さきほど|思い|思う|おもい|考え|検討|選び|えらび|決め|きめ|見て|みて|教えて|おしえて|知り|ある|あり|ない|なし|なく|いる|います|ら辺|次|つぎ|最初|最後|来月|中|内|前|後|間|他|ほか|別|日|分|回|目|方|ほう|人|私|わたし|こちら|そちら|どれ|どちら|どっち|どう|なん|何|誰|[ぁ-ん]{1,2}(?=[\s、。]|$)|[のはがをにでもとやへねよかだなてたるしいくれっー]/g;

/** From so many letters on a part says something of its own; kanji, and words in katakana, say more than kana do. */
const lettersAtLeast = 3;
const kanjiAtLeast = 2;
const foreignWord = /[ァ-ヶー]{3,}/g;
const ownForeignWords =
  /^(?:ズーム|オンライン|スタート|マデ|カラ|ヨウビ|オネガイ|デス|[ァ-ヶー]*(?:ヨウビ|ライシュウ|コンシュウ|アシタ|アサッテ|ゴゴ|ゴゼン)[ァ-ヶー]*)/;

/** Something else that she says beside a day and time. `later`: only what the form asks itself. */
export function besideWish(text: string): 'nothing' | 'later' | 'more' {
  const spelled = spellWish(text);
  if (forStaff.test(spelled)) return 'more';
  if (askedNext.test(spelled)) return 'later';
  const left = spelled.replaceAll(reason, '、').replaceAll(dateOrTime, '、').replaceAll(wishing, ' ');
  const longest = Math.max(...left.split(/[^\p{L}]+/u).map((part) => part.length));
  const kanji = left.match(/\p{sc=Han}/gu)?.length ?? 0;
  const isMore = longest >= lettersAtLeast || kanji >= kanjiAtLeast || saysForeignWord(text);
  return isMore ? 'more' : 'nothing';
}

const saysForeignWord = (text: string): boolean =>
  /[ぁ-ん]/.test(text) &&
  (plain(text).replaceAll(reason, '、').match(foreignWord) ?? []).some((word) => !ownForeignWords.test(word));
