// Bookings by telephone on the cards of staff: buttons that lead to them, and slots that are held.
import type { Slot } from '../../booking/shown.ts';
import type { Brief } from '../facts-staff.ts';
import type { Button } from '../message.ts';
import { dayText, timeText } from './dates.ts';
import { phoneLabels } from './phone-labels.ts';

export const phoneButton = (today: string): Button => ({
  label: phoneLabels.phoneBooking,
  tap: { event: 'hold.asked', from: today, late: 0, page: 0 },
});

export const linkButton = ({ id }: Brief): Button => ({
  label: phoneLabels.link,
  tap: { event: 'link.asked', booking: id },
});

export const nextButton = ({ id, version }: Brief): Button => ({
  label: phoneLabels.next,
  tap: { event: 'next.asked', booking: id, version, page: 0 },
});

/** `電話中 10:00`; `提案中 10:00` */
export const phoneFoot = (slots: readonly Slot[] = [], isOneDay: boolean): string =>
  heldFoot('電話中', slots, isOneDay);
export const offeredFoot = (slots: readonly Slot[] = [], isOneDay: boolean): string =>
  heldFoot('提案中', slots, isOneDay);

function heldFoot(name: string, slots: readonly Slot[], isOneDay: boolean): string {
  const times = slots.map(({ day, time }) =>
    isOneDay ? timeText(time) : `${dayText(day)} ${timeText(time)}`,
  );
  return times.length === 0 ? '' : `${name} ${times.join('、')}\n`;
}
