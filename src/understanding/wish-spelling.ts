// Brings the many spellings of days and times to one: digits with 月, 日, 時, 分 and 半, weekdays as 火曜.
// 「らいしゅうのかようび１０じ」 becomes 「来週の火曜10時」, 「十二月一日」 12月1日.
import { plain, toHiragana } from './plain-text.ts';

/** For the readers of wishes only: what it makes is never shown or stored. */
export const spellWish = (text: string): string =>
  [
    toHiragana,
    spellWords,
    spellWeekdays,
    spellKanjiNumbers,
    spellKanaDays,
    spellKanaNumbers,
    spellWeekdayRanges,
  ].reduce((spelled, step) => step(spelled), plain(text).toLowerCase());

/** 「12/8 14」, 「火曜 1430」: a number alone behind a day. */
function bareHour(number: string): RegExp {
  const named = '(?:\\d[/月] ?\\d{1,2}日?|[月火水木金土日]曜日?|明日|今日|\\d日後)';
  return new RegExp(
    `(?<=${named}(?:\\([^)]{1,4}\\))?(?: |の) ?)${number}(?= ?(?:$|[~〜]|か ?\\d|で|に|から|ごろ|頃|希望|お願い))`,
    'g',
  );
}

/** Order matters where one word ends another: しあさって, あさって. */
const words: readonly (readonly [RegExp, string])[] = [
  [/さらいしゅう|さ来週/g, '再来週'],
  [/らいしゅう|翌週|(?:次|つぎ)の週/g, '来週'],
  [/こんしゅう/g, '今週'],
  [/さらいげつ|さ来月/g, '再来月'],
  [/らいげつ|翌月/g, '来月'],
  [/こんげつ/g, '今月'],
  [/しあさって|明々後日|明明後日/g, '3日後'],
  [/あさって|みょうごにち|明後日/g, '2日後'],
  // 「おねがいしまあす」, 「きょうと」 and 「とうきょう」 are no days.
  [/あした|(?<!ま)あす|みょうにち/g, '明日'],
  [/(?<!とう|べん)きょう(?![みと]|しつ|いく)|本日/g, '今日'],
  [/ごぜん|a\.m\.?/g, '午前'],
  [/ごご|p\.m\.?/g, '午後'],
  [/正午|しょうご/g, '12時'],
  // 10~12時
  [/(?<![\d/.月:-])(\d{1,2})(?= ?[~〜-] ?\d{1,2}時)/g, '$1時'],
  [bareHour('(?!20[2-9])([01]?\\d|2[0-3])([0-5]\\d)'), '$1:$2'],
  [bareHour('([01]?\\d|2[0-3])'), '$1時'],
  [/(?<=\d時か ?)(\d{1,2})(?= ?(?:$|で|に|希望|お願い))/g, '$1時'],
  // 「明日は一日仕事」 is no first of the month.
  [/(?<=[はも]|まる|丸)[一1]日中?(?=[^ 、。でにのがかはもと(\d午希願お以])/g, '終日'],
];

const spellWords = (text: string): string =>
  words.reduce((spelled, [word, meaning]) => spelled.replaceAll(word, meaning), text);

const kanaWeekdays = { げつ: '月', か: '火', すい: '水', もく: '木', きん: '金', ど: '土', にち: '日' };

// 「ハローワークにかよう」 and 「今日ようやく」 go on differently after よう; in 12月ようか it begins another word.
const kanaWeekday =
  /(?:(?<kana>げつ|か|すい|もく|きん|ど|にち)|(?<kanji>(?<!\d)[月火水木金土日]))よう(?:び|日|(?=[のでにかもは、。 \d午]|$))/g;

const spellWeekdays = (text: string): string =>
  text.replaceAll(kanaWeekday, (whole, kana: keyof typeof kanaWeekdays | undefined, kanji?: string) => {
    const letter = kanji ?? (kana === undefined ? undefined : kanaWeekdays[kana]);
    return letter === undefined ? whole : `${letter}曜`;
  });

const week = '月火水木金土日';

/** 月曜から金曜, 月~金: each of its days. 「火曜から木曜に」 changes one for another. */
const spellWeekdayRanges = (text: string): string =>
  text.replaceAll(
    /(?<![\p{sc=Han}\d])([月火水木金土日])(?:曜日?)?(?:から|~|-|〜|ー)([月火水木金土日])(?:曜日?(?:まで)?(?![にへ])|(?=[はがもでの、。 ]|まで|$))/gu,
    (_, first: string, last: string) => {
      const twice = (week + week).slice(week.indexOf(first));
      return [...twice.slice(0, twice.indexOf(last) + 1)].map((letter) => `${letter}曜`).join('・');
    },
  );

const kanjiDigits = '〇一二三四五六七八九';

const spellKanjiNumbers = (text: string): string =>
  text.replaceAll(
    /(?<![〇一二三四五六七八九十])[〇一二三四五六七八九十]+(?=月|日|時|じ|分|週間)/g,
    (number) => {
      const digit = (kanji: string) => kanjiDigits.indexOf(kanji);
      const [tens, units] = number.split('十');
      // 一〇 is written digit by digit, 二十三 is not.
      if (units === undefined) return Array.from(number, digit).join('');
      return String((tens === '' ? 1 : digit(tens ?? '')) * 10 + (units === '' ? 0 : digit(units)));
    },
  );

/** Days of the month that have a word of their own, by number. */
const kanaDays = [
  'ついたち',
  'ふつか',
  'みっか',
  'よっか',
  'いつか',
  'むいか',
  'なのか',
  'ようか',
  'ここのか',
  'とおか',
];
// いつか is also "some day", なのか "is it?", ようか "shall we": these count only after a month.
const ownDays =
  /(?<=(?:月|がつ)の? ?)(?:いつか|なのか|ようか)|(?:ついたち|ふつか|みっか|よっか|むいか|ここのか|とおか)/g;

const spellKanaDays = (text: string): string =>
  text
    .replaceAll(/(に)?じゅうよっか/g, (_, two?: string) => `${two === undefined ? 14 : 24}日`)
    .replaceAll('はつか', '20日')
    .replaceAll(ownDays, (word) => `${kanaDays.indexOf(word) + 1}日`);

const kanaUnits = new Map([
  ['いち', 1],
  ['に', 2],
  ['さん', 3],
  ['よん', 4],
  ['よ', 4],
  ['し', 4],
  ['ご', 5],
  ['ろく', 6],
  ['なな', 7],
  ['しち', 7],
  ['はち', 8],
  ['きゅう', 9],
  ['く', 9],
]);
const counters = new Map([
  ['がつ', '月'],
  ['にち', '日'],
  ['じ', '時'],
  ['はん', '半'],
]);

// 4 is し only in しがつ: しじ is an instruction.
const unit = [...kanaUnits.keys()].map((name) => (name === 'し' ? 'し(?=がつ)' : name)).join('|');
// 時間, 後日, 授業, 自由 and the like begin with じ too.
const counter = 'がつ|にち|じ(?!かん|つ|[ゃゅょき]|ゆう|ぶん)';
// 火曜にじゅうじ is ten o'clock, not twenty.
const kanaNumber = new RegExp(`(?:((?<![曜日])に|さん|よん|ご)?(じゅう))?(${unit})?(${counter})`, 'g');

const spellKanaNumbers = (text: string): string =>
  text
    .replaceAll(kanaNumber, (whole, tens?: string, ten?: string, ones?: string, counted?: string) => {
      // いちにち is all day long: the first ten days of a month have words of their own.
      if (ten === undefined && (ones === undefined || counted === 'にち')) return whole;
      const number =
        (ten === undefined ? 0 : (kanaUnits.get(tens ?? 'いち') ?? 1) * 10) +
        (kanaUnits.get(ones ?? '') ?? 0);
      return `${number}${counters.get(counted ?? '') ?? ''}`;
    })
    .replaceAll(
      new RegExp(`(?<=\\d ?)(?:${counter})|(?<=\\d(?:時|じ))はん`, 'g'),
      (word) => counters.get(word) ?? word,
    );
