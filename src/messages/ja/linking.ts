// What somebody hears who sends the code that staff told by telephone.
import type { Office } from '../../config/office.ts';
import type { Message } from '../message.ts';
import { phoneLine } from './contact.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];

export const linked = (): Message[] =>
  say('このLINEに、ご予約をつなぎました。\nこれからのお知らせは、ここに届きます。');

export const linkedAlready = (): Message[] => say('このLINEは、もうご予約とつながっています。');

/** It may have been somebody else's code. */
export const linkedElsewhere = (office: Office): Message[] =>
  say(
    `ご予約とこれからのお知らせは、別のLINEに移りました。\nお心あたりがないときは、お電話ください。\n${phoneLine(office)}`,
  );

/** Wrong, used before, or too old: which of them is said to nobody. */
export const linkWrong = (office: Office): Message[] =>
  say(`このコードは使えません。\nお電話で、新しいコードをおたずねください。\n${phoneLine(office)}`);

export const linkUnclear = (): Message[] =>
  say('コードは、数字8けたです。\n次のように送ってください。\nつなぐ 1234-5678');

export const linkStopped = (office: Office): Message[] =>
  say(
    `コードのまちがいが続いたので、1時間ほど受け付けません。\nお急ぎのときは、お電話ください。\n${phoneLine(office)}`,
  );

/** Both have an open booking. */
export const linkNotJoined = (office: Office): Message[] =>
  say(`このLINEにも、ご予約があります。\nいまは、つなげません。\n職員に知らせました。\n${phoneLine(office)}`);
