// What the office's staff have set up in LINE: the chat in which they decide, and their Zoom rooms.
import { addRoomExample } from '../../messages/ja/remarks-staff.ts';
import type { Records } from '../../records/doctor-facts.ts';
import { broken, type Check, type Finding, notChecked, right, warning } from '../check.ts';
import type { Context } from '../context.ts';
import { notAnswered } from '../line-trouble.ts';
import { count } from '../sentences.ts';

export const adminChat: Check = {
  name: 'admin chat',
  needs: ['migrations', 'channel access token'],
  async run(context) {
    const records = await recordsOf(context);
    return records === undefined ? unread : lookForAccount(context, records.adminChats);
  },
};

export const zoomRooms: Check = {
  name: 'Zoom rooms',
  needs: ['migrations'],
  async run(context) {
    const records = await recordsOf(context);
    if (records === undefined) return unread;
    if (records.rooms > 0) return right(`${count(records.rooms, 'Zoom room')} entered.`);
    return warning(
      'No Zoom room is entered: staff must type meeting ID and passcode for each consultation.',
      `Type each room into the admin chat, as in: ${addRoomExample}`,
    );
  },
};

const unread = notChecked(
  'The database could not be read for it: the server has it, or has not made it yet.',
);

async function recordsOf({ database }: Context): Promise<Records | undefined> {
  const look = await database();
  return look.kind === 'open' ? look.records : undefined;
}

async function lookForAccount({ account }: Context, chats: readonly string[]): Promise<Finding> {
  if (chats.length === 0) {
    return broken(
      'No admin chat is enrolled: nobody hears of requests.',
      'Invite the account to the LINE group of the staff, and type there the code that the server writes into its log when it starts and when its last admin chat is gone. A code works for a day: restart the server for another.',
    );
  }
  let left = 0;
  for (const chat of chats) {
    const answer = await account().isIn(chat);
    if (answer.kind !== 'done') return notAnswered('Whether the account is in the admin chat', answer);
    if (!answer.value) left += 1;
  }
  return readLeft(left, chats.length);
}

function readLeft(left: number, all: number): Finding {
  if (left === 0) return right(`The account is in all of ${count(all, 'admin chat')}.`);
  const fix =
    'Invite the account to the same LINE group again, where it is still enrolled; if that group is no more, the server writes a code for another group into its log as soon as LINE refuses its next message there.';
  return left === all
    ? broken('The account is in no admin chat any more: nobody hears of requests.', fix)
    : warning(`The account is not in ${left} of ${count(all, 'admin chat')} any more.`, fix);
}
