// Setting up the admin chat: invitations, enrolment.

import type { Office } from '../../config/office.ts';
import type { Message } from '../message.ts';
import { menuButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { labels } from './labels.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];

/** An error of ours in the admin chat. */
export const staffApology = (): Message[] =>
  say('うまく処理できませんでした。\nもう一度お試しください。\n続くときは、技術担当の方にお知らせください。');

export const joinedGroup = (): Message[] =>
  say(`こんにちは、予約の窓口です。
ここを職員用のトークにするには、招待コードを送ってください。
例 1234-5678
コードがないときは、技術担当の方にお問い合わせください。`);

/** `isPerson`: in a one-to-one chat. `others`: of the staff's chats there are others, which hear of it. */
export const enrolled = (isPerson = false, others = false): Message[] =>
  say(
    [
      'ここが職員用のトークになりました。',
      '申し込みが届くと、ここにお知らせします。',
      ...(isPerson
        ? [
            'このLINEを使う方は、だれでも見て、決められます。',
            'ご自分の相談は、このトークからは申し込めません。',
          ]
        : []),
      ...(others ? ['ほかの職員用のトークにも、このことをお知らせします。'] : []),
      '使い方は「ヘルプ」と送ると出ます。',
    ].join('\n'),
  );

const codeDidNotWork = `このコードは使えませんでした。
数字8けたと、期限をお確かめください。
新しいコードを出すと、前のコードは使えなくなります。`;

export const wrongCode = (): Message[] => say(codeDidNotWork);

/** In a one-to-one chat. Whoever writes there may be no clerk. */
export const wrongCodeAlone = (office: Office): Message[] => [
  {
    kind: 'text',
    text: `${codeDidNotWork}\n相談の申し込みは「${labels.menu}」からできます。\n${phoneLine(office)}`,
    choices: [menuButton, callButton(office)],
  },
];

/** Ten wrong codes of this chat within an hour. */
export const enrolmentStopped = (): Message[] =>
  say(`コードのまちがいが続いています。
安全のため、このトークでの登録を1時間お休みします。
時間をおいて、もう一度お試しください。`);
