// How many messages a month of this office needs, and which of LINE's plans has them.

/** To people: the confirmation, two reminders, and now and then a change. */
const toPersonEach = 4;
/** To staff: the request; what else is pushed for a booking in ten of them. Each costs one for every member. */
const toStaffEach = 1.1;

/** `members`: of all admin chats together, which push. */
export const messagesNeeded = (bookings: number, members: number): number =>
  Math.ceil(bookings * (toPersonEach + toStaffEach * members));

/** LINE's plans in Japan, by the messages in them (docs: pricing). */
const plans = [
  { name: 'コミュニケーションプラン', messages: 200 },
  { name: 'ライトプラン', messages: 5_000 },
] as const;

/** The smallest that is enough. */
export const planFor = (needed: number): string =>
  plans.find(({ messages }) => needed <= messages)?.name ?? 'スタンダードプラン';
