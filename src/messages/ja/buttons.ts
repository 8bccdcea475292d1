// Buttons that stand in many places.
import { graphemes } from '../../core/graphemes.ts';
import type { Brief } from '../facts-staff.ts';
import type { Button } from '../message.ts';
import { labels } from './labels.ts';

export const applyButton: Button = { label: labels.apply, tap: { event: 'apply.asked' }, tone: 'primary' };
export const showBookingButton: Button = { label: labels.showBooking, tap: { event: 'booking.asked' } };
export const questionsButton: Button = { label: labels.questions, tap: { event: 'questions.asked' } };
export const menuButton: Button = { label: labels.menu, tap: { event: 'menu.asked' } };
export const backButton: Button = { label: labels.back, tap: { event: 'back' } };
export const quitButton: Button = { label: labels.quit, tap: { event: 'quit' } };

/** Her name, number and phone in full, on a page of its own: the chat shows them masked (D7). */
export const contactButton = (booking: string): Button => ({
  label: labels.contact,
  tap: { event: 'contact.asked', booking },
});

export const callsButton: Button = { label: labels.calls, tap: { event: 'calls.asked' } };

/** Begins the line; staff write the numbers behind it. */
const lineFor = (receipt: string): string => `番号 ${receipt} `;

/** LINE on a PC does not fill the line in: there it is copied. */
export const numbersButtons = ({ id, version, receipt }: Brief): Button[] => [
  {
    label: labels.typeNumbers,
    tap: { event: 'numbers.asked', booking: id, version },
    fill: lineFor(receipt),
  },
  { label: labels.copyNumbersLine, copy: lineFor(receipt) },
];

export const counsellorButton = ({ id, version }: Pick<Brief, 'id' | 'version'>): Button => ({
  label: labels.changeCounsellor,
  tap: { event: 'counsellor.asked', booking: id, version },
});

/** Under every question of the form. */
export const backOrQuit: readonly Button[] = [backButton, quitButton];

/**
 * A label that people made up, such as a room's name. LINE allows 40 letters; more than 20 would be shrunk to
 * fit one line until nobody can read them.
 */
export function cutLabel(text: string, max = 20): string {
  const characters = graphemes(text);
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}
