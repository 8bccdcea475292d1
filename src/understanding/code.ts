// The code of an enrolment, as people type it. In a group it stands alone; in a one-to-one chat, where people type
// numbers of their own, only after the word 登録.

import { compatible } from '../core/compatible.ts';

/** Far longer than any spelling of a code: normalizing may make eighteen characters of one. */
const longest = 60;

const digits = String.raw`(\d{4})[\p{Pd}ー−─\s]*(\d{4})`;
const bare = new RegExp(`^${digits}$`, 'u');
const named = new RegExp(String.raw`^登録(?:コード)?[\s:]*${digits}$`, 'u');

/** What copying brings along unseen, and the quotes in which the code was shown. */
const around = /[\p{Cf}「」『』]/gu;

const plain = (text: string): string =>
  text.length > longest ? '' : compatible(text).replaceAll(around, '').trim();

const eight = (match: RegExpExecArray | null): string | undefined => match?.slice(1).join('');

/** `1234-5678`, full width, with or without a hyphen. Undefined: no code at all. */
export const readCode = (text: string): string | undefined => eight(bare.exec(plain(text)));

/** 「登録 1234-5678」, spelled as freely. */
export const readNamedCode = (text: string): string | undefined => eight(named.exec(plain(text)));
