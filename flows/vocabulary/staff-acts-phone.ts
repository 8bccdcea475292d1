// What staff do for somebody on the telephone: they hold a slot, join a chat of LINE to that person, and book the next time. A part of the
// table in staff-acts.ts.
import { overrideReasons } from './lists.ts';

const ofBooking = { booking: 'id', version: 'version' } as const;

export const phoneTaps = {
  /** `late`: also those of that day for which the chat is closed. */
  'hold.asked': {
    does: 'offerPhoneTimes',
    carries: { from: 'day', late: 'flag', page: 'page' },
    description: '電話予約',
  },
  /** `at`: its start. */
  'hold.picked': { does: 'holdSlot', carries: { at: 'at' }, description: '電話予約の日時をおさえる' },
  /** A time for which the chat is closed already: why, which stays with the booking. */
  'move.reasoned': {
    does: 'checkLateMove',
    carries: { ...ofBooking, day: 'day', time: 'time', reason: overrideReasons },
    description: '締め切り後に変える理由をえらぶ',
  },
  'move.madeLate': {
    does: 'moveLate',
    carries: { ...ofBooking, day: 'day', time: 'time', reason: overrideReasons },
    description: '締め切り後に変える',
  },
  'move.roomedLate': {
    does: 'moveLateIntoRoom',
    carries: { ...ofBooking, day: 'day', time: 'time', room: 'id', reason: overrideReasons },
    description: '締め切り後に、別の会議室で変える',
  },
  'hold.dropped': { does: 'dropHold', carries: { hold: 'id' }, description: 'おさえるのをやめる' },
  'link.asked': { does: 'makeLink', carries: { booking: 'id' }, description: 'LINEとつなぐ' },
  'next.asked': {
    does: 'offerNext',
    carries: { ...ofBooking, page: 'page' },
    description: '次回を予約',
  },
  'next.picked': {
    does: 'bookNext',
    carries: { ...ofBooking, at: 'at' },
    description: '次回の日時をえらぶ',
  },
  /** Nothing is on record before it. `booking`: the one from whose card it was asked. */
  'next.roomed': {
    does: 'bookNextInRoom',
    carries: { ...ofBooking, at: 'at', room: 'id' },
    description: '次回の会議室をえらぶ',
  },
} as const;
