// Closed lists that the reading, the flows and the words share: codes, never free text.
import { choiceKeys } from './choices.ts';

/** The four conditions of 第2条 that she can judge herself. */
export const conditions = ['registration', 'support', 'myPage', 'device'] as const;
export type Condition = (typeof conditions)[number];

/** What the last look lets her change. */
export const fields = ['name', 'jobNumber', 'phone', 'date', ...choiceKeys] as const;
export type Field = (typeof fields)[number];
/** What she types of herself. */
export type Detail = Extract<Field, 'name' | 'jobNumber' | 'phone'>;

/** Questions that people ask in between. */
export const topics = [
  'eligibility',
  'jobNumber',
  'zoom',
  'place',
  'recording',
  'cost',
  'cancel',
  'children',
  'privacy',
] as const;
export type Topic = (typeof topics)[number];

/** Why staff cannot take a request: a code, never free text. */
export const declineReasons = ['timeUnavailable', 'notEligible', 'visitInstead', 'duplicate'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Why a confirmed booking is cancelled, as staff record it. */
export const cancelReasons = ['byPerson', 'counsellor', 'equipment', 'duplicate'] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** Why staff change what they recorded of a consultation. */
export const correctionReasons = ['wrongRow', 'wrongButton', 'foundOut'] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** Why a person's use of the service is put off, as staff record it; never told to that person. */
export const suspensionReasons = ['noShows', 'cancellations', 'terms', 'notEligible', 'other'] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];
/** For how many months; `open`: without an end. */
export const suspensionTerms = ['1', '3', '6', 'open'] as const;
export type SuspensionTerm = (typeof suspensionTerms)[number];

/** What somebody in need writes about. `child`: harm to a child; `weary`: 「もう無理」 and no more. */
export const crises = ['violence', 'child', 'life', 'weary'] as const;
export type Crisis = (typeof crises)[number];

/** What a sentence says about her consultation. Without a button of her own booking it decides nothing. */
export const intents = [
  /** She cannot come. */
  'absence',
  /** The same, because somebody is ill: never kept or passed on. */
  'illness',
  'late',
  /** She can come after all. */
  'coming',
  /** She cannot get into the meeting. */
  'entry',
  /** She is in, and cannot hear or see. */
  'inside',
  /** The telephone is not answered. */
  'call',
  /** She looks for the meeting's ID, passcode or address. */
  'numbers',
  /** She can hardly answer the telephone: ours would not reach her. */
  'noCalls',
  // The following two are said in the form only.
  /** She cannot answer its question now, or does not know yet. */
  'later',
  /** Somebody else than she will not be there. */
  'otherAbsent',
  // The following are read at the hour of the consultation only.
  /** She is at the door, or in, and nobody else is. */
  'waiting',
  /** She wants to be called. */
  'callMe',
  /** She must not be called, or cannot take a call. */
  'noPhone',
  /** After a ban: she may be called. */
  'mayCall',
  /** Of calls to her, and neither a plain wish nor a plain ban. */
  'aboutCalls',
  /** The number on record is not hers any more, or she names another. */
  'newPhone',
  /** She asks for another day instead. */
  'moving',
  /** She got in, or what was wrong is right again. */
  'entered',
] as const;
export type BookingIntent = (typeof intents)[number];

/** How a consultation was, as who took part says with one tap. */
export const opinions = ['useful', 'more'] as const;
export type Opinion = (typeof opinions)[number];

/** Words that ask for nothing: ありがとう, よろしく, すみませんでした, わかりました. */
export const courtesies = ['thanks', 'regards', 'sorry', 'noted'] as const;
export type SmallTalk = (typeof courtesies)[number];

/** Why staff take a booking by telephone that is too late for the chat. */
export const overrideReasons = ['urgent', 'vacancy', 'ourMistake', 'instead'] as const;
export type OverrideReason = (typeof overrideReasons)[number];

/** How somebody without LINE gets the meeting's numbers. */
export const numbersWays = ['aloud', 'myPage', 'callBack'] as const;
export type NumbersBy = (typeof numbersWays)[number];
