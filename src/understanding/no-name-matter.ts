// Words of the matter at hand, which are nobody's name: a day or an hour, a place, a hurry, a language, the office's people,
// and letters that slipped under the fingers.
import { mention } from './wish-mention.ts';
import { spellWish } from './wish-spelling.ts';

const onlyWhen = new RegExp(
  `^(?:(?:${mention}|昼)(?:以降|以前|過ぎ|すぎ|ごろ|頃)?[、,・ のにはがからまで]{0,3}){1,12}(?:いい|希望)?$`,
  'u',
);

/** 「火曜」, 「十時」, 「明日の午後」: the whole message. 十時 花子 has a name besides. */
const saysOnlyWhen = (text: string): boolean => text.length <= 40 && onlyWhen.test(spellWish(text));

const urgency = '大?至急|緊急|お?急ぎ(?:です)?|急いで(?:い?ます|い?る)?|早め|早急|(?:早|はや)く';
const place =
  '(?:静岡|浜松|磐田|湖西|袋井|掛川|豊橋|菊川|焼津|島田)市|(?:浜松市)?(?:中央|浜名|天竜|中|東|西|南|北|浜北)区|\\p{sc=Han}{2,3}[県府]|[^ ]{1,8}(?:在住|出身)';
const onlyThat = new RegExp(`^(?:${urgency}|${place})$`, 'u');
/** Behind a name: 「佐藤花子 至急」. 与市 and 喜三市 are given names. */
const behind = new RegExp(`^(?:${urgency}|${place}|\\p{sc=Han}{4}市|\\p{sc=Han}{1,3}区)$`, 'u');

/** A word after the first that tells something else. `text`: in compatibility form. */
export const isMatterBehind = (word: string): boolean => behind.test(word);

/** 勇人 and 語 are given names. */
const languages =
  /[\p{sc=Kana}ー]{2}[語人]|(?:日本|中国|韓国|外国)[語人]|英語|(?:にほん|にっぽん|えい|ちゅうごく|かんこく)ご(?=$| |が|は|わ|を|も)/u;
export const namesLanguage = (text: string): boolean => languages.test(text);

const people = /スタッフ|職員|担当|窓口|受付|係の人|係員|\p{sc=Han}{2}(?:へ|より)(?= |$)/u;
/** 「キャンセル希望」, 「確定済み」; 佐藤 希望 is a name. */
const state =
  /(?:キャンセル|変更|取り?消し?|面談|返信|返事|連絡)(?:希望|待ち|したい)?$|(?:済み|ずみ)$|[死殺糞嫌誰]/u;

/** `text`: in compatibility form. */
export const isMatter = (text: string): boolean =>
  saysOnlyWhen(text) || onlyThat.test(text) || people.test(text) || state.test(text);

/** 「さとうhなこ」: a letter that was not turned into kana. */
const slipped = /[\p{sc=Hira}\p{sc=Kana}ー]\p{sc=Latn}|\p{sc=Latn}[\p{sc=Hira}\p{sc=Kana}ー]/u;
/** No word begins with these. */
const smallKana = /(?:^| )[ぁぃぅぇぉっゃゅょゎー]/u;

export const isMistyped = (text: string): boolean => slipped.test(text) || smallKana.test(text);
