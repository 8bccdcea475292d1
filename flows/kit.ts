// What every flow is built with: one vocabulary of events and effects, checked by the compiler.
// Flows hold no clock, randomness, I/O or words. Saved states are restored with `resolveState`, so
// there are no invoked children, no delays, no history states and no raised events in them.
import type { Effect } from './vocabulary.ts';

type Params<T extends Effect['type']> = Omit<Extract<Effect, { type: T }>, 'type'>;

/** An effect is only named by a flow; the shell does it. */
const effect =
  <T extends Effect['type']>(_type: T) =>
  (_: unknown, _params: Params<T>): void => {};

export const effects = {
  remark: effect('remark'),
  begin: effect('begin'),
  recordConsent: effect('recordConsent'),
  recordEligibility: effect('recordEligibility'),
  keepName: effect('keepName'),
  keepJobNumber: effect('keepJobNumber'),
  keepNoJobNumber: effect('keepNoJobNumber'),
  keepPhone: effect('keepPhone'),
  correctDetail: effect('correctDetail'),
  dropDraft: effect('dropDraft'),
  readWish: effect('readWish'),
  checkDay: effect('checkDay'),
  checkSlot: effect('checkSlot'),
  submitRequest: effect('submitRequest'),
  lookBeforeApplying: effect('lookBeforeApplying'),
  lookBeforeRechoosing: effect('lookBeforeRechoosing'),
  lookBeforeWithdrawing: effect('lookBeforeWithdrawing'),
  withdrawRequest: effect('withdrawRequest'),
  showBooking: effect('showBooking'),
  askDeletion: effect('askDeletion'),
  tellStaff: effect('tellStaff'),
  answerIntent: effect('answerIntent'),
  lookAtContactWindow: effect('lookAtContactWindow'),
  askRoom: effect('askRoom'),
  askDeclineReason: effect('askDeclineReason'),
  confirmInRoom: effect('confirmInRoom'),
  confirmWithNumbers: effect('confirmWithNumbers'),
  declineRequest: effect('declineRequest'),
  showContact: effect('showContact'),
  lookBeforeTyping: effect('lookBeforeTyping'),
  readNumbers: effect('readNumbers'),
  addRoom: effect('addRoom'),
  listRooms: effect('listRooms'),
  listPending: effect('listPending'),
  listCalls: effect('listCalls'),
  markTold: effect('markTold'),
  resendCall: effect('resendCall'),
  invite: effect('invite'),
  listChats: effect('listChats'),
  askBeforeEnding: effect('askBeforeEnding'),
  endChat: effect('endChat'),
} satisfies { [T in Effect['type']]: (_: unknown, params: Params<T>) => void };

/**
 * `awaitsResult`: the state's effect must be answered within the turn; a conversation is never saved here.
 * `quiet`: nothing is asked here; the last message stands for itself.
 */
export type Tag = 'awaitsResult' | 'quiet';

/** A flow must not turn in circles by itself. */
export const options = { maxIterations: 100 };
