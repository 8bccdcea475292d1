// Everything that reads or matches typed text, by name: for tests that hold of each of them.

import { parseReceipt, readReceiptWanted } from '../../src/booking/receipt.ts';
import { compatible } from '../../src/core/compatible.ts';
import { graphemes } from '../../src/core/graphemes.ts';
import { asDay } from '../../src/core/jst.ts';
import { decodeTap } from '../../src/line/tap-data.ts';
import { typedText } from '../../src/line/typed-text.ts';
import { maskJobNumber, maskName, maskPhone } from '../../src/messages/mask.ts';
import { showPhone } from '../../src/messages/show-phone.ts';
import { nameKey } from '../../src/records/name-key.ts';
import { besideWish } from '../../src/understanding/beside-wish.ts';
import { besideNumber, withoutTimes } from '../../src/understanding/beyond.ts';
import { readClosureLine, readDayAtStart } from '../../src/understanding/closure-line.ts';
import { readPart } from '../../src/understanding/closure-part.ts';
import { readCode, readNamedCode } from '../../src/understanding/code.ts';
import { comesAfterEnding } from '../../src/understanding/coming-after-ending.ts';
import { readCorrection } from '../../src/understanding/correction.ts';
import { crisisIn } from '../../src/understanding/crisis-words.ts';
import {
  forbidsCalls,
  plainlyWantsCall,
  speaksOfCalls,
  speaksOfLaterCall,
  takesCallBack,
} from '../../src/understanding/hour-about-calls.ts';
import { speaksOfNext } from '../../src/understanding/hour-coming-words.ts';
import {
  asksNothing,
  excusesLateness,
  intentsInContactWindow,
  intentsJustAfter,
  plainlyOfComing,
} from '../../src/understanding/hour-words.ts';
import { readJobNumber } from '../../src/understanding/job-number.ts';
import { readLinkLine } from '../../src/understanding/link-line.ts';
import { readName } from '../../src/understanding/name.ts';
import { noName } from '../../src/understanding/no-name.ts';
import { readPhone } from '../../src/understanding/phone.ts';
import { readPhoneBookingLine } from '../../src/understanding/phone-booking-line.ts';
import { plain, plainNumber } from '../../src/understanding/plain-text.ts';
import {
  findTypedRoom,
  isNumbersLine,
  readNumbersLine,
  readTypedRoom,
} from '../../src/understanding/read-typed.ts';
import { isRegisterLine, readRegisterLine } from '../../src/understanding/register-line.ts';
import { namesAll, requestWords, saysGivingUp } from '../../src/understanding/request-words.ts';
import { withoutRuledOut } from '../../src/understanding/ruled-out.ts';
import { isEnough, readSearchLine } from '../../src/understanding/search-line.ts';
import { holdsLink, withoutInvisible } from '../../src/understanding/shown-safely.ts';
import { readStaffDays } from '../../src/understanding/staff-days.ts';
import { isDeed, staffCommand, staffMeaning } from '../../src/understanding/staff-words.ts';
import { saysLate, secondOfComing } from '../../src/understanding/two-things.ts';
import { readFlexibleWish, readUnsuited, readWish } from '../../src/understanding/wish.ts';
import { spellWish } from '../../src/understanding/wish-spelling.ts';
import { asksOfWish, takesWishBack } from '../../src/understanding/wish-taken-back.ts';
import { meaning } from '../../src/understanding/words.ts';
import { readMeetingId, readPasscode, readZoom } from '../../src/understanding/zoom.ts';

const today = asDay('2026-11-25');

export const readers: Readonly<Record<string, (text: string) => unknown>> = {
  compatible,
  asksOfWish,
  comesAfterEnding,
  plain,
  plainNumber,
  graphemes,
  withoutInvisible,
  holdsLink,
  readName,
  noName,
  nameKey,
  readJobNumber,
  readDayAtStart: (text) => readDayAtStart(text, today),
  readLinkLine,
  readPhoneBookingLine: (text) => readPhoneBookingLine(text, today),
  readPhone,
  showPhone,
  readMeetingId,
  readPasscode,
  readZoom,
  readSearchLine,
  readRegisterLine: (text) => readRegisterLine(text, today),
  isRegisterLine,
  isEnough,
  spellWish,
  readWish: (text) => readWish(text, today),
  'readWish, a day asked': (text) => readWish(text, today, { asked: 'day' }),
  'readWish, a time asked': (text) => readWish(text, today, { asked: 'time' }),
  readFlexibleWish: (text) => readFlexibleWish(text, today),
  readUnsuited: (text) => readUnsuited(text, today),
  withoutTimes,
  besideNumber,
  withoutRuledOut,
  besideWish,
  readCorrection: (text) => readCorrection(text, 'name'),
  maskName,
  maskPhone,
  maskJobNumber,
  'meaning at the counter': (text) => meaning(text, 'menu'),
  'meaning, nothing open': (text) => meaning(text, null),
  'meaning at a question': (text) => meaning(text, 'companion'),
  'meaning at the name': (text) => meaning(text, 'name'),
  'meaning at the day': (text) => meaning(text, 'day'),
  'meaning at the number': (text) => meaning(text, 'jobNumber'),
  'meaning where a wish is said back': (text) => meaning(text, 'wish'),
  'meaning at the last look': (text) => meaning(text, 'review'),
  intentsInContactWindow,
  forbidsCalls,
  namesAll,
  requestWords,
  saysGivingUp,
  speaksOfCalls,
  speaksOfLaterCall,
  intentsJustAfter,
  asksNothing,
  excusesLateness,
  plainlyOfComing,
  plainlyWantsCall,
  speaksOfNext,
  saysLate,
  secondOfComing: (text) => secondOfComing('coming', text),
  takesCallBack,
  takesWishBack,
  crisisIn,
  staffMeaning: (text) => staffMeaning(text, today),
  staffCommand,
  isDeed,
  'staffMeaning of a room': (text) => staffMeaning(`会議室 追加 ${text}`, today),
  'staffMeaning of numbers': (text) => staffMeaning(`番号 1${text}`, today),
  readPart,
  readClosureLine: (text) => readClosureLine(text, today),
  'readClosureLine behind its day': (text) => readClosureLine(`休業 12/3 ${text}`, today),
  readStaffDays: (text) => readStaffDays(text, today),
  isNumbersLine,
  readNumbersLine,
  'readNumbersLine behind a receipt number': (text) => readNumbersLine(`2611-0004 ${text}`),
  readReceiptWanted,
  readTypedRoom,
  findTypedRoom: (text) => findTypedRoom(text, [{ id: 'r', name: '相談室A' }]),
  readCode,
  readNamedCode,
  parseReceipt,
  decodeTap,
  'typedText full of emoji': (text) => typedText(text, { emojis: everyThirdOf(text) }, false),
};

const everyThirdOf = (text: string) =>
  Array.from({ length: text.length / 3 }, (_, count) => ({ index: count * 3, length: 3 }));
