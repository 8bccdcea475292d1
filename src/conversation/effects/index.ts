// Every effect of the flows and what does it. A missing one is a compiler error.
import type { Effect, FlowEvent } from '../../../flows/vocabulary.ts';
import type { Turn } from '../turn.ts';
import { addRoom, invite, listPending, listRooms, readNumbers } from './admin.ts';
import {
  lookBeforeRechoosing,
  lookBeforeWithdrawing,
  showBooking,
  tellStaff,
  withdrawRequest,
} from './booking.ts';
import { listCalls, markTold, resendCall } from './calls.ts';
import { askBeforeEnding, endChat, listChats } from './chats.ts';
import { showContact } from './contact.ts';
import { askDeletion } from './deletion.ts';
import {
  correctDetail,
  dropTyped,
  keepJobNumber,
  keepName,
  keepNoJobNumber,
  keepPhone,
  recordConsent,
  recordEligibility,
} from './details.ts';
import type { Handler } from './handler.ts';
import { answerIntent, lookAtContactWindow } from './on-the-day.ts';
import { lookBeforeApplying, submitRequest } from './request.ts';
import { checkDay, checkSlot, readWish } from './slot.ts';
import {
  askDeclineReason,
  askRoom,
  confirmInRoom,
  confirmWithNumbers,
  declineRequest,
  lookBeforeTyping,
} from './staff.ts';

/** The engine itself says remarks and begins flows; all else happens here. */
export type Deed = Exclude<Effect, { type: 'remark' | 'begin' }>;

const handlers: { [T in Deed['type']]: Handler<T> } = {
  recordConsent,
  recordEligibility,
  keepName,
  keepJobNumber,
  keepNoJobNumber,
  keepPhone,
  correctDetail,
  dropDraft: dropTyped,
  readWish,
  checkDay,
  checkSlot,
  submitRequest,
  lookBeforeApplying,
  lookBeforeRechoosing,
  lookBeforeWithdrawing,
  withdrawRequest,
  showBooking,
  askDeletion,
  tellStaff,
  answerIntent,
  lookAtContactWindow,
  askRoom,
  askDeclineReason,
  confirmInRoom,
  confirmWithNumbers,
  declineRequest,
  showContact,
  lookBeforeTyping,
  readNumbers,
  addRoom,
  listRooms,
  listPending,
  listCalls,
  markTold,
  resendCall,
  invite,
  listChats,
  askBeforeEnding,
  endChat,
};

/** Carries out one effect; what the world answers goes back into the flow. */
export function carryOut(effect: Deed, turn: Turn): Promise<FlowEvent | undefined> {
  // The table pairs each name with its own effect, which TypeScript cannot follow through a lookup.
  const handler = handlers[effect.type] as (effect: Deed, turn: Turn) => Promise<FlowEvent | undefined>;
  return handler(effect, turn);
}
