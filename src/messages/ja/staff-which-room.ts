// Which room a request is confirmed in, and that one is in use.
import type { Hit } from '../../booking/closures.ts';
import type { RoomChoice } from '../facts-rooms.ts';
import type { Brief, Notice, Whose } from '../facts-staff.ts';
import type { Message } from '../message.ts';
import { numbersButtons } from './buttons.ts';
import { slotLines, slotText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { howToAddRoom } from './remarks-staff.ts';
import { roomsToPick } from './room-buttons.ts';
import { hitText } from './staff-closure-words.ts';
import { suspendedFacts } from './staff-suspension-words.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];

export const whichRoom = (
  rooms: readonly RoomChoice[],
  {
    name,
    hit = null,
    suspended = null,
    ...brief
  }: Brief & Pick<Whose, 'name' | 'suspended'> & { hit?: Hit | null },
): Message[] => {
  const { buttons, ...shown } = roomsToPick(rooms, brief, 'room.picked', hit === null ? {} : { sure: 1 });
  return [
    {
      kind: 'card',
      alt: '会議室を選んでください',
      title: '会議室を選んでください',
      facts: [
        ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
        { label: '日時', value: slotLines(brief.slot) },
        { label: '受付番号', value: brief.receipt },
        ...suspendedFacts(suspended),
        ...hitText(hit).map((value) => ({ label: 'ご注意', value })),
      ],
      ...(hit !== null && { text: 'それでも確定するときは、会議室を選んでください。' }),
      ...(rooms.length === 0 && { note: howToAddRoom }),
      ...shown,
      buttons: [...buttons, ...numbersButtons(brief)],
    },
  ];
};

/** `room` null: of these numbers no room is known. */
export const meetingInUse = ({ room, receipt, slot }: Notice & { room: string | null }): Message[] =>
  say(`${room === null ? 'そのミーティングID' : room}は、次の予約で使います。
受付番号 ${receipt}
${slotText(slot)}
${room === null ? 'ほかの番号を送ってください。' : 'ほかの会議室を選んでください。'}`);
