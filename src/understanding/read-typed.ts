// What staff type in the admin chat that is meant for us: a meeting's numbers, a room. In a group people
// also talk to each other, and that is left alone.
import { compatible } from '../core/compatible.ts';
import type { ZoomNumbers } from '../records/zoom-numbers.ts';
import { readMeetingId, readPasscode, readZoom } from './zoom.ts';

export type TypedNumbers =
  | { kind: 'read'; numbers: Partial<ZoomNumbers> }
  | { kind: 'unclear'; reason: 'meetingId' | 'passcode' }
  | { kind: 'absent' };

/** `only: 'passcode'`: the meeting ID is known already. */
export const readTypedNumbers = (text: string, only: 'any' | 'passcode'): TypedNumbers =>
  only === 'passcode' ? readPasscodeAlone(text) : readBoth(text);

function readBoth(text: string): TypedNumbers {
  const reading = readZoom(text);
  if (reading.ok)
    return { kind: 'read', numbers: { meetingId: reading.meetingId, passcode: reading.passcode } };
  if ('meetingId' in reading) return { kind: 'read', numbers: { meetingId: reading.meetingId } };
  const digits = compatible(text).match(/\d/g)?.length ?? 0;
  // A time or a date among colleagues has four digits at most.
  return digits > 4 ? { kind: 'unclear', reason: 'meetingId' } : { kind: 'absent' };
}

function readPasscodeAlone(text: string): TypedNumbers {
  const both = readZoom(text);
  if (both.ok) return { kind: 'read', numbers: { meetingId: both.meetingId, passcode: both.passcode } };
  const reading = readPasscode(text);
  if (reading.ok) return { kind: 'read', numbers: { passcode: reading.passcode } };
  // Words between colleagues are no passcode; one word of Latin letters and digits was meant as one.
  return /^[!-~]+$/.test(compatible(text).trim())
    ? { kind: 'unclear', reason: 'passcode' }
    : { kind: 'absent' };
}

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
