// The one spelling that the readers work on: what a phone's Japanese keyboard makes of digits and dashes.

import { compatible } from '../core/compatible.ts';

// Zero-width characters and direction marks come along when text is pasted.
const invisible = /[\p{Cf}\u3164\uFFA0]/gu;

/** Half-width digits, letters and punctuation; spaces made simple; nothing invisible. Lines stay apart. */
export const plain = (text: string): string =>
  compatible(text)
    .replaceAll(invisible, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim();

// Every Unicode dash, and what is typed for one: minus, box drawing, wave dash, tilde, hyphen bullet.
const dash = /[\p{Pd}−─━~⁃˗]/gu;

// These stand for a dash only between digits: elsewhere they are the word スキー, the number one, a particle.
const spokenDash = /(?<=\d ?)(?:ー+|一|の|ハイフン|マイナス)(?= ?\d)/g;

/** Text in which a number was typed: plain, and every kind of dash between its digits is one `-`. */
export const plainNumber = (text: string): string =>
  plain(text)
    .replaceAll(dash, '-')
    .replaceAll(spokenDash, '-')
    .replaceAll(/ ?-[- ]*/g, '-');

const kanaOffset = 'ア'.charCodeAt(0) - 'あ'.charCodeAt(0);

/** Katakana as hiragana, for words that are written either way; everything else stays. */
export const toHiragana = (text: string): string =>
  text.replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCodePoint(kana.charCodeAt(0) - kanaOffset));
