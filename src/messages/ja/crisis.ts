// D13: what somebody in need reads. Nobody is asked for a date in the same breath.
import type { Crisis } from '../../../flows/vocabulary.ts';
import type { Office } from '../../config/office.ts';
import type { RemarkContext, RemarkPlace } from '../facts.ts';
import type { Button, Message } from '../message.ts';
import { menuButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { labels } from './labels.ts';

const goOnButton: Button = { label: labels.goOn, tap: { event: 'repeat.asked' } };

export const crisis = (context: RemarkContext<'crisis'>, office: Office): Message[] =>
  context.facts.kind === 'weary' ? weary(context, office) : inNeed(context.facts.kind, office);

function inNeed(kind: Crisis, office: Office): Message[] {
  const { violence, life, child = violence } = office.helplines;
  const lines = kind === 'life' ? life : kind === 'child' ? child : violence;
  return [
    {
      kind: 'text',
      text: `つらいなか、知らせてくださりありがとうございます。
いま危険なときは、110か119に電話してください。
次のところに、相談できます。
${lines.map(({ name, phone }) => `${name} ${phone}`).join('\n')}
仕事の相談は、お電話や窓口でもお受けします。
${phoneLine(office)}`,
      choices: [callButton(office), goOnButton],
    },
  ];
}

/** 「もう無理」 may be said of the form or of her life: the phone and a way on, gently. */
const weary = ({ openPrompt }: RemarkPlace, office: Office): Message[] => [
  {
    kind: 'text',
    text: `お疲れのなか、ありがとうございます。
どうぞ、ご無理をなさらないでください。
お電話でも、お話をうかがいます。
${phoneLine(office)}`,
    choices: [callButton(office), openPrompt === null || openPrompt === 'menu' ? menuButton : goOnButton],
  },
];

export const inNeedTold = (): Message[] => [
  { kind: 'text', text: 'つらい状況だということだけ、職員に伝わります。\n書かれたことは、伝わりません。' },
];
