// Everything that reads or matches typed text, by name: for tests that hold of each of them.
import { asDay } from '../../../src/booking/jst.ts';
import { parseReceipt } from '../../../src/booking/receipt.ts';
import { besideWish } from '../../../src/conversation/reading/beside-wish.ts';
import { besideNumber, withoutTimes } from '../../../src/conversation/reading/beyond.ts';
import { readCode, readNamedCode } from '../../../src/conversation/reading/code.ts';
import { compatible } from '../../../src/conversation/reading/compatible.ts';
import { readCorrection } from '../../../src/conversation/reading/correction.ts';
import { readJobNumber } from '../../../src/conversation/reading/job-number.ts';
import { maskJobNumber, maskName, maskPhone } from '../../../src/conversation/reading/mask.ts';
import { nameKey, readName } from '../../../src/conversation/reading/name.ts';
import { noName } from '../../../src/conversation/reading/no-name.ts';
import { readPhone, showPhone } from '../../../src/conversation/reading/phone.ts';
import { graphemes, plain, plainNumber } from '../../../src/conversation/reading/plain-text.ts';
import { withoutRuledOut } from '../../../src/conversation/reading/ruled-out.ts';
import { holdsLink, withoutInvisible } from '../../../src/conversation/reading/shown-safely.ts';
import { readFlexibleWish, readUnsuited, readWish } from '../../../src/conversation/reading/wish.ts';
import { spellWish } from '../../../src/conversation/reading/wish-spelling.ts';
import { readMeetingId, readPasscode, readZoom } from '../../../src/conversation/reading/zoom.ts';
import { decodeTap } from '../../../src/line/tap-data.ts';
import { typedText } from '../../../src/line/typed-text.ts';
import { crisisIn } from '../../../src/messages/ja/crisis-words.ts';
import { ja } from '../../../src/messages/ja/index.ts';
import { readTypedNumbers, readTypedRoom } from '../../../src/staff/read-typed.ts';

const today = asDay('2026-11-25');

export const readers: Readonly<Record<string, (text: string) => unknown>> = {
  compatible,
  plain,
  plainNumber,
  graphemes,
  withoutInvisible,
  holdsLink,
  readName,
  noName,
  nameKey,
  readJobNumber,
  readPhone,
  showPhone,
  readMeetingId,
  readPasscode,
  readZoom,
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
  'meaning at the counter': (text) => ja.meaning(text, 'menu'),
  'meaning, nothing open': (text) => ja.meaning(text, null),
  'meaning at a question': (text) => ja.meaning(text, 'companion'),
  'meaning at the name': (text) => ja.meaning(text, 'name'),
  'meaning at the day': (text) => ja.meaning(text, 'day'),
  'meaning at the number': (text) => ja.meaning(text, 'jobNumber'),
  'meaning where a wish is said back': (text) => ja.meaning(text, 'wish'),
  'meaning at the last look': (text) => ja.meaning(text, 'review'),
  intentsInContactWindow: ja.intentsInContactWindow,
  forbidsCalls: ja.forbidsCalls,
  aboutWaitingRequest: ja.aboutWaitingRequest,
  intentsJustAfter: ja.intentsJustAfter,
  asksNothing: ja.asksNothing,
  takesCallBack: ja.takesCallBack,
  crisisIn,
  staffMeaning: ja.staffMeaning,
  'staffMeaning of a room': (text) => ja.staffMeaning(`会議室 追加 ${text}`),
  readTypedNumbers: (text) => readTypedNumbers(text, 'any'),
  'readTypedNumbers, a passcode asked': (text) => readTypedNumbers(text, 'passcode'),
  readTypedRoom,
  readCode,
  readNamedCode,
  parseReceipt,
  decodeTap,
  'typedText full of emoji': (text) => typedText(text, { emojis: everyThirdOf(text) }, false),
};

const everyThirdOf = (text: string) =>
  Array.from({ length: text.length / 3 }, (_, count) => ({ index: count * 3, length: 3 }));
