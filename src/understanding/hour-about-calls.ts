// What is said of calls, on any day: that nobody may call, that somebody shall, or that it is not needed any more.
import { compatible } from '../core/compatible.ts';
import { callsOff } from './hour-call-words.ts';
import { callsLater, willCall } from './hour-later-words.ts';
import { forbidsCall } from './hour-phone-words.ts';
import { asSpoken } from './hour-spelling.ts';
import { allowsCall, asks, intentsInContactWindow } from './hour-words.ts';

/** While she waits for a call: 「やっぱいい」, 「夫帰ってきた！」. */
export const takesCallBack = (text: string): boolean => !asks(text) && callsOff(asSpoken(text));

/** On any day: 「夫に知られたくないので電話しないでください」. */
export const forbidsCalls = (text: string): boolean => forbidsCall(asSpoken(text), asks(text));

/** A consultation by telephone is another matter: 「電話で相談したい」. */
const byPhone = /(?:電話|でんわ|tel)で/i;

/** On the day, before the hour: 「至急電話してください」. */
export const plainlyWantsCall = (text: string): boolean =>
  !byPhone.test(compatible(text)) && intentsInContactWindow(text).includes('callMe');

/** A ban on calls, or what may be its end. */
export const speaksOfCalls = (text: string): boolean =>
  forbidsCalls(text) || intentsInContactWindow(text).some((one) => allowsCall.has(one));

/** 「明日電話ください」, 「あとで電話します」: of a call that the hour does not need; who calls is not promised here. */
export const speaksOfLaterCall = (text: string): boolean => {
  const intents = intentsInContactWindow(text);
  if (intents.includes('noPhone')) return false;
  return intents.includes('callMe') || (callsLater(text) && intents.includes('aboutCalls')) || willCall(text);
};
