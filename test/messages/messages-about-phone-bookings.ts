// What staff are told of bookings by telephone and of people without LINE.

import type { BookingOrigin } from '../../src/messages/facts-phone.ts';
import { ja } from '../../src/messages/ja/index.ts';
import type { Message } from '../../src/messages/message.ts';

export const bookingOrigin: BookingOrigin = {
  ...{ source: 'line', hasLine: true, overrideReason: null, numbersBy: null, isUntold: false, toTell: null },
};
export const withoutLine: BookingOrigin = { ...bookingOrigin, source: 'phone', hasLine: false };

const slot = { day: '2026-12-10', time: '10:00', until: '10:45' };
const brief = { id: '0190a6e0-0000-7000-8000-000000000001', version: 3, receipt: '2612-0014', slot };
const times = [10, 11, 13, 14].map((hour) => ({
  day: slot.day,
  time: `${hour}:00`,
  at: 1_765_000_000_000 + hour,
}));
const free = { times, next: 1, isLate: true };
const none = { times: [], next: null, isLate: false };
const moment = { day: slot.day, time: '10:15' };
const rooms = [
  { id: brief.id, name: '相談室A', inUse: null, beside: { time: '09:00', name: '佐藤 花子' } },
  { id: brief.id, name: '相談室B', inUse: { time: '10:00', name: null }, beside: null },
];
const becauses = ['past', 'closed', 'notOpenYet', 'outside', 'taken'] as const;

export const aboutPhoneBookings: readonly [name: string, messages: Message[]][] = [
  ['timesToHold', ja.timesToHold({ ...free, from: slot.day })],
  ['timesToHold, none', ja.timesToHold({ ...none, from: slot.day })],
  [
    'slotHeld',
    ja.slotHeld({
      hold: brief.id,
      slot,
      until: moment,
      link: 'https://office.example/booking/x',
      isLate: true,
    }),
  ],
  ...becauses.map((because): [string, Message[]] => [
    `slotNotHeld ${because}`,
    ja.slotNotHeld(because, slot),
  ]),
  ...[true, false].map((wasThere): [string, Message[]] => [
    `holdDropped ${wasThere}`,
    ja.holdDropped(wasThere),
  ]),
  ['phoneLineUnclear', ja.phoneLineUnclear()],
  ['phoneWithoutPage', ja.phoneWithoutPage()],
  ['linkCode', ja.linkCode('4821-0093', moment, { ...brief, name: '佐藤 花子' })],
  ['nextTimes', ja.nextTimes({ ...brief, name: null, reach: 'line', isInstead: false }, free)],
  [
    'nextTimes, instead',
    ja.nextTimes({ ...brief, name: '佐藤 花子', reach: 'noLine', isInstead: true }, free),
  ],
  ['nextTimes, none', ja.nextTimes({ ...brief, name: null, reach: 'blocked', isInstead: true }, none)],
  ...[...becauses, 'openBooking' as const, 'noRoom' as const].map((because): [string, Message[]] => [
    `nextRefused ${because}`,
    ja.nextRefused(because),
  ]),
  [
    'nextRooms',
    ja.nextRooms({ ...brief, name: '佐藤 花子', reach: 'line' }, { ...slot, at: 1_765_000_000_010 }, rooms),
  ],
  [
    'nextRooms, none is free',
    ja.nextRooms(
      { ...brief, name: null, reach: 'noLine' },
      { ...slot, at: 1_765_000_000_010 },
      rooms.slice(1),
    ),
  ],
];
