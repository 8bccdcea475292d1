// What is written to the admin chat about rooms and numbers, once each, with invented people.
import { ja } from '../../src/messages/ja/index.ts';
import type { Message } from '../../src/messages/message.ts';
import { brief, moment, reaches, secrets } from './invented.ts';

const person = { ...brief, name: secrets.name };
const name = '相談室A';
const room = { id: brief.id, name, coming: 4 };
const undone = { name, by: '田中', earlier: 0, unreachable: 0 };
const resent = { id: brief.id, name, at: 1_764_000_000_000 };
const left = [false, true].map((noCall) => ({ receipt: brief.receipt, time: '10:30', noCall }));
const numbers = { meetingId: secrets.meetingId, passcode: secrets.passcode, room: name };
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: brief.id,
    name: n === 1 ? '長い名前の会議室'.repeat(4) : `相談室${n}`,
    coming: n % 3,
  }));
const correction = {
  ...{ ...person, before: numbers, mark: 'mark', isClose: true, reach: 'line' as const },
  after: { meetingId: '84511112222', passcode: 'abcd12', room: null },
};

export const aboutRooms: readonly [name: string, messages: Message[]][] = [
  ['meetingInUse', ja.meetingInUse({ ...brief, room: name })],
  ['meetingInUse, typed', ja.meetingInUse({ ...brief, room: null })],
  ['roomList, none', ja.roomList({ page: 0, count: 0, rows: [], hasMore: false })],
  ['roomList', ja.roomList({ page: 0, count: 1, rows: rows(1), hasMore: false })],
  ['roomList, many', ja.roomList({ page: 0, count: 60, rows: rows(12), hasMore: true })],
  ['roomCard', ja.roomCard({ ...room, next: moment, by: '田中', since: moment }, moment)],
  [
    'roomCard, new',
    ja.roomCard(
      { ...room, name: '長い名前の会議室'.repeat(4), coming: 0, next: null, by: null, since: moment },
      moment,
    ),
  ],
  ['roomAdded', ja.roomAdded(name)],
  ...[true, false].map((isChanged): [string, Message[]] => [
    `roomChanged ${isChanged}`,
    ja.roomChanged(name, isChanged, []),
  ]),
  ['roomChanged, left', ja.roomChanged(name, true, left)],
  ...['name', 'numbers', 'phone', 'otherRoom'].map((reason): [string, Message[]] => [
    `roomUnclear ${reason}`,
    ja.roomUnclear(reason),
  ]),
  ['roomResendAsked', ja.roomResendAsked({ id: brief.id, name, count: 4, left, mark: 'mark' })],
  ['roomResent', ja.roomResent({ ...resent, by: '田中', changed: 4, unreachable: 0, inUse: 0, left: [] })],
  ['roomResent, not all', ja.roomResent({ ...resent, by: null, changed: 4, unreachable: 1, inUse: 1, left })],
  [
    'roomResent, none',
    ja.roomResent({ ...resent, by: null, changed: 0, unreachable: 0, inUse: 1, left: [] }),
  ],
  ['resendUndone', ja.resendUndone({ ...undone, undone: 4, kept: 1 })],
  [
    'resendUndone, the last of two',
    ja.resendUndone({ ...undone, undone: 4, kept: 0, earlier: 3, unreachable: 1 }),
  ],
  ['resendUndone, too late', ja.resendUndone({ ...undone, undone: 0, kept: 4 })],
  ['roomKept', ja.roomKept(name, 4, left)],
  ['roomKept, none', ja.roomKept(name, 0, [])],
  ...['missing', 'unknown', 'several'].map((reason): [string, Message[]] => [
    `roomNotFound ${reason}`,
    ja.roomNotFound(reason),
  ]),
  ['roomGone', ja.roomGone()],
  ['roomRemovalAsked', ja.roomRemovalAsked(room)],
  ['roomRemoved', ja.roomRemoved(name, 0, '田中')],
  ['roomRemoved, with bookings', ja.roomRemoved(name, 4, null)],
  ...reaches.map((reach): [string, Message[]] => [
    `whichNumbers ${reach}`,
    ja.whichNumbers([{ ...room, inUse: null, beside: { time: '11:00', name: secrets.name } }], {
      ...{ ...person, reach, room: name },
    }),
  ]),
  ['whichNumbers, no rooms', ja.whichNumbers([], { ...person, reach: 'line', room: null })],
  ['numbersCorrection', ja.numbersCorrection(correction)],
  [
    'numbersCorrection, short',
    ja.numbersCorrection({
      ...correction,
      before: null,
      after: { ...numbers, passcode: '123' },
    }),
  ],
  [
    'numbersCorrection, other passcode',
    ja.numbersCorrection({ ...correction, after: { ...numbers, isOtherPasscode: true } }),
  ],
  ['numbersAsBefore', ja.numbersAsBefore(brief)],
  ['numbersTooLate', ja.numbersTooLate(brief)],
];
