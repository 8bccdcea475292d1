// How a consultation was: asked with two buttons, which are counted and no more.
import type { Opinion } from '../../../flows/vocabulary.ts';
import type { Office } from '../../config/office.ts';
import type { HowItWas } from '../facts.ts';
import type { Button, Message } from '../message.ts';
import { applyButton, menuButton, showBookingButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { slotText } from './dates.ts';
import { opinionNames } from './labels.ts';

const opinionButton = (booking: string, opinion: Opinion): Button => ({
  label: opinionNames[opinion],
  tap: { event: 'opinion.given', booking, opinion },
});

const howItWas = ({ id, slot, next, isSuspended }: HowItWas): Message[] => [
  {
    kind: 'card',
    alt: 'おたずねがあります',
    title: 'いかがでしたか',
    text: `${slotText(slot)}の相談は、お役に立ちましたか。
よろしければ、ボタンでお聞かせください。
お名前は出ません。
回答の数だけを数えます。${next === null ? '' : `\n次の予定は、${slotText(next)}です。`}`,
    buttons: [
      opinionButton(id, 'useful'),
      opinionButton(id, 'more'),
      ...(next === null && !isSuspended ? [applyButton] : []),
    ],
    choices: [...(next === null ? [] : [showBookingButton]), menuButton],
  },
];

const opinionKept = (opinion: Opinion, office: Office): Message[] => [
  {
    kind: 'text',
    text:
      opinion === 'useful'
        ? 'ありがとうございます。\nお役に立てて、うれしく思います。'
        : `教えていただき、ありがとうございます。
これからの相談にいかします。
お困りのことが残っていたら、お電話でお聞かせください。
${phoneLine(office)}`,
    choices: [...(opinion === 'useful' ? [] : [callButton(office)]), menuButton],
  },
];

const opinionUnknown = (): Message[] => [
  { kind: 'text', text: 'この相談への回答は、受け付けていません。', choices: [menuButton] },
];

export const ofOpinions = { howItWas, opinionKept, opinionUnknown };
