// The form, filled in as far as a test needs it.

import type { Seen } from 'line-simulator';
import { staffSeeIt } from '../../../src/booking/answer-time.ts';
import { answerNoToAll } from '../../helpers/answer-choices.ts';
import { type Day, dateText } from './calendar.ts';
import { room } from './cast.ts';
import { patience } from './chat-driver.ts';
import type { Guest, Office } from './office.ts';
import { office as profile } from './profile.ts';

/** The questions of a first request, in order, each with what is done to answer it. */
const questions = [
  ['terms', (hanako) => hanako.presses('同意する')],
  ['eligibility', (hanako) => hanako.presses('すべて当てはまる')],
  ['name', (hanako) => hanako.says(hanako.details.name)],
  ['jobNumber', (hanako) => hanako.says(hanako.details.jobNumber)],
  ['phone', (hanako) => hanako.says(hanako.details.phone)],
  ['day', (hanako, { day }) => hanako.says(dateText(day))],
  ['time', (hanako, { time }) => hanako.presses(time)],
  ['companion', (hanako) => answerNoToAll(hanako)],
  ['review', (hanako) => hanako.presses('この内容で申し込む')],
] as const satisfies readonly (readonly [string, (hanako: Guest, wish: Wish) => Promise<string>])[];

/** Answers one question as it should be answered; resolves with what comes next. */
export async function answer(question: Question, hanako: Guest, wish: Wish): Promise<string> {
  const found = questions.find(([name]) => name === question);
  if (!found) throw new Error(`No question is called ${question}`);
  return found[1](hanako, wish);
}

export type Question = (typeof questions)[number][0];
/** `time`: a start that is offered first, such as `10:00`. */
export type Wish = { day: Day; time: string };

/** Asks for a consultation and answers until this question stands; resolves with its words. */
export async function fillUpTo(question: Question, hanako: Guest, wish: Wish): Promise<string> {
  let asked = await hanako.presses('相談を申し込む');
  for (const [name, answer] of questions) {
    if (name === question) return asked;
    asked = await answer(hanako, wish);
  }
  return asked;
}

/** From the start to the receipt; resolves with its number. */
export async function request(hanako: Guest, wish: Wish): Promise<string> {
  await fillUpTo('review', hanako, wish);
  return receiptNumberIn(await hanako.presses('この内容で申し込む'));
}

/** Throws, showing the text, when there is none: then it was no receipt. */
export function receiptNumberIn(text: string): string {
  const number = /受付番号 (\d{4}-\d{4,})/.exec(text)?.[1];
  if (number === undefined) throw new Error(`No receipt number in:\n${text}`);
  return number;
}

/** The newest card of that request in the admin chat. */
export async function cardOf(number: string, { simulator, staff }: Office): Promise<Seen> {
  const newest = () =>
    staff.group
      .messages()
      .findLast(({ text, buttons }) => text.includes(number) && buttons.includes('確定する'));
  const now = new Date(simulator.clock.now());
  // While the office is closed nothing is pushed: staff ask for it.
  if (newest() === undefined && staffSeeIt(now, profile, []) > now) await staff.suzuki.says(number);
  return simulator.waitFor(newest, { ...patience, what: `the card of ${number}` });
}

/** A clerk presses 確定する and the room, and a minute passes; resolves with what the admin chat is told. */
/** Two rooms: of one alone the card itself would have the button. */
export async function addRooms({ staff: { suzuki } }: Office): Promise<void> {
  await suzuki.says(`会議室 追加 ${room.name} ${room.shown} ${room.passcode}`);
  await suzuki.says('会議室 追加 相談室B 812 3456 7891 mama2027');
}

/** A clerk presses 確定する and the room; resolves with what the admin chat is told. */
export async function confirm(number: string, office: Office): Promise<string> {
  const { suzuki } = office.staff;
  await addRooms(office);
  const card = await cardOf(number, office);
  await suzuki.presses('確定する', { message: card.id });
  const answer = await suzuki.presses(room.name);
  // Until then staff can take it back.
  await office.later(1);
  return answer;
}

/** A request that staff have confirmed in the room of the cast; resolves with its number. */
export async function book(hanako: Guest, wish: Wish, office: Office): Promise<string> {
  const number = await request(hanako, wish);
  await confirm(number, office);
  await hanako.hears('予約が確定しました');
  return number;
}

/** Takes back what staff have not confirmed yet. */
export async function withdraw(hanako: Guest): Promise<void> {
  await hanako.says('予約を見る');
  await hanako.presses('申し込みを取り下げる');
  await hanako.presses('取り下げる');
}
