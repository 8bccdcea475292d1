// One whole booking, from the first greeting to the last reminder: played through the real server and
// the simulator by pressing what is really on the screens, with the clock moved.

import { moveTime, type Person } from 'line-simulator';
import { choiceKeys } from '../../flows/vocabulary.ts';
import { businessDayAfter } from '../booking/calendar.ts';
import { addDays, addMinutes, type Day, dayOf, instant } from '../core/jst.ts';
import { answerText } from '../messages/ja/choices.ts';
import { applicant, room } from './cast.ts';
import type { Demo } from './demo.ts';
import { drawDialogue } from './dialogue.ts';
import { linesOf } from './lines.ts';
import { setStage } from './set-stage.ts';

/** The dialogue, as text. Rejects when anything of it did not happen. */
export async function play(demo: Demo, now: Date): Promise<string> {
  const { office } = demo;
  // Before the clocks are moved: over a long weekend the code of the first start would grow too old.
  const { hanako, group, clerk } = await setStage(demo);
  // Some business day in office hours; the real one may be a holiday's night.
  const today = businessDayAfter(dayOf(now), office, []);
  await moveClocks(demo, instant(today, '10:05'));

  const start = await apply(hanako, today);
  await group.receives('受付番号');
  await press(clerk, `確定する(${room.name})`);
  // Until then staff could take it back.
  await moveClocks(demo, instant(today, '10:10'));
  await hanako.receives('ミーティングID');

  await moveClocks(demo, instant(addDays(dayOf(start), -1), office.reminders.dayBeforeAt));
  await hanako.receives('ミーティングID');
  await moveClocks(demo, addMinutes(start, -office.reminders.minutesBefore));
  await hanako.receives('ミーティングID');
  return drawDialogue(linesOf(demo.simulator, hanako, group));
}

/** From 友だち追加 to the receipt; the start of what she asked for. */
async function apply(hanako: Person, today: Day): Promise<Date> {
  await hanako.follow();
  await hanako.receives();
  for (const label of ['相談を申し込む', '同意する', 'すべて当てはまる']) await press(hanako, label);
  for (const text of [applicant.name, applicant.jobNumber, applicant.phone]) {
    await hanako.says(text);
    await hanako.receives();
  }
  const day = firstButton(hanako, /^\d{1,2}月\d{1,2}日/);
  await press(hanako, day);
  const time = firstButton(hanako, /^\d{2}:\d{2}$/);
  for (const label of [time, ...choiceKeys.map((choice) => answerText(choice, false)), 'この内容で申し込む'])
    await press(hanako, label);
  return instant(dayOfButton(day, today), time);
}

type Presser = Pick<Person, 'presses' | 'receives'>;

async function press(who: Presser, label: string): Promise<void> {
  await who.presses(label);
  await who.receives();
}

function firstButton(hanako: Person, pattern: RegExp): string {
  const label = hanako.buttons().find((one) => pattern.test(one));
  if (label === undefined) throw new Error(`No button like ${pattern} on the screen:\n${hanako.screen()}`);
  return label;
}

/** `12月1日(火)` on a card of the weeks that follow `today`. */
function dayOfButton(label: string, today: Day): Day {
  const [month, dayOfMonth] = label.match(/\d+/g) ?? [];
  const ends = `-${month?.padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}`;
  let day = today;
  while (!day.endsWith(ends)) day = addDays(day, 1);
  return day;
}

/** The server's clock by its own door, and the platform's with it. */
async function moveClocks({ simulator: { clock, bot } }: Demo, to: Date): Promise<void> {
  const { withBot } = await moveTime(clock, bot, to.getTime());
  if (!withBot) throw new Error('The clock of the server cannot be moved: CLOCK_CONTROL is not 1.');
}
