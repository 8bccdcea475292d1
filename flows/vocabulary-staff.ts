// The part of the vocabulary that belongs to the admin chat.
import type { DeclineReason } from './vocabulary.ts';

/** What staff did in the admin chat. */
export type StaffAct =
  | { type: 'confirm.asked'; booking: string; version: number }
  | { type: 'room.picked'; booking: string; version: number; room: string }
  | { type: 'numbers.asked'; booking: string; version: number }
  | { type: 'numbers.confirmed'; booking?: string }
  | { type: 'numbers.retyped'; booking?: string }
  /** やめる on a card that asks staff something about this booking. */
  | { type: 'decision.left'; booking: string; version: number }
  | { type: 'decline.asked'; booking: string; version: number }
  | { type: 'decline.picked'; booking: string; version: number; reason: DeclineReason }
  | { type: 'contact.asked'; booking: string }
  /** What LINE did not bring, and staff have to tell by telephone. */
  | { type: 'calls.asked' }
  | { type: 'call.told'; call: string }
  | { type: 'call.resent'; call: string }
  | { type: 'help.asked' }
  | { type: 'invitation.asked' }
  | { type: 'chats.asked' }
  /** 終了する on the card of another admin chat. `since`: when that was enrolled, epoch ms. */
  | { type: 'chat.ending'; chat: string; since: number }
  /** `sure`: she has been asked whether she means it. */
  | { type: 'chat.ended'; chat: string; since: number; sure?: boolean }
  | { type: 'pending.asked' }
  | { type: 'rooms.asked' }
  | { type: 'room.added'; text: string };

/** What a flow may want done about the admin chats themselves. */
export type ChatEffect =
  | { type: 'listChats' }
  | { type: 'askBeforeEnding'; chat: string; since: number }
  | { type: 'endChat'; chat: string; since: number; sure: boolean };

/** What staff do about that which LINE did not bring. */
export type CallEffect =
  | { type: 'listCalls' }
  | { type: 'markTold'; call: string }
  | { type: 'resendCall'; call: string };
