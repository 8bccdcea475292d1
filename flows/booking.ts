// The life of a booking. Only this chart says which step may follow which; the rows are kept elsewhere.
import { setup } from 'xstate';

type Step =
  | { type: 'confirm' }
  | { type: 'decline' }
  /** Staff propose other times; what is agreed on stands meanwhile. */
  | { type: 'propose' }
  /** Its person takes one of them. */
  | { type: 'pick' }
  /** None of them suits. */
  | { type: 'refuse' }
  /** Staff take them back, of which the person has been told. */
  | { type: 'recall' }
  /** A decision about them is taken back before its person was told: they are proposed again. */
  | { type: 'repropose' }
  | { type: 'move' }
  | { type: 'withdraw' }
  | { type: 'expire' }
  | { type: 'cancel' }
  /** A decision of staff is taken back before its person was told. */
  | { type: 'undo' }
  | { type: 'unconfirm' }
  /** The same of one that staff made and confirmed with one press. */
  | { type: 'unmake' }
  /** A request or booking that was over waits for a decision again. */
  | { type: 'readmit' }
  /** That is taken back before its person was told: it is over again, as it was. */
  | { type: 'declineAgain' }
  | { type: 'cancelAgain' }
  | { type: 'expireAgain' }
  /** Another meeting ID, passcode or room. */
  | { type: 'renumber' }
  /** What is agreed on is moved, by staff or to a time that they proposed; `move` is of a request, by its person. */
  | { type: 'reschedule' }
  /** Staff leave it as it is, although its person wishes for another time. */
  | { type: 'keep' }
  | { type: 'start' }
  | { type: 'miss' }
  | { type: 'phone' }
  | { type: 'finish' }
  /** Recorded when its time is over. */
  | { type: 'attend' }
  /** Told us, and did not come. */
  | { type: 'absent' }
  /** The record was wrong: there is none again. */
  | { type: 'reopen' }
  /** The same while its hour lasts: it is as before the record. */
  | { type: 'resume' }
  /** Its time is over and nobody recorded how it went. */
  | { type: 'close' };

/** Of more than 25 kinds the compiler takes one at a time only where they are not told apart. */
export type BookingEvent = { type: Step['type'] };

export const booking = setup({ types: { events: {} as BookingEvent } }).createMachine({
  id: 'booking',
  version: '1',
  description: '予約の一生',
  initial: 'requested',
  states: {
    requested: {
      description: '申込(仮受付)',
      on: {
        confirm: 'confirmed',
        decline: 'declined',
        propose: 'proposed',
        move: 'requested',
        withdraw: 'withdrawn',
        expire: 'expired',
        declineAgain: 'declined',
        cancelAgain: 'cancelled',
        expireAgain: 'expired',
        repropose: 'proposed',
      },
    },
    proposed: {
      description: '別の日時を提案中',
      on: {
        pick: 'requested',
        refuse: 'requested',
        recall: 'requested',
        move: 'requested',
        undo: 'requested',
        decline: 'declined',
        withdraw: 'withdrawn',
        expire: 'expired',
      },
    },
    confirmed: {
      description: '確定',
      on: {
        renumber: 'confirmed',
        reschedule: 'confirmed',
        keep: 'confirmed',
        propose: 'confirmed',
        refuse: 'confirmed',
        recall: 'confirmed',
        undo: 'confirmed',
        start: 'inProgress',
        phone: 'byPhone',
        miss: 'noShow',
        absent: 'absent',
        unconfirm: 'requested',
        unmake: 'cancelled',
        cancel: 'cancelled',
        close: 'unrecorded',
      },
    },
    inProgress: {
      description: '相談中',
      // Who had got in and fell out is let in once more.
      on: { start: 'inProgress', finish: 'done', phone: 'byPhone', reopen: 'confirmed', close: 'done' },
    },
    unrecorded: {
      description: '未記録',
      on: { attend: 'done', phone: 'byPhone', miss: 'noShow', absent: 'absent' },
    },
    done: {
      description: '実施ずみ',
      on: { phone: 'byPhone', miss: 'noShow', absent: 'absent', reopen: 'unrecorded' },
    },
    withdrawn: { description: '本人が取り下げ', type: 'final' },
    declined: {
      description: 'お断り',
      on: { undo: 'requested', repropose: 'proposed', readmit: 'requested' },
    },
    expired: { description: '期限切れ', on: { readmit: 'requested' } },
    cancelled: { description: 'キャンセル', on: { undo: 'confirmed', readmit: 'requested' } },
    noShow: {
      description: '連絡なし',
      on: {
        start: 'inProgress',
        attend: 'done',
        phone: 'byPhone',
        absent: 'absent',
        reopen: 'unrecorded',
        resume: 'confirmed',
      },
    },
    absent: {
      description: '欠席(連絡あり)',
      on: {
        start: 'inProgress',
        attend: 'done',
        phone: 'byPhone',
        miss: 'noShow',
        reopen: 'unrecorded',
        resume: 'confirmed',
      },
    },
    byPhone: {
      description: '電話で実施',
      on: {
        start: 'inProgress',
        finish: 'done',
        attend: 'done',
        miss: 'noShow',
        absent: 'absent',
        reopen: 'unrecorded',
        resume: 'confirmed',
      },
    },
  },
});
