import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { initialTransition, type StateValueFrom, transition } from 'xstate';
import { type BookingEvent, booking } from '../../flows/booking.ts';
import { buttonKinds, buttonsIn } from '../../flows/booking-buttons.ts';

type State = StateValueFrom<typeof booking>;
type Step = BookingEvent['type'];

const steps: Record<Step, true> = {
  confirm: true,
  decline: true,
  propose: true,
  pick: true,
  refuse: true,
  recall: true,
  repropose: true,
  move: true,
  withdraw: true,
  expire: true,
  cancel: true,
  undo: true,
  unconfirm: true,
  unmake: true,
  readmit: true,
  declineAgain: true,
  cancelAgain: true,
  expireAgain: true,
  renumber: true,
  reschedule: true,
  keep: true,
  start: true,
  miss: true,
  phone: true,
  finish: true,
  attend: true,
  absent: true,
  reopen: true,
  resume: true,
  close: true,
};

/** Every step that is allowed; what is missing here is forbidden. */
const life: Record<State, Partial<Record<Step, State>>> = {
  requested: {
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
  proposed: {
    pick: 'requested',
    refuse: 'requested',
    recall: 'requested',
    move: 'requested',
    undo: 'requested',
    decline: 'declined',
    withdraw: 'withdrawn',
    expire: 'expired',
  },
  confirmed: {
    renumber: 'confirmed',
    reschedule: 'confirmed',
    keep: 'confirmed',
    propose: 'confirmed',
    refuse: 'confirmed',
    recall: 'confirmed',
    undo: 'confirmed',
    start: 'inProgress',
    miss: 'noShow',
    absent: 'absent',
    phone: 'byPhone',
    unconfirm: 'requested',
    unmake: 'cancelled',
    cancel: 'cancelled',
    close: 'unrecorded',
  },
  inProgress: { start: 'inProgress', finish: 'done', phone: 'byPhone', reopen: 'confirmed', close: 'done' },
  unrecorded: { attend: 'done', phone: 'byPhone', miss: 'noShow', absent: 'absent' },
  noShow: {
    start: 'inProgress',
    attend: 'done',
    phone: 'byPhone',
    absent: 'absent',
    reopen: 'unrecorded',
    resume: 'confirmed',
  },
  absent: {
    start: 'inProgress',
    attend: 'done',
    phone: 'byPhone',
    miss: 'noShow',
    reopen: 'unrecorded',
    resume: 'confirmed',
  },
  byPhone: {
    start: 'inProgress',
    finish: 'done',
    attend: 'done',
    miss: 'noShow',
    absent: 'absent',
    reopen: 'unrecorded',
    resume: 'confirmed',
  },
  done: { phone: 'byPhone', miss: 'noShow', absent: 'absent', reopen: 'unrecorded' },
  withdrawn: {},
  declined: { undo: 'requested', repropose: 'proposed', readmit: 'requested' },
  expired: { readmit: 'requested' },
  cancelled: { undo: 'confirmed', readmit: 'requested' },
};

const states = Object.keys(life).filter((name): name is State => name in booking.states);
const types = Object.keys(steps).filter((type): type is Step => type in steps);
const at = (state: State) => booking.resolveState({ value: state, context: {} });

describe('The life of a booking', () => {
  test('begins as a request', () => {
    expect(initialTransition(booking)[0].value).toBe('requested');
  });

  test('has no states but these', () => {
    expect(Object.keys(booking.states).sort()).toEqual([...states].sort());
  });

  test.each(states.flatMap((from) => types.map((type) => [from, type, life[from][type] ?? null] as const)))(
    '%s + %s → %s',
    (from, type, to) => {
      const step = { type } as BookingEvent;
      const [next, effects] = transition(booking, at(from), step);
      expect(at(from).can(step)).toBe(to !== null);
      expect(next.value).toBe(to ?? from);
      expect(effects).toEqual([]);
    },
  );

  test('is over where no step is allowed, and nowhere else', () => {
    for (const state of states) {
      expect([state, at(state).status]).toEqual([
        state,
        types.some((type) => life[state][type]) ? 'active' : 'done',
      ]);
    }
  });

  test('has the states that are recorded', () => {
    const schema = readFileSync(join(import.meta.dirname, '../../prisma/schema.prisma'), 'utf8');
    const recorded =
      /enum BookingState \{([^}]*)\}/
        .exec(schema)?.[1]
        ?.replaceAll(/\/\/.*/g, '')
        .trim()
        .split(/\s+/) ?? [];
    expect([...recorded].sort()).toEqual([...states].sort());
  });
});

describe('The buttons on the card of a booking', () => {
  test('are at most five in each state, each once', () => {
    for (const buttons of Object.values(buttonsIn)) {
      expect(buttons.length).toBeLessThanOrEqual(5);
      expect(new Set(buttons).size).toBe(buttons.length);
    }
  });

  test('lead to steps that the chart allows there', () => {
    for (const state of states) {
      const at = booking.resolveState({ value: state });
      for (const button of buttonsIn[state]) {
        const { step } = buttonKinds[button];
        const leadsOn = step === null || step.some((type) => at.can({ type }));
        expect([state, button, leadsOn]).toEqual([state, button, true]);
      }
    }
  });
});
