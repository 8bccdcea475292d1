// The admin chat. It has one state: every card and every typed line names the booking it speaks of, so that nobody's words can
// answer another's question. What it remembers is which buttons were pressed a moment ago.
import { setup } from 'xstate';
import { effects, options, type Tag } from './kit.ts';
import { type BookingRef, commandTransitions, type FlowEvent, type PromptKey } from './vocabulary.ts';

/** `at`: when it was pressed, epoch ms. */
export type Press = { button: string; at: number };

const kit = setup({
  types: {
    context: {} as { pressed: readonly Press[] },
    events: {} as FlowEvent,
    meta: {} as { prompt: PromptKey },
    tags: {} as Tag,
  },
  actions: effects,
});

/** Within this time a button that was pressed again, by whomever, has its answer in the chat already. */
const sameButtonMs = 10_000;

/** With this press in mind; undefined where the same button was pressed a moment ago. Pure. */
export function withPress(pressed: readonly Press[], press: Press): readonly Press[] | undefined {
  const recent = pressed.filter(({ at }) => Math.abs(press.at - at) < sameButtonMs);
  return recent.some(({ button }) => button === press.button) ? undefined : [...recent, press];
}

const named = ({ event }: { event: BookingRef }): BookingRef => ({
  booking: event.booking,
  version: event.version,
});

export const admin = kit.createMachine({
  id: 'admin',
  version: '2',
  description: '職員の窓口',
  context: { pressed: [] },
  options,
  initial: 'idle',
  on: {
    'confirm.asked': { actions: { type: 'askRoom', params: named } },
    'room.picked': {
      actions: {
        type: 'confirmInRoom',
        params: ({ event }) => ({ ...named({ event }), room: event.room }),
      },
    },
    // The keyboard has opened: that is its answer.
    'numbers.asked': '.idle',
    'numbers.typed': { actions: { type: 'readNumbers', params: ({ event }) => ({ text: event.text }) } },
    'numbers.confirmed': {
      actions: {
        type: 'confirmWithNumbers',
        params: ({ event }) => ({ ...named({ event }), numbers: event.numbers }),
      },
    },
    'decline.asked': { actions: { type: 'askDeclineReason', params: named } },
    'decline.picked': {
      actions: {
        type: 'declineRequest',
        params: ({ event }) => ({ ...named({ event }), reason: event.reason }),
      },
    },
    'days.asked': {
      actions: {
        type: 'showDays',
        params: ({ event }) => ({ from: event.from, until: event.until, page: event.page }),
      },
    },
    'pending.more': { actions: { type: 'listMorePending', params: ({ event }) => ({ page: event.page }) } },
    'receipt.typed': {
      actions: {
        type: 'findCard',
        params: ({ event }) => ({ number: event.number, yearMonth: event.yearMonth }),
      },
    },
    'card.asked': { actions: { type: 'showCard', params: ({ event }) => ({ booking: event.booking }) } },
    'outcome.asked': { actions: { type: 'askOutcome', params: named } },
    'outcome.recorded': {
      actions: {
        type: 'recordOutcome',
        params: ({ event }) => ({ ...named({ event }), outcome: event.outcome }),
      },
    },
    'contact.asked': {
      actions: { type: 'showContact', params: ({ event }) => ({ booking: event.booking }) },
    },
    ...commandTransitions,
    'help.asked': { actions: { type: 'remark', params: { key: 'staffHelp' } } },
    // Only a one-to-one chat gets here with it: what a group says to each other is left alone.
    said: { actions: { type: 'remark', params: { key: 'staffNotUnderstood' } } },
    'chat.ending': {
      actions: {
        type: 'askBeforeEnding',
        params: ({ event }) => ({ chat: event.chat, since: event.since }),
      },
    },
    'chat.ended': {
      actions: {
        type: 'endChat',
        params: ({ event }) => ({ chat: event.chat, since: event.since, sure: event.sure ?? false }),
      },
    },
    'call.told': { actions: { type: 'markTold', params: ({ event }) => ({ call: event.call }) } },
    'call.resent': { actions: { type: 'resendCall', params: ({ event }) => ({ call: event.call }) } },
    'room.added': { actions: { type: 'addRoom', params: ({ event }) => ({ text: event.text }) } },
  },
  states: { idle: { description: '待機', tags: 'quiet' } },
});
