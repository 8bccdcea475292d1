// What people say around a name: 「こんにちは、佐藤です」, 「氏名：佐藤花子」, 「佐藤花子っていいます」, its reading beside it.
// No name has these words.

/** Courtesies around a name, one within the other; each costs a look at the whole text. */
const mostWraps = 8;

export function withoutCourtesy(text: string): string {
  let name = text;
  for (let count = 0; count < mostWraps && isWrapped(name); count += 1) name = unwrapped(name);
  return name;
}

export const isWrapped = (text: string): boolean => unwrapped(text) !== text;

/** Without the outermost courtesies; the text itself if nothing else is there. */
const unwrapped = (text: string): string =>
  withoutClosing(text).replace(opening, '').replace(ending, '').replace(laughter, '').trim() || text;

const hello =
  'はいどうぞ|はい|どうぞ|(?:了解|承知)(?:です|しました|いたしました)?|(?:わか|分か)りました|えっと|えーっと|えーと|ええと|あの|あのー|すみません|すいません|どうも|こんにちは|こんにちわ|こんばんは|おはよう(?:ございます)?|(?:はじめ|初め)まして|お世話になり?ます|お世話になっております';
const opening = new RegExp(
  `^(?:(?:${hello})(?:[、,。.…!！〜～\\s]+|(?=\\p{sc=Han}))|(?:わたし|私|わたくし|本人)(?:は[、,]? *|[:：] *)|本人 +|(?:(?:わたし|私|わたくし|本人)の *)?(?:お?名前|おなまえ|なまえ|本名|氏名|しめい)(?: *[:：] *| *は[、,]? *| +)|(?:my name is|i am|i'm|i’m|name *:|meu nome é|me chamo|eu sou) *)`,
  'iu',
);
/** 「です」 with what is hung on it when one types as one speaks. */
const ending =
  /(?<! )(?:(?<=\p{sc=Han})なん)? *(?:でした|です|だよ|っす|(?:と|って)(?:申|もう)します|(?:と|って)(?:言|い)(?:います|う(?:者|もの)?です))[っッーよねが〜～]*[。.!！♪☆★、,…笑wｗ]*$/u;
/** After a letter of a Japanese name only: 笑 may be a name itself, and so may W. */
const laughter =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー])(?:[wｗ]+|[(（]笑[)）]|(?:[!！♪☆★〜～…]|\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)+|(?<=\p{sc=Han})。)$/u;

/** Without 「、よろしくお願いします」 at its end, on a line of its own too; the text itself if nothing else is there. */
export const withoutClosing = (text: string): string =>
  text.replace(
    /(?<![、,。.!！\s])[、,。.!！\s]*(?:(?:で|を)?(?:どうぞ)?(?:よろしく|宜しく)?(?:お願い|おねがい|御願い)(?:いた|致)?し(?:ます|申し上げます|たいです)|(?:どうぞ)?(?:よろしく|宜しく)(?:です)?)[。.!！♪\s]*$/u,
    '',
  ) || text;

const label = '(?:ふりがな|フリガナ|ﾌﾘｶﾞﾅ|(?:読み|よみ)(?:仮名|がな|方|かた))';
const readingLine = new RegExp(`^\\s*(?:${label}|カナ\\s*(?=[:：]))`, 'u');
const readingBeside = new RegExp(`(?<![ 　(（、,])[ 　(（、,]+${label}.*$`, 'u');

/** 「姓：佐藤 名：花子」 */
const inTwoParts =
  /^(?:姓|名字|苗字)[:：\s]+(?<family>[^\s:：、,]+)[\s、,]+(?:名|名前)[:：\s]+(?<given>[^\s:：、,]+)$/u;

/** How the name is read, where it says so: only the name was asked. The text itself if nothing else is there. */
export function withoutItsReading(text: string): string {
  const lines = text.split('\n').filter((line) => !readingLine.test(line));
  const name = lines.join('\n').replace(readingBeside, '').trim();
  return name.replace(inTwoParts, '$<family> $<given>') || text;
}
