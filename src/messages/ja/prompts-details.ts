// Name, jobseeker number and phone (第6条(2)①–③). Each says what it is for where that helps her answer.
import type { Prompts, ShownDetails } from '../facts.ts';
import type { Fact } from '../message.ts';
import { askInWords, askOnCard, orWrite, pressAButton } from './asking.ts';
import { backOrQuit, quitButton } from './buttons.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';

export const detailFacts = ({ name, jobNumber, phone }: ShownDetails): Fact[] => [
  { label: fieldNames.name, value: name },
  { label: fieldNames.jobNumber, value: jobNumber ?? 'わからない' },
  { label: fieldNames.phone, value: phone },
];

export const detailPrompts = {
  knownDetails: (details, office, misses) => [
    askOnCard(
      {
        kind: 'card',
        alt: 'ご確認ください',
        title: '前回の登録を使いますか？',
        facts: detailFacts(details),
        buttons: [
          { label: labels.reuse, tap: { event: 'details.reused' }, tone: 'primary' },
          { label: labels.retype, tap: { event: 'details.retyped' } },
        ],
        choices: [quitButton],
      },
      { short: pressAButton, example: orWrite(labels.reuse) },
      misses,
      office,
    ),
  ],

  name: (_, office, misses) => [
    askInWords(
      {
        full: `氏名を教えてください。
ハローワークに登録した書き方でお願いします。
氏名と番号は、相談の予約とご連絡に使います。`,
        short: '氏名を送ってください。',
        example: '例 浜名 花子',
      },
      backOrQuit,
      misses,
      office,
    ),
  ],

  jobNumber: (_, office, misses) => [
    askInWords(
      {
        full: `求職番号を教えてください。
ハローワークカードなどに書かれています。
例 12345-1234567
手元になければ「${labels.jobNumberUnknown}」を選んでください。`,
        short: `求職番号を送ってください。
手元になければ「${labels.jobNumberUnknown}」を選んでください。`,
        example: '例 12345-1234567',
      },
      [{ label: labels.jobNumberUnknown, tap: { event: 'jobNumber.unknown' } }, ...backOrQuit],
      misses,
      office,
    ),
  ],

  jobNumberDoubtful: ({ masked }, office, misses) => [
    askOnCard(
      {
        kind: 'card',
        alt: 'ご確認ください',
        title: '求職番号は合っていますか？',
        facts: [{ label: fieldNames.jobNumber, value: masked }],
        buttons: [
          { label: labels.numberRight, tap: { event: 'yes' }, tone: 'primary' },
          { label: labels.numberWrong, tap: { event: 'no' } },
          { label: labels.jobNumberUnknown, tap: { event: 'jobNumber.unknown' } },
        ],
        choices: backOrQuit,
      },
      {
        full: '送った番号と見比べてください。\n数字の一部は「*」にしています。',
        short: pressAButton,
        example: orWrite('はい'),
      },
      misses,
      office,
    ),
  ],

  phone: (_, office, misses) => [
    askInWords(
      {
        full: `電話番号を教えてください。
Zoomがつながらないときに、職員がお電話します。
相談の日につながる番号をお願いします。
例 090-1234-5678`,
        short: '電話番号を送ってください。',
        example: '例 090-1234-5678',
      },
      backOrQuit,
      misses,
      office,
    ),
  ],
} satisfies Pick<Prompts, 'knownDetails' | 'name' | 'jobNumber' | 'jobNumberDoubtful' | 'phone'>;
