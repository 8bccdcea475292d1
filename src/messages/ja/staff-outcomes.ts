// What staff are told once something is settled, by them, by her or by the clock.
import { dayOf } from '../../core/jst.ts';
import type { AlreadyDecided, Notice } from '../facts-staff.ts';
import type { Message } from '../message.ts';
import { momentSince, slotText } from './dates.ts';
import { lookUp } from './look-up.ts';
import { called } from './staff-called.ts';

const about = ({ receipt, slot }: Notice): string => `受付番号 ${receipt}\n${slotText(slot)}`;
const say = (text: string): Message[] => [{ kind: 'text', text }];

const whoever = (by: string | null): string => (by === null ? '職員' : called(by));

type Outcome = { who: 'staff' | 'person' | 'nobody'; what: string };

/** By the states of flows/booking.ts. */
export const settledAs = {
  proposed: { who: 'staff', what: '別の日時を提案済みです' },
  confirmed: { who: 'staff', what: '確定済みです' },
  inProgress: { who: 'staff', what: '「来室」にしています' },
  done: { who: 'staff', what: '「来室」にしています' },
  withdrawn: { who: 'person', what: '取り下げ済みです' },
  declined: { who: 'staff', what: 'お断り済みです' },
  expired: { who: 'nobody', what: '期限が切れました' },
  cancelled: { who: 'staff', what: 'キャンセル済みです' },
  noShow: { who: 'staff', what: '「連絡なし」にしています' },
  byPhone: { who: 'staff', what: '「電話で実施」にしています' },
  unrecorded: { who: 'nobody', what: '時間が終わっています' },
  absent: { who: 'staff', what: '「欠席」にしています' },
} as const satisfies Record<string, Outcome>;

/** Confirmed, and changed since: by the step. */
export const changedSince = {
  renumber: { who: 'staff', what: '番号を直しました。\n確定済みです' },
  reschedule: { who: 'staff', what: '日時を変えました。\n確定済みです' },
  keep: { who: 'staff', what: 'いまの日時のままにしました。\n確定済みです' },
  /** A time that staff had proposed. */
  picked: { who: 'person', what: '提案の日時を選び、確定しています' },
  propose: { who: 'staff', what: '別の日時を提案しました。\n予約は確定済みです' },
  recall: { who: 'staff', what: '提案を取り下げました。\n予約は確定済みです' },
  refuse: { who: 'person', what: '「どれも合わない」を押しました。\n予約は確定済みです' },
  undo: { who: 'staff', what: '取り消して、元に戻しました。\n確定済みです' },
} as const satisfies Record<string, Outcome>;

/** For the second of two staff: who was first, and when. */
export function alreadyDecided({ receipt, state, by, at }: AlreadyDecided, now: Date): Message[] {
  const { who, what } = lookUp<Outcome>({ ...settledAs, ...changedSince }, state) ?? {
    who: 'staff',
    what: '手続き済みです',
  };
  const when = momentSince(at, dayOf(now));
  const subject = { staff: `${whoever(by)}が`, person: '利用者の方が', nobody: '' }[who];
  return say(`${subject}${when}に${what}。\n受付番号 ${receipt}`);
}

/** Her request has another time by now; its new card stands further down. */
export const requestMoved = (notice: Notice): Message[] =>
  say(`利用者の方が日時を変えました。
新しいカードで決めてください。
${about(notice)}`);

export const requestUnknown = (): Message[] => say('この申し込みは、記録にありません。');

/** It was typed. */
export const receiptUnknown = (): Message[] =>
  say('その受付番号は、記録にありません。\n番号をお確かめください。');
