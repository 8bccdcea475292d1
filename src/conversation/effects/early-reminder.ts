// She turns the reminder of days before off, or on again; those of the day before and of the hour always come.
import * as people from '../../records/people.ts';
import { personOf } from '../turn.ts';
import type { Handler } from './handler.ts';

export const setEarlyReminder: Handler<'setEarlyReminder'> = async ({ wanted }, turn) => {
  await people.setEarlyReminder(turn.tx, personOf(turn).id, wanted);
  turn.reply(...turn.words.earlyReminderSet(wanted));
  return undefined;
};
