// What staff type in the admin chat to let others in, and what they are helped with.

import { moment } from '../../booking/shown.ts';
import { dayOf } from '../../core/jst.ts';
import { chatsWithPushes } from '../../outbox/notify.ts';
import { setPushes as storePushes } from '../../records/admin-chats.ts';
import { makeCode } from '../../records/enrolment.ts';
import type { Handler } from './handler.ts';

export const help: Handler<'help'> = async (_, { reply, words, now }) => {
  reply(...words.staffHelp(dayOf(now)));
  return undefined;
};

/** Nobody alerted is said at once: somebody in need would be told to call. */
export const setPushes: Handler<'setPushes'> = async ({ on }, { tx, chatId, reply, words }) => {
  await storePushes(tx, chatId, on);
  reply(...words.pushesSet(on, (await chatsWithPushes(tx)).length > 0));
  return undefined;
};

export const invite: Handler<'invite'> = async (_, turn) => {
  const { tx, sealer, now, randomInt, member } = turn;
  const { code, expiresAt } = await makeCode(tx, sealer, now, randomInt, member?.id ?? null);
  turn.reply(...turn.words.invitation(code, moment(expiresAt)));
  return undefined;
};
