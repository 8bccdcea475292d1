// The last questions before a request is sent.
import { type Choice, choices, type Field, mapTable } from '../../../flows/vocabulary.ts';
import type { Prompts } from '../facts.ts';
import { askOnCard, orWrite, pressAButton } from './asking.ts';
import { staffAway } from './booking-messages.ts';
import { backOrQuit } from './buttons.ts';
import { choiceFacts, choiceWords } from './choices.ts';
import { phoneLine } from './contact.ts';
import { slotLines } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { detailFacts } from './prompts-details.ts';

const askChoice =
  (choice: Choice): Prompts[Choice] =>
  (_, office, misses) => {
    const { title, text, answers } = choiceWords[choice];
    const [no, yes] = answers;
    const event = `${choice}.answered`;
    return [
      askOnCard(
        {
          kind: 'card',
          alt: 'お選びください',
          title,
          buttons: [
            { label: no.label, tap: { event, [choice]: '0' } },
            { label: yes.label, tap: { event, [choice]: '1' } },
          ],
          choices: backOrQuit,
        },
        { full: text(office), short: pressAButton, example: orWrite(no.label) },
        misses,
        office,
      ),
    ];
  };

function titleOf(isMoving: boolean, isWish: boolean): string {
  if (isWish) return 'この日時を希望しますか？';
  return isMoving ? 'この日時に変えますか？' : 'この内容で申し込みますか？';
}

export const reviewPrompts = {
  ...mapTable(choices, (_, choice) => askChoice(choice)),

  review: ({ slot, choices: answers, details, moving, isWish, isUnseen }, office, misses) => [
    askOnCard(
      {
        kind: 'card',
        alt: '内容をご確認ください',
        title: titleOf(moving, isWish),
        facts: [
          { label: fieldNames.date, value: slotLines(slot) },
          ...detailFacts(details),
          ...choiceFacts(answers),
        ],
        buttons: [
          { label: labels.submit, tap: { event: 'submitted' }, tone: 'primary' },
          { label: labels.edit, tap: { event: 'edit.asked' } },
        ],
        choices: backOrQuit,
      },
      {
        full: `${isWish ? 'いまの予約はそのままです。' : `${moving ? '変更' : '申し込み'}はまだ終わっていません。`}\n${
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
} satisfies Pick<Prompts, Choice | 'review' | 'whichField'>;
