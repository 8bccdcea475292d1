// The words of the form in which staff put a person's details right.
import type { Detail } from '../../../flows/vocabulary.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { lookUp } from './look-up.ts';

const digitsIn = '数字が入っています。氏名だけを入れてください。';
const nameErrors: Readonly<Record<string, string>> = {
  empty: '氏名を入れてください。',
  tooLong: '長すぎます。80文字までで入れてください。',
  digitsOnly: digitsIn,
  digitsInside: digitsIn,
  link: 'リンクやメールアドレスは入れられません。',
  oddSigns: '使えない記号があります。',
};

const fewDigits = 'けた数が足りません。';
const manyDigits = 'けた数が多いようです。';
const phoneErrors: Readonly<Record<string, string>> = {
  areaCodeMissing: '市外局番から入れてください。',
  tooShort: fewDigits,
  tooLong: manyDigits,
  notReachable: 'こちらからかけられない番号です。',
  foreign: '日本の電話番号を入れてください。',
  severalNumbers: '番号は、ひとつだけ入れてください。',
  noSuchNumber: '使われていない番号のようです。',
};

const myNumber = 'マイナンバーのようです。保存していません。';
const jobNumberErrors: Readonly<Record<string, string>> = {
  looksLikePhone: '電話番号のようです。',
  otherNumber: '求職番号ではない番号のようです。',
  myNumber,
  perhapsMyNumber: myNumber,
  tooShort: fewDigits,
  tooLong: manyDigits,
  severalNumbers: '番号は、ひとつだけ入れてください。',
};

const errors: Readonly<Record<Detail, [Readonly<Record<string, string>>, string]>> = {
  name: [nameErrors, '氏名だけを入れてください。'],
  phone: [phoneErrors, '電話番号が読み取れませんでした。'],
  jobNumber: [jobNumberErrors, '求職番号が読み取れませんでした。'],
};

export const detailsForm = {
  correct: '氏名や番号を直す',
  recordNumber: labels.recordNumber,
  labels: { name: fieldNames.name, phone: fieldNames.phone, jobNumber: fieldNames.jobNumber },
  hints: { jobNumber: '例 22020-1234567。わからないときは、空のままにしてください。' },
  save: '保存する',
  problems: '保存していません。次のところを直してください。',
  refused: (field: Detail, reason: string): string => {
    const [known, other] = errors[field];
    return lookUp<string>(known, reason) ?? other;
  },
  saved: (fields: readonly Detail[]): string[] => [
    `${fields.map((field) => fieldNames[field]).join('と')}を直しました。`,
    'ご本人には、お知らせしません。',
  ],
  asBefore: ['この内容で保存してあります。'],
  changedSince: ['ほかの方が、先に直しました。保存していません。', 'いまの内容を確かめてください。'],
};
