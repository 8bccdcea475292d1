// The last questions before a request is sent.
import type { Field } from '../../../flows/vocabulary.ts';
import type { Prompts } from '../facts.ts';
import { askOnCard, orWrite, pressAButton } from './asking.ts';
import { staffAway } from './booking-messages.ts';
import { backOrQuit } from './buttons.ts';
import { phoneLine } from './contact.ts';
import { slotLines } from './dates.ts';
import { fieldNames, labels } from './labels.ts';
import { detailFacts } from './prompts-details.ts';

export const companionText = (companion: boolean): string => (companion ? labels.accompanied : labels.alone);

export const reviewPrompts = {
  companion: (_, office, misses) => [
    askOnCard(
      {
        kind: 'card',
        alt: 'お選びください',
        title: '同席する方はいますか？',
        buttons: [
          { label: labels.alone, tap: { event: 'companion.answered', companion: '0' } },
          { label: labels.accompanied, tap: { event: 'companion.answered', companion: '1' } },
        ],
        choices: backOrQuit,
      },
      {
        full: `通訳や介助の方などです。
お子さまのことは、前もってお電話でご相談ください。
${phoneLine(office)}`,
        short: pressAButton,
        example: orWrite(labels.alone),
      },
      misses,
      office,
    ),
  ],

  review: ({ slot, companion, details, moving, isUnseen }, office, misses) => [
    askOnCard(
      {
        kind: 'card',
        alt: '内容をご確認ください',
        title: moving ? 'この日時に変えますか？' : 'この内容で申し込みますか？',
        facts: [
          { label: fieldNames.date, value: slotLines(slot) },
          ...detailFacts(details),
          { label: fieldNames.companion, value: companionText(companion) },
        ],
        buttons: [
          { label: labels.submit, tap: { event: 'submitted' }, tone: 'primary' },
          { label: labels.edit, tap: { event: 'edit.asked' } },
        ],
        choices: backOrQuit,
      },
      {
        full: `${moving ? '変更' : '申し込み'}はまだ終わっていません。\n${
          isUnseen ? `${staffAway}\n${phoneLine(office)}` : `「${labels.submit}」を押すと、職員に届きます。`
        }`,
        short: pressAButton,
        example: orWrite(labels.submit),
      },
      misses,
      office,
    ),
  ],

  whichField: ({ fields }, office, misses) => [
    askOnCard(
      {
        kind: 'card',
        alt: '直すところを選んでください',
        title: 'どこを直しますか？',
        buttons: fields.map((field: Field) => ({
          label: fieldNames[field],
          tap: { event: 'field.picked', field },
        })),
        choices: backOrQuit,
      },
      { short: pressAButton, example: orWrite(fieldNames.date) },
      misses,
      office,
    ),
  ],
} satisfies Pick<Prompts, 'companion' | 'review' | 'whichField'>;
