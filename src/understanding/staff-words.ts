// Commands of the admin chat. Only whole messages count: whatever else staff say to each other is left alone.

import type { FlowEvent, StaffCommand } from '../../flows/vocabulary.ts';
import { readReceiptWanted } from '../booking/receipt.ts';
import { compatible } from '../core/compatible.ts';
import { type Day, instant } from '../core/jst.ts';
import { staffCommandWords } from '../messages/ja/staff-commands.ts';
import { readClosureLine } from './closure-line.ts';
import { readPhoneBookingLine } from './phone-booking-line.ts';
import { type Phrases, phrasesOf } from './phrases.ts';
import { plain } from './plain-text.ts';
import { isQuestion, plainWords } from './plain-words.ts';
import { isNumbersLine } from './read-typed.ts';
import { readRegisterLine } from './register-line.ts';
import { readSearchLine } from './search-line.ts';
import { readStaffDays } from './staff-days.ts';

const staffCommandNames = Object.keys(staffCommandWords) as StaffCommand[];
const ofCommand = (type: StaffCommand): Phrases[number] => [
  { type },
  staffCommandWords[type].send,
  staffCommandWords[type].also,
];

const commands: Phrases = [
  [{ type: 'help.asked' }, 'ヘルプ へるぷ help 使い方'],
  ...staffCommandNames.map(ofCommand),
];

const table = new Map(phrasesOf(commands).map(([phrase, event]) => [plainWords(phrase), event]));

/** A command that is one word. 「招待？」 asks a colleague; who asks how it is done is helped. */
export function staffCommand(text: string): FlowEvent | undefined {
  const command = table.get(plainWords(text));
  return isQuestion(text) && command?.type !== 'help.asked' ? undefined : command;
}

/** 会議室 追加 …: `text` is all that follows, as it was typed, for a passcode's capitals count. */
const adding = /^\s*会議室(?:を)?\s*追加(?:[\s:：]+(?<text>.*))?$/su;

/** 会議室 削除 …: `text` is what follows, a name or the end of one. */
const removing = /^\s*会議室(?:を)?\s*削除(?:[\s:：]+(?<text>.*))?$/su;

/** 番号 2611-0004 …: the word and a digit after it. 「番号は？」 is talk. */
const numbering = /^\s*(?:受付)?番号は?[\s:：]*(?<text>\p{Nd}.*)$/su;

/** Without a hyphen only the running number: a telephone number or a meeting ID among colleagues is none. */
const receiptAlone = /^\s*(?:受付番号[\s:：]*)?(?<receipt>\p{Nd}{4}(?:[\p{Pd}ー−─━~]\p{Nd}{4,9})?)[\s。]*$/u;

/** 通知 入, 通知 切: for this chat. */
const pushing =
  /^\s*通知(?:を)?[\s:：]*(?:(?<on>入|オン|on|いれる|入れる)|(?<off>切|オフ|off|きる|切る))[\s。]*$/iu;
function phoneBooking(text: string, today: Day): FlowEvent | undefined {
  const line = readPhoneBookingLine(text, today);
  switch (line?.what) {
    case undefined:
      return undefined;
    case 'list':
      return { type: 'hold.asked', from: today, late: false, page: 0 };
    case 'day':
      return { type: 'hold.asked', from: line.day, late: true, page: 0 };
    case 'slot':
      return { type: 'hold.picked', at: instant(line.day, line.time).getTime() };
    case 'unclear':
      return { type: 'hold.unclear' };
  }
}

const deeds = /^(?:会議室を? ?(?:追加|削除)|休業|電話予約|でんわ予約)/u;
/** UTF-16 units. */
const beginning = 40;

/** Lines that may do something at once, with no button after them: who wrote it goes on record. */
export const isDeed = (text: string): boolean => deeds.test(plain(text.slice(0, beginning)));

/** `today`: JST. */
export function staffMeaning(text: string, today: Day): FlowEvent | undefined {
  const receipt = readReceiptWanted(receiptAlone.exec(text)?.groups?.receipt ?? '');
  if (receipt !== undefined)
    return { type: 'receipt.typed', number: receipt.number, yearMonth: receipt.yearMonth ?? null };
  const numbers = numbering.exec(text)?.groups?.text;
  if (numbers !== undefined && isNumbersLine(numbers)) return { type: 'numbers.typed', text: numbers };
  const room = adding.exec(text);
  if (room !== null) return { type: 'room.added', text: room.groups?.text?.trim() ?? '' };
  const gone = removing.exec(text);
  if (gone !== null) return { type: 'room.removing', text: gone.groups?.text?.trim() ?? '' };
  const pushes = pushing.exec(compatible(text))?.groups;
  if (pushes !== undefined) return { type: 'pushes.set', on: pushes.on !== undefined };
  const closure = readClosureLine(text, today);
  if (closure?.what === 'list') return { type: 'closures.asked', page: 0 };
  if (closure !== undefined) return { type: 'closure.typed', text };
  const search = readSearchLine(text);
  if (search !== undefined) return { type: 'person.searched', text: search.wanted ?? '' };
  const register = readRegisterLine(text, today);
  if (register !== undefined) return { type: 'register.typed', text: register.month ?? '' };
  const phone = phoneBooking(text, today);
  if (phone !== undefined) return phone;
  const days = readStaffDays(text, today);
  if (days !== undefined) return { type: 'days.asked', ...days, page: 0 };
  return staffCommand(text);
}
