// What staff are told in between.
import type { Remarks } from '../facts.ts';
import type { Message } from '../message.ts';

export const addRoomExample = '会議室 追加 相談室A 123 4567 8901 abc123';

/** How a room is added, in one line that can be copied and changed. */
export const howToAddRoom = `会議室を追加するには、次のように送ってください。\n${addRoomExample}`;

export const removeRoomExample = '会議室 削除 相談室A';

export const howToRemoveRoom = `会議室を削除するには、次のように送ってください。\n${removeRoomExample}`;

export const oldStaffButton = (): Message[] => [
  {
    kind: 'text',
    text: '前のボタンは、もう使えません。\nまだ決まっていない申し込みは「承認待ち」で出せます。',
  },
];

export const staffRemarks = {
  staffNotUnderstood: () => [
    { kind: 'text', text: 'うまく読み取れませんでした。\n「ヘルプ」と送ると、使い方が出ます。' },
  ],
} satisfies Pick<Remarks, 'staffNotUnderstood'>;
