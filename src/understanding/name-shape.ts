// What a name looks like, whatever its words mean: how it is put together of scripts. 「まだ決めてない」 goes from kana to
// kanji and back within one word, as sentences do and names do not.
import { graphemes } from '../core/graphemes.ts';

/** The longest names in kana have ten: ちょうそかべもとちか. */
const mostKana = 12;
/** 井の上みち子: an own name in kanji with a given name that changes once more. */
const mostRuns = 3;

const runs = /(?<han>\p{sc=Han}+)|(?<hira>[\p{sc=Hira}ー]+)|(?<kana>[\p{sc=Kana}ー]+)/gu;
/** 一の瀬, 関が原, 三つ井 are one family name each. */
const joined = /(?<=^\p{sc=Han})[のがつ](?=\p{sc=Han})/u;

/** 「会社は田中商店」, 「ミルクの時間」 */
const particle = /\p{sc=Han}[はをへでに]\p{sc=Han}|[\p{sc=Kana}ー]{2}の\p{sc=Han}/u;

/** `text`: in compatibility form. */
export const isBuiltLikeASentence = (text: string): boolean =>
  text.split(/[\s\p{P}\p{S}]+/u).some((word) => {
    const kinds = kindsOf(word.replace(joined, '々'));
    if (kinds.length > mostRuns || kinds.join(' ') === 'hira han hira' || particle.test(word)) return true;
    const mayBeLong = word.length > mostKana && kinds.includes('hira') && !kinds.includes('kana');
    return mayBeLong && graphemes(word).length > mostKana;
  });

const kindsOf = (word: string): string[] =>
  Array.from(word.matchAll(runs), ({ groups = {} }) => {
    if (groups.han) return 'han';
    return groups.hira ? 'hira' : 'kana';
  }).filter((kind, index, all) => kind !== all[index - 1]);

/** Words of English, Portuguese and other languages that are nobody's; Do, My, No, You, Are and Nao are somebody's. */
const spoken = new Set(
  `what is was don't dont can't cant cannot understand japanese english speak please hello sorry thanks thank
  why where when which who name help later this that não nome japonês japones entendo obrigada obrigado qual desculpe português portugues
  tôi không entiendo gracias nombre hola saya watashi desu nihongo muzukashii wakaranai wakarimasen`.split(
    /\s+/,
  ),
);

/** 「我不懂日语」 */
const chinese = /不(?:懂|明白|知道|会|會)|日语|日語|日文|中文|谢谢|謝謝|请|請/u;

export const isForeignSentence = (text: string): boolean =>
  chinese.test(text) ||
  text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{M}']+/u)
    .some((word) => spoken.has(word));
