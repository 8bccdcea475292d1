// The buttons and lines by which a room is picked. Names of people stand in lines, never in what a button says in the chat.

import type { Room, RoomChoice } from '../facts-rooms.ts';
import type { Brief } from '../facts-staff.ts';
import type { Button, Row } from '../message.ts';
import { cutLabel } from './buttons.ts';
import { timeText } from './dates.ts';
import { labels } from './labels.ts';
import { waitingRoomOn } from './meeting-words.ts';

const named = ({ id, version }: Pick<Brief, 'id' | 'version'>) => ({ booking: id, version });

/** With one room that is free, one press is enough; the other button leads to other numbers. */
export const confirmButtons = (brief: Pick<Brief, 'id' | 'version'>, room: Room | null): Button[] => {
  const ask = { event: 'confirm.asked', ...named(brief) };
  if (room === null) return [{ label: labels.confirm, tap: ask, tone: 'primary' }];
  const pick = { event: 'room.picked', ...named(brief), room: room.id };
  return [
    { label: `${labels.confirm}(${cutLabel(room.name, 12)})`, tap: pick, tone: 'primary' },
    { label: labels.otherNumbers, tap: ask },
  ];
};

/** More rooms than these would make the card too long; the numbers can be typed for any other. */
const freeAtOnce = 20;
const inUseAtOnce = 12;

/** Free rooms are buttons, those in use lines that say by whom. `event`: what pressing one does; `more`: what else it carries. */
export function roomsToPick(
  rooms: readonly RoomChoice[],
  brief: Brief,
  event: string,
  more: Readonly<Record<string, number>> = {},
) {
  const tap = (room: Room) => ({ event, ...named(brief), ...more, room: room.id });
  const rows = rooms.flatMap(({ inUse, ...room }): Row[] =>
    inUse === null
      ? []
      : [
          {
            title: room.name,
            text: `使用中 ${timeText(inUse.time)} ${inUse.name ?? ''}`.trimEnd(),
            says: cutLabel(room.name),
            tap: tap(room),
          },
        ],
  );
  const free = rooms.filter(({ inUse }) => inUse === null).slice(0, freeAtOnce);
  const close = free.flatMap(({ name, beside }) =>
    beside === null ? [] : [`${name}: ${timeText(beside.time)}の予約と15分あいていません。`],
  );
  return {
    buttons: free.map((room): Button => ({ label: cutLabel(room.name), tap: tap(room) })),
    ...(rows.length > 0 && { rows: rows.slice(0, inUseAtOnce) }),
    ...(close.length > 0 && { note: [...close, waitingRoomOn].join('\n') }),
  };
}
