// The telephone: the way that is always open, so every dead end names it.
import type { Office } from '../../config/office.ts';
import type { Button } from '../message.ts';
import { timeText } from './dates.ts';
import { labels } from './labels.ts';

/** `平日 9:00～17:00` */
export const hoursText = ({ hours }: Office): string =>
  `平日 ${timeText(hours.from)}～${timeText(hours.until)}`;

/** What stands under whatever did not work. Number and hours are a line each: together they do not fit on a phone. */
export const phoneLine = (office: Office): string => `電話 ${office.phone}\n(${hoursText(office)})`;

export const callButton = ({ phone }: Office): Button => ({
  label: labels.call,
  link: `tel:${phone.replaceAll('-', '')}`,
});

/** no reason is told. */
export const byPhoneOnly = 'ご相談は、お電話で承ります。';
export const callInsteadText = (office: Office): string =>
  `${byPhoneOnly}\nお電話でご相談ください。\n${phoneLine(office)}`;
