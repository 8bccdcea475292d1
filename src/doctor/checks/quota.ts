// How many messages may still be sent this month, and for how long they last.
import { perDay } from '../../records/push-counts.ts';
import { broken, type Check, type Finding, right, warning } from '../check.ts';
import type { Context } from '../context.ts';
import { notAnswered } from '../line-trouble.ts';
import { messagesNeeded, planFor } from '../month.ts';
import { count } from '../sentences.ts';

const fewLeftFrom = 0.8;

/** So soon one person must not be able to bring staff's news to an end. */
const daysAtLeast = 3;

export const quota: Check = {
  name: 'message quota',
  needs: ['channel access token', 'office profile'],
  async run(context) {
    const answer = await context.account().quota();
    if (answer.kind !== 'done') return notAnswered('The quota', answer);
    const { limit, used } = answer.value;
    if (limit === undefined) return right(`The plan has no limit; ${count(used, 'message')} this month.`);
    const { reserve } = context.office().messages;
    const look = await context.database();
    const bookings = (look.kind === 'open' && look.records?.bookingsOfMonth) || 0;
    return readQuota({ limit, used, reserve, members: await membersOf(context), bookings });
  },
};

/** Of all admin chats together: so many messages one card costs. Chats that cannot be counted count as one. */
async function membersOf({ database, account }: Context): Promise<number> {
  const look = await database();
  const chats = (look.kind === 'open' && look.records?.adminChats) || [];
  let members = 0;
  for (const chat of chats) {
    const answer = chat.startsWith('U') ? undefined : await account().memberCount(chat);
    members += answer?.kind === 'done' ? answer.value : 1;
  }
  return members;
}

const largerPlan =
  'Take a larger plan in LINE Official Account Manager (an office of a local government may ask for the plan without a limit).';

type Month = { limit: number; used: number; reserve: number; members: number; bookings: number };

function readQuota({ limit, used, reserve, members, bookings }: Month): Finding {
  const share = `${count(used, 'message')} of ${limit.toLocaleString('en')} are used this month`;
  if (used >= limit) {
    return broken(
      `The quota is used up (${share}): reminders and news for staff are not sent until the first.`,
      largerPlan,
    );
  }
  if (limit - used - members < reserve) {
    return warning(
      `${share}, and the last ${reserve} are kept for confirmations: requests and other news for staff are not sent, they wait for a word in the admin chat.`,
      `${largerPlan} Until then somebody has to write there several times a day.`,
    );
  }
  if (used >= limit * fewLeftFrom) {
    return warning(`${share}; a message to a group counts once for each member.`, largerPlan);
  }
  const needed = messagesNeeded(bookings, members);
  if (needed > limit) {
    return warning(
      `${share}. A month like the last one, with ${count(bookings, 'request')} and ${count(members, 'member')} in the admin chats, needs about ${count(needed, 'message')}.`,
      `Take the ${planFor(needed)} (an office of a local government may ask for the plan without a limit). Or type 通知 切 in admin chats that need no pushes, or use one duty phone.`,
    );
  }
  const aDay = members * perDay;
  if (aDay * daysAtLeast > limit - reserve) {
    return warning(
      `${share}. A card for staff costs ${count(members, 'message')}, one for each member of the admin chats, and one person may bring about ${perDay} a day: the ${limit - reserve} that are not kept for confirmations can be gone in ${count(Math.max(1, Math.ceil((limit - reserve) / aDay)), 'day')}.`,
      `${largerPlan} Or let only those into the admin chat who decide about requests.`,
    );
  }
  return right(`${share}.`);
}
