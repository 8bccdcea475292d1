// How a day or a time is mentioned, as pieces of expressions. In the spelling of wish-spelling.ts.

export const week = '(?:今週|来週|再来週|\\d週間?後)';
export const day = `(?:(?:\\d{4} ?[年/.-] ?)?\\d{1,2} ?(?:月の? ?|/) ?\\d{1,2} ?日?|(?:${week}の? ?|(?:今月|来月|再来月|毎週)の? ?)?(?:[月火水木金土日]曜日?|\\d{1,2}日(?!後))|\\d{1,2}日後|${week}|今日|明日)(?: ?\\([^)]{1,5}\\))?`;
/** 月・水・金, 月水金: several without 曜, where what follows says that they are days. */
export const letters =
  '(?<![\\p{sc=Han}\\d])[月火水木金土日](?:[・、,/と]?[月火水木金土日]){1,6}(?:曜日?)?(?=[はがもでだな、。 ]|$)';
export const clock = '(?:(?:午前|午後|朝|夕方|夜|昼)(?:の|は)? ?)?\\d{1,2}(?:時(?:半|\\d{1,2}分)?|:\\d{2})';
/** One, or from one to another. */
export const hours = `${clock}(?: ?(?:から|~|-) ?${clock})?`;
export const time = `(?:${hours}|午前中?|午後|朝|夕方|夜)`;
export const mention = `(?:${letters}|${day}|${time})`;
/** 月曜と水曜, 12/1・12/2, 来週の火曜の午前. */
export const mentions = `${mention}(?:(?: ?(?:の|と|や|か|も|・|、|または) ?| ?)${mention}){0,6}`;

/** All of them that stand together, or none: fewer are not tried, for every end would be tried for each. */
export const together = `(?=(?<named>${mentions}))\\k<named>`;

/** She says outright that it does not suit her. */
export const refusing = [
  '無理|むり|だめ|駄目|ng|✕|×|避け|さけ|嫌|いや(?:です|だ|$|[ 。、])|やめ(?:て|とく|とき|よう|ま)|困り|困る|厳し|きびし|難し|むずかし|(?:間に合|まにあ)(?:わ[なずん]|いま(?:せ|へ)ん)|(?:早|はや|遅|おそ)すぎ',
  '(?:行け|いけ|来れ|来られ|出れ|出られ|でき|出来|取れ|休め|動け|空け|都合つけ)(?:ない|なく|なさ|なか|ま(?:せ|へ)ん|ん|そうにな)',
  '(?:空い|あい)て(?:い)?(?:ない|ま(?:せ|へ)ん)|空[いき](?:て)?なし|都合[がはも]?(?:悪|わる|つか|付か|合わ)|埋まって|うまって|ふさが|塞が|いっぱい',
  'ちょっと(?=$|[ 。、.…~ー]|です|なあ?$|…)',
].join('|');

/** What she does then instead, and what nobody asks this office for; katakana has become hiragana. */
export const duty =
  '仕事|しごと|勤務|出勤|夜勤|日勤|しふと|ばいと|ぱーと|会議|通院|病院|歯医者|受診|健診|検診|手術|予防接種|参観|行事|運動会|発表会|遠足|法事|葬|旅行|出張|迎え|むかえ|送りの|送りが|送り迎え|送迎|当番|授業';
export const occupied = `${duty}|用事|ようじ|用[がの]あ|予定|先約|約束|懇談|面談|面接(?=[がなだ]|です)|講座|講習|訓練|忙し|いそがし|ばたばた|出かけ|でかけ`;

/** 「無理ですか」 asks for the day, 「無理なら」 names another wish, 「仕事が休み」 is a free day. */
export const notSo =
  '(?! ?(?:です|でしょう|じゃない|ます)?か(?:ね|な)?[ 。]*[?？]| ?(?:です|でしょう)か[ 。]*$| ?[?？]| ?(?:なら|だったら|であれば|でしたら|の場合|な場合|な時|なとき|ければ|けれ?ば)| ?(?:じゃ|では)な| ?[がはも]?(?:お?休み|休日|ない|無い|なし|入ってな|終わ|おわ|早く終)| ?の(?:後|あと|前|帰り|合間)| ?(?:帰り|終わり|後|あと|前)(?:に|の|で|なら|だと)|なく|がな| ?[をので]?(?:お願い|おねがい|希望|した[いく]|でき(?:ます|る)))';
