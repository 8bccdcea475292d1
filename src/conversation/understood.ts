// What an event was understood as.
import type { BookingIntent, FlowEvent } from '../../flows/vocabulary.ts';
import type { Unchanged } from '../messages/facts.ts';

export type Understood = Events | OldButton | UnknownButton;

/**
 * The first of these that the conversation can take is meant. `then`: with the first one, what answers the question that it
 * leads to. `rest`: with the first one, more was written, of which nothing is kept; `later` where it will be asked.
 * `ofNext`: it is about the booking after the consultation that runs.
 */
export type Events = {
  kind: 'events';
  events: FlowEvent[];
  then?: FlowEvent;
  rest?: 'lost' | 'later';
  unchanged?: Unchanged;
  ofNext?: true;
};

/** A button of an earlier question; `ageInSteps` 1: the question just before. */
export type OldButton = { kind: 'oldButton'; event: FlowEvent; ageInSteps: number };

/** Not a word of ours, or of terms that have changed since: a forged or ancient button. */
type UnknownButton = { kind: 'unknownButton' };

/** `besides`: what else the same words say. */
export function asWritten(intent: BookingIntent, ...also: (BookingIntent | undefined)[]): Events {
  const besides = also.filter((one) => one !== undefined);
  const event = { type: 'intent.written' as const, intent };
  return { kind: 'events', events: [besides.length > 0 ? { ...event, besides } : event] };
}
/** Answered with the office's number. */
export const phoneAsked: Events = { kind: 'events', events: [{ type: 'phone.asked' }] };
