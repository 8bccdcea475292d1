// What staff are told in between.
import type { Remarks } from '../facts.ts';
import type { Message } from '../message.ts';
import { labels } from './labels.ts';
import { commandLines } from './staff-commands.ts';

export const addRoomExample = '会議室 追加 相談室A 123 4567 8901 abc123';

/** How a room is added, in one line that can be copied and changed. */
export const howToAddRoom = `会議室を追加するには、次のように送ってください。\n${addRoomExample}`;

export const staffHelp = `申し込みが届くと、ここにカードでお知らせします。
「${labels.confirm}」か「${labels.decline}」を押してください。

次の言葉も使えます。
「今日」「明日」「今週」「12/10」と送ると、相談の一覧を出します。
「2611-0004」のように受付番号を送ると、その予約のカードを出します。
${commandLines}
「ヘルプ」と送ると、この説明を出します。

${howToAddRoom}

会議室を使わないときは、「${labels.confirm}」のあとに「${labels.typeNumbers}」を押してください。

それ以外の会話には、お返事しません。`;

export const oldStaffButton = (): Message[] => [
  {
    kind: 'text',
    text: '前のボタンは、もう使えません。\nまだ決まっていない申し込みは「承認待ち」で出せます。',
  },
];

export const staffRemarks = {
  staffHelp: () => [{ kind: 'text', text: staffHelp }],
  staffNotUnderstood: () => [
    { kind: 'text', text: 'うまく読み取れませんでした。\n「ヘルプ」と送ると、使い方が出ます。' },
  ],
} satisfies Pick<Remarks, 'staffHelp' | 'staffNotUnderstood'>;
