// The buttons of a booking's card: which there are is said by flows/booking-buttons.ts.
import type { BookingButton, ConsultationOutcome } from '../../../flows/booking-buttons.ts';
import type { BookingCard, Brief } from '../facts-staff.ts';
import type { Button } from '../message.ts';
import { contactButton } from './buttons.ts';
import { labels } from './labels.ts';
import { linkButton, nextButton } from './phone-buttons.ts';
import { phoneLabels } from './phone-labels.ts';
import { confirmButtons } from './room-buttons.ts';
import { suspendButton, suspendedButton } from './staff-suspension-words.ts';

const outcomeButton =
  (outcome: ConsultationOutcome, label: string) =>
  ({ id, version }: Brief): Button => ({
    label,
    tap: { event: 'outcome.recorded', booking: id, version, outcome },
  });

const wishButton =
  (event: string, label: string, tone: 'primary' | 'plain') =>
  ({ id, version, wish }: BookingCard): Button => ({
    label,
    tap: { event, booking: id, version, day: wish?.day ?? '', time: wish?.time ?? '' },
    tone,
  });

const buttonFor: Readonly<Record<Exclude<BookingButton, 'confirm'>, (card: BookingCard) => Button>> = {
  cancel: ({ id, version }) => ({
    label: labels.cancel,
    tap: { event: 'cancel.asked', booking: id, version },
  }),
  undo: ({ id, version, lead }) => ({
    label: labels.undo,
    tap: { event: 'undo.asked', booking: id, version, ...(lead === 'backOntoClosed' && { sure: 1 }) },
    tone: 'primary',
  }),
  readmit: ({ id, version }) => ({
    label: labels.readmit,
    tap: { event: 'readmit.asked', booking: id, version },
  }),
  decline: ({ id, version }) => ({
    label: labels.decline,
    tap: { event: 'decline.asked', booking: id, version },
  }),
  grant: wishButton('wish.granted', labels.move, 'primary'),
  keepAsItIs: wishButton('wish.refused', labels.keepAsItIs, 'plain'),
  move: ({ id, version }) => ({
    label: labels.moveBooking,
    tap: { event: 'move.asked', booking: id, version, page: 0 },
  }),
  numbers: ({ id, version }) => ({
    label: labels.correctNumbers,
    tap: { event: 'numbers.correcting', booking: id, version },
  }),
  propose: ({ id, version }) => ({
    label: labels.propose,
    tap: { event: 'offer.asked', booking: id, version },
  }),
  recall: ({ id, version }) => ({
    label: labels.recall,
    tap: { event: 'offer.recalled', booking: id, version },
  }),
  contact: ({ id }) => contactButton(id),
  attended: outcomeButton('attended', labels.came),
  byPhone: outcomeButton('byPhone', labels.byPhone),
  missed: outcomeButton('missed', labels.missed),
  absent: outcomeButton('absent', labels.absent),
  reopened: outcomeButton('reopened', labels.reopen),
  amend: ({ id, version }) => ({
    label: labels.amend,
    tap: { event: 'outcome.asked', booking: id, version },
  }),
  suspend: ({ person, suspended }) => (suspended == null ? suspendButton(person) : suspendedButton(person)),
  link: linkButton,
  next: nextButton,
};

/** Where a button is called otherwise in that state. */
const labelsIn: Partial<Record<BookingCard['state'], Partial<Record<BookingButton, string>>>> = {
  noShow: { attended: labels.cameAfterAll },
  absent: { attended: labels.cameAfterAll },
  cancelled: { next: phoneLabels.otherTime },
};

export const buttonsOf = (card: BookingCard): Button[] =>
  card.buttons.flatMap((name) => {
    if (name === 'confirm') return confirmButtons(card, card.oneRoom);
    const button = buttonFor[name](card);
    return [{ ...button, label: labelsIn[card.state]?.[name] ?? button.label }];
  });
