// The numbers of a Zoom meeting as staff type them, or paste them with Zoom's whole invitation.
import { plain, plainNumber } from './plain-text.ts';

export type MeetingIdReading =
  /** Digits only. 11 for a scheduled meeting, 10 for a personal room, 9 for old ones. */
  | { readonly ok: true; readonly meetingId: string }
  | { readonly ok: false; readonly reason: 'tooShort' | 'tooLong' | 'notANumber' | 'leadingZero' };

export type PasscodeReading =
  | { readonly ok: true; readonly passcode: string }
  | { readonly ok: false; readonly reason: 'empty' | 'tooLong' | 'badCharacters' };

export type ZoomReading =
  | { readonly ok: true; readonly meetingId: string; readonly passcode: string }
  /** What was understood so far, and what is still to be asked for. */
  | {
      readonly ok: false;
      readonly reason: 'passcodeMissing' | 'passcodeUnreadable';
      readonly meetingId: string;
    }
  | { readonly ok: false; readonly reason: 'meetingIdMissing' | 'meetingIdUnreadable' };

/** Reads a meeting ID that stands alone. */
export function readMeetingId(text: string): MeetingIdReading {
  const digits = plainNumber(text).replaceAll(/[\s-]/g, '');
  if (!/^\d+$/.test(digits)) return { ok: false, reason: 'notANumber' };
  // No meeting has such a number, every telephone in Japan does.
  if (digits.startsWith('0')) return { ok: false, reason: 'leadingZero' };
  if (digits.length < 9) return { ok: false, reason: 'tooShort' };
  return digits.length > 11 ? { ok: false, reason: 'tooLong' } : { ok: true, meetingId: digits };
}

/** Reads a passcode that stands alone: up to ten of a–z A–Z 0–9 @ - _ *, case and all. */
export function readPasscode(text: string): PasscodeReading {
  const passcode = plain(text);
  if (passcode === '') return { ok: false, reason: 'empty' };
  if (!/^[\w@*-]+$/.test(passcode)) return { ok: false, reason: 'badCharacters' };
  return passcode.length > 10 ? { ok: false, reason: 'tooLong' } : { ok: true, passcode };
}

const idLabel = /(?:(?:ミーティング|会議|meeting) *番号|(?<![a-z])id)[ :=はが#]*(?<value>\d(?:[^\w\n]?\d)*)/i;
/** Latin words are labels only with something between them and the value: a passcode may well be `pass77`. */
const passcodeLabel =
  /(?<![a-z])(?:パス(?:コード|ワード)?[ :=はが]*|(?:pass(?:code|word)?|pw)[ :=はが]+)(?<value>[!-~]+)/i;

/**
 * Finds meeting ID and passcode in one text: labelled in Japanese or English, or the ID first and the
 * passcode after it. The `pwd=` of an invitation's link is another form of the passcode that nobody can type.
 */
export function readZoom(text: string): ZoomReading {
  const lines = plain(text);
  const withoutLinks = lines.replaceAll(/\bhttps?:\/\/\S+/gi, ' ');
  const [id, rest] = findMeetingId(lines, withoutLinks);
  if (id === undefined) return { ok: false, reason: 'meetingIdMissing' };
  const reading = readMeetingId(id);
  if (!reading.ok) return { ok: false, reason: 'meetingIdUnreadable' };
  const { meetingId } = reading;
  const labelled = passcodeLabel.exec(withoutLinks)?.groups?.value?.replace(/(?<![.,;)])[.,;)]+$/, '');
  const passcode = readPasscode(labelled ?? rest.replace(/。$/, ''));
  if (passcode.ok) return { ok: true, meetingId, passcode: passcode.passcode };
  return {
    ok: false,
    reason: passcode.reason === 'empty' ? 'passcodeMissing' : 'passcodeUnreadable',
    meetingId,
  };
}

/** The ID as it was written, and what follows it if nothing in the text is labelled. */
function findMeetingId(lines: string, withoutLinks: string): [id: string | undefined, rest: string] {
  const labelled = idLabel.exec(withoutLinks)?.groups?.value;
  if (labelled !== undefined) return [labelled, ''];
  const linked = /\bhttps?:\/\/[\w.-]*zoom\.us\/[jw]\/(?<value>\d+)/i.exec(lines)?.groups?.value;
  if (linked !== undefined) return [linked, ''];
  // 3-4-4, 3-3-4 or 3-3-3 digits: what follows these is the passcode.
  const first =
    /^(?<id>\d{3}[^\w\n]?\d{4}[^\w\n]?\d{4}|\d{3}[^\w\n]?\d{3}[^\w\n]?\d{3,4})(?=[^\d-]|$)[\s/,、:]*(?<rest>[\s\S]*)$/;
  const bare = first.exec(withoutLinks.trim())?.groups;
  if (bare !== undefined) return [bare.id, bare.rest ?? ''];
  return [/\d/.test(withoutLinks) ? withoutLinks : undefined, ''];
}

/** Whether this "meeting ID" is that telephone number, without its 0 or with Japan's 81 for it. `phone`: digits and hyphens. */
export function isPhoneNumber(meetingId: string, phone: string): boolean {
  const national = phone.replaceAll(/\D/g, '').replace(/^0/, '');
  return meetingId === national || meetingId === `81${national}`;
}
