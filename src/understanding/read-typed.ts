// What staff type in the admin chat behind a command: a meeting's numbers for a booking, a room.
import { type ReceiptWanted, readReceiptWanted } from '../booking/receipt.ts';
import { compatible } from '../core/compatible.ts';
import type { ZoomNumbers } from '../records/zoom-numbers.ts';
import { plain } from './plain-text.ts';
import { readMeetingId, readPasscode, readZoom } from './zoom.ts';

/** Whose numbers, by the receipt number, and which. */
export type NumbersLine =
  | { ok: true; receipt: ReceiptWanted; numbers: ZoomNumbers }
  | { ok: false; reason: 'receipt' | 'missing' | 'meetingId' | 'passcodeMissing' | 'passcode' };

/** `2611-0004 123 4567 8901 abc123`, or the receipt number and Zoom's whole invitation after it. */
export function readNumbersLine(text: string): NumbersLine {
  const { receipt, rest } = receiptAndRest(text);
  if (receipt === undefined) return { ok: false, reason: 'receipt' };
  const reading = readZoom(rest);
  if (reading.ok)
    return { ok: true, receipt, numbers: { meetingId: reading.meetingId, passcode: reading.passcode } };
  return { ok: false, reason: becauseOf[reading.reason] };
}

/** 2611 0004: without its hyphen, and a meeting's ID behind it, whose first digits are never four. */
const spaced = /^\s*(?<first>\p{Nd}{4}\s\p{Nd}{4})[\s、,，/／:：](?<rest>.*)$/su;
const whole = /^\s*(?<first>[^\s、,，/／:：]+)[\s、,，/／:：]*(?<rest>.*)$/su;

function receiptAndRest(text: string): { receipt: ReceiptWanted | undefined; rest: string } {
  const apart = spaced.exec(text)?.groups;
  const receipt = readReceiptWanted(apart?.first ?? '');
  if (receipt !== undefined && hasMeetingId(apart?.rest ?? '')) return { receipt, rest: apart?.rest ?? '' };
  const { first = '', rest = '' } = whole.exec(text)?.groups ?? {};
  return { receipt: readReceiptWanted(first), rest };
}

function hasMeetingId(text: string): boolean {
  const reading = readZoom(text);
  return reading.ok || reading.reason === 'passcodeMissing' || reading.reason === 'passcodeUnreadable';
}

/** What follows a receipt number where numbers are meant, right or wrong; 「の方が来られました」 is talk. */
const likeNumbers = /^(?:$|[a-z\d])|ミーティング|パス|zoom|id/i;

/** Whether staff mean a meeting's numbers by this. Else it is talk among them: 「番号 3番の方をお呼びください」. */
export function isNumbersLine(text: string): boolean {
  const { receipt, rest } = receiptAndRest(text);
  if (receipt !== undefined) return likeNumbers.test(plain(rest));
  return hasMeetingId(rest) || hasMeetingId(text);
}

const becauseOf = {
  passcodeMissing: 'passcodeMissing',
  passcodeUnreadable: 'passcode',
  meetingIdMissing: 'missing',
  meetingIdUnreadable: 'meetingId',
} as const;

export type TypedRoom =
  | { ok: true; name: string; numbers: ZoomNumbers }
  | { ok: false; reason: 'name' | 'numbers' };

/** A name, an ID and a passcode need a third of it. */
const roomLengthMax = 200;

/** `相談室A 123 4567 8901 abc123`: the name, then the meeting ID, then the passcode. */
export function readTypedRoom(text: string): TypedRoom {
  // Normalizing may make eighteen characters of one.
  if (text.length > roomLengthMax) return { ok: false, reason: 'numbers' };
  // Words instead of one expression over all: that would try every way to share out a run of spaces.
  const [name = '', ...numbers] = compatible(text).trim().split(/\s+/);
  const word = readPasscode(numbers.pop() ?? '');
  const id = numbers.join(' ');
  const meetingId = /^[\d\s\p{Pd}ー−]+$/u.test(id) ? readMeetingId(id) : undefined;
  if (!meetingId?.ok || !word.ok) return { ok: false, reason: 'numbers' };
  // It becomes a button's label.
  if (/^\d+$/.test(name) || name.length > 20) return { ok: false, reason: 'name' };
  return { ok: true, name, numbers: { meetingId: meetingId.meetingId, passcode: word.passcode } };
}

type Named = { id: string; name: string };
export type FoundRoom<Room extends Named> =
  | { ok: true; room: Room }
  | { ok: false; reason: 'missing' | 'unknown' | 'several' };

/** As names are compared: width and capitals do not matter, nor do spaces. */
const nameForm = (text: string): string => compatible(text).toLowerCase().replaceAll(/\s/g, '');

/** 「相談室A」, or 「A」 where it is the end of one name alone. */
export function findTypedRoom<Room extends Named>(text: string, rooms: readonly Room[]): FoundRoom<Room> {
  const typed = text.length > roomLengthMax ? '' : nameForm(text);
  if (typed === '') return { ok: false, reason: 'missing' };
  const exact = rooms.filter(({ name }) => nameForm(name) === typed);
  const found = exact.length > 0 ? exact : rooms.filter(({ name }) => nameForm(name).endsWith(typed));
  const [room, ...others] = found;
  if (room === undefined) return { ok: false, reason: 'unknown' };
  return others.length > 0 ? { ok: false, reason: 'several' } : { ok: true, room };
}
