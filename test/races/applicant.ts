// Somebody who asks for a consultation by her own taps and words.

import type { Person } from 'line-simulator';
import { noToAll } from '../helpers/answer-choices.ts';

export type Applicant = { name: string; jobNumber: string; phone: string };
type Presser = Pick<Person, 'presses' | 'receives'>;

/** Presses a button and waits for the answer. */
export async function press(who: Presser, label: string, message?: string): Promise<void> {
  await who.presses(label, { message });
  await who.receives();
}

export async function say(who: Pick<Person, 'says' | 'receives'>, text: string): Promise<void> {
  await who.says(text);
  await who.receives();
}

/** From 友だち追加 to the card with the days. */
export async function toDays(person: Person, { name, jobNumber, phone }: Applicant): Promise<void> {
  await person.follow();
  await person.receives();
  for (const label of ['相談を申し込む', '同意する', 'すべて当てはまる']) await press(person, label);
  for (const text of [name, jobNumber, phone]) await say(person, text);
}

/** The days that are to be pressed, as they stand on the card. */
export const daysOn = (person: Person): string[] =>
  person.buttons().filter((label) => /^\d{1,2}月\d{1,2}日/.test(label));

export const timesOn = (person: Person): string[] =>
  person.buttons().filter((label) => /^\d{1,2}:\d{2}$/.test(label));

/** From the days to the last look. */
export async function toLastLook(person: Person, day: string, time: string): Promise<void> {
  for (const label of [day, time, ...noToAll]) await press(person, label);
}
