// The one spelling in which typed words are compared.
import { compatible } from '../core/compatible.ts';

/**
 * Half width, lower case, without spaces, punctuation, marks and emoji: 「ひとつ前へ。」, `ひとつ 前へ！` and
 * 「ひとつ前へ😊」 are the same. Empty when nothing but these was sent, so that a 👍 never means a word.
 */
export const plainWords = (text: string): string =>
  compatible(text)
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}\p{M}\p{Cf}\p{Cc}\p{Extended_Pictographic}\p{RI}\p{Emoji_Modifier}]/gu, '');

const courtesy =
  /(?:[でをは]?(?:お願い(?:いた|致)?し(?:たい)?ます|おねがいします|お願い)|してください|して下さい|です|ください|下さい)$/;

/** The same without 「お願いします」 and the like at its end; the words themselves if nothing else is there. */
export const withoutCourtesy = (words: string): string => words.replace(courtesy, '') || words;

/** 「やっぱり違う日」 is 違う日. */
export const withoutSecondThoughts = (words: string): string =>
  words.replace(/^(?:やっぱり?|やはり)/, '') || words;

/** 「同意する？」 asks, it does not agree. */
export const isQuestion = (text: string): boolean => /[?？]/.test(text);

const kanaOffset = 'ア'.charCodeAt(0) - 'あ'.charCodeAt(0);

/** Katakana as hiragana. */
export const toHiragana = (text: string): string =>
  text.replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCodePoint(kana.charCodeAt(0) - kanaOffset));
