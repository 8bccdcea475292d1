// How many messages a month of this office needs, and which of LINE's plans has them.

/** For ten bookings, to people: the confirmation, two reminders, and now and then a change. */
const toPeople = 40;
/** To staff: the request, and what else is pushed. Each costs one for every member. */
const toStaff = 11;

/** `members`: of all admin chats together, which push. */
export const messagesNeeded = (bookings: number, members: number): number =>
  Math.ceil((bookings * (toPeople + toStaff * members)) / 10);

/** LINE's plans in Japan, by the messages in them (docs: pricing). */
const plans = [
  { name: 'communication plan', messages: 200 },
  { name: 'light plan', messages: 5_000 },
] as const;

/** The smallest that is enough. */
export const planFor = (needed: number): string =>
  plans.find(({ messages }) => needed <= messages)?.name ?? 'standard plan';
