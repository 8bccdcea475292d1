// What can happen in the admin chat.
import type { ConsultationOutcome } from '../booking-buttons.ts';
import type { DeclineReason } from './lists.ts';
import type { CommandEvent } from './staff-commands.ts';

/** What staff did in the admin chat. */
export type StaffAct =
  | CommandEvent
  | { type: 'confirm.asked'; booking: string; version: number }
  | { type: 'room.picked'; booking: string; version: number; room: string }
  /** The keyboard opens with the beginning of a line. */
  | { type: 'numbers.asked'; booking: string; version: number }
  /** 番号 2611-0004 …: `text` is all that follows the word. */
  | { type: 'numbers.typed'; text: string }
  /** `numbers`: a mark of those that the card showed. */
  | { type: 'numbers.confirmed'; booking: string; version: number; numbers: string }
  | { type: 'decline.asked'; booking: string; version: number }
  | { type: 'decline.picked'; booking: string; version: number; reason: DeclineReason }
  /** A day of the calendar or some of them (JST `YYYY-MM-DD`, both inclusive), from the `page`th card on. */
  | { type: 'days.asked'; from: string; until: string; page: number }
  | { type: 'pending.more'; page: number }
  /** 0004 or 2611-0004: `yearMonth` null for the running number alone. */
  | { type: 'receipt.typed'; number: number; yearMonth: string | null }
  | { type: 'card.asked'; booking: string }
  | { type: 'outcome.asked'; booking: string; version: number }
  | { type: 'outcome.recorded'; booking: string; version: number; outcome: ConsultationOutcome }
  | { type: 'contact.asked'; booking: string }
  | { type: 'call.told'; call: string }
  | { type: 'call.resent'; call: string }
  | { type: 'help.asked' }
  /** 終了する on the card of another admin chat. `since`: when that was enrolled, epoch ms. */
  | { type: 'chat.ending'; chat: string; since: number }
  /** `sure`: she has been asked whether she means it. */
  | { type: 'chat.ended'; chat: string; since: number; sure?: boolean }
  | { type: 'room.added'; text: string };
