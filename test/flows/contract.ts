// What each question offers, and what each effect may be answered with. A new question or effect is a
// compiler error here.
import type { Effect, FlowEvent, PromptKey } from '../../flows/vocabulary.ts';
import { samples } from './samples.ts';

const of = (...types: FlowEvent['type'][]): FlowEvent[] =>
  types.flatMap((type): readonly FlowEvent[] => samples[type]);

const bothWays = of('back', 'quit');

/** The answers that stand on a question's buttons, or that it asks to type. */
export const offered: { [K in PromptKey]: readonly FlowEvent[] } = {
  menu: of('apply.asked', 'booking.asked', 'questions.asked', 'phone.asked'),
  terms: of('terms.agreed', 'terms.refused', 'quit'),
  eligibility: [...of('eligible', 'ineligible'), ...bothWays],
  missingCondition: [...of('condition.picked', 'eligible'), ...bothWays],
  knownDetails: [...of('details.reused', 'details.retyped'), ...bothWays],
  name: [...of('said'), ...bothWays],
  jobNumber: [
    ...of('said', 'jobNumber.unknown', 'detail.corrected', 'detail.gone', 'detail.known'),
    ...bothWays,
  ],
  jobNumberDoubtful: [
    ...of('yes', 'no', 'said', 'jobNumber.unknown', 'detail.corrected', 'detail.gone'),
    ...bothWays,
  ],
  phone: [...of('said', 'detail.corrected', 'detail.gone', 'detail.known'), ...bothWays],
  day: [...of('day.picked', 'days.more', 'said', 'detail.corrected', 'detail.gone'), ...bothWays],
  time: [
    ...of('time.picked', 'times.more', 'days.more', 'day.picked', 'said', 'detail.corrected', 'detail.gone'),
    ...bothWays,
  ],
  wish: [
    ...of('yes', 'no', 'day.picked', 'days.more', 'times.more', 'said', 'detail.corrected', 'detail.gone'),
    ...bothWays,
  ],
  companion: [...of('companion.answered', 'detail.corrected', 'detail.gone'), ...bothWays],
  review: [...of('submitted', 'edit.asked', 'field.picked', 'wish.typed'), ...bothWays],
  whichField: [...of('field.picked', 'wish.typed', 'submitted'), ...bothWays],
  withdraw: [...of('yes', 'no'), ...bothWays],
  meetingId: of('said', 'decision.left', 'quit'),
  passcode: [...of('said', 'decision.left'), ...bothWays],
  numbers: [...of('numbers.confirmed', 'numbers.retyped', 'decision.left'), ...bothWays],
};

/** What the shell may answer within the turn; an empty list: nobody waits for an answer. */
export const mayAnswer: { [T in Effect['type']]: readonly FlowEvent[] } = {
  remark: [],
  begin: [],
  recordConsent: [],
  recordEligibility: [],
  keepName: of('kept', 'not.kept'),
  keepJobNumber: of('kept', 'kept.doubtfully', 'not.kept'),
  keepNoJobNumber: [],
  keepPhone: of('kept', 'not.kept'),
  correctDetail: [],
  dropDraft: [],
  readWish: of('wish.day', 'wish.slot', 'wish.unclear', 'slot.refused'),
  checkDay: of('day.open', 'slot.refused'),
  checkSlot: of('slot.free', 'slot.refused'),
  submitRequest: of('request.accepted', 'request.refused'),
  lookBeforeApplying: of('apply.possible', 'apply.blocked'),
  lookBeforeRechoosing: of('rechoose.possible', 'booking.settled'),
  lookBeforeWithdrawing: of('booking.open', 'booking.settled'),
  withdrawRequest: of('booking.withdrawn', 'booking.settled'),
  showBooking: [],
  askDeletion: [],
  tellStaff: [],
  answerIntent: [],
  lookAtContactWindow: of('hour.hers', 'hour.others'),
  askRoom: [],
  askDeclineReason: [],
  confirmInRoom: [],
  confirmWithNumbers: [],
  declineRequest: [],
  showContact: [],
  lookBeforeTyping: of('booking.open', 'booking.settled'),
  readNumbers: of('numbers.read', 'numbers.unclear', 'numbers.absent'),
  addRoom: [],
  listRooms: [],
  listPending: [],
  listCalls: [],
  markTold: [],
  resendCall: [],
  invite: [],
  listChats: [],
  askBeforeEnding: [],
  endChat: [],
};
