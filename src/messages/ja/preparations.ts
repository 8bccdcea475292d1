// What to have ready for a consultation: on the cards of a booking, and whenever somebody asks.
import type { Office } from '../../config/office.ts';
import type { Button, Message } from '../message.ts';
import { showBookingButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { labels } from './labels.ts';
import { questions } from './questions.ts';

/** R-26, 第12条(2)–(4). */
export const preparations = `・Zoomアプリを入れて、最新にしてください。
・個室など、周りに人がいない場所をご用意ください。
・安全なWi-Fiか、携帯電話の回線をお使いください。
・録音と録画はできません。`;

/** Not for somebody who must not be called. */
export const answerCalls = '・つながらないときのため、お電話に出られるようにしてください。';

export const zoomName = '・Zoomに出す名前は、申し込んだ氏名にしてください。';

const about = (topic: 'zoom' | 'place'): Button => ({
  label: questions[topic].title,
  tap: { event: 'question.picked', topic },
});

/** `wayOn`: more choices, where no question follows. */
export const preparationList = (office: Office, wayOn: readonly Button[]): Message[] => [
  {
    kind: 'card',
    alt: labels.preparations,
    title: labels.preparations,
    text: `${preparations}
${answerCalls}
${zoomName}

わからないことは、お電話でおたずねください。
${phoneLine(office)}`,
    buttons: [about('zoom'), about('place'), showBookingButton, callButton(office)],
    choices: wayOn,
  },
];
