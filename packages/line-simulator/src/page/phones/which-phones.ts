// Which phones are open, as text for the page's address, and as far as the people are still there.
import type { State } from './state.ts';

/** Without a chat the phone shows its list of chats. A person has one phone. */
export type OpenPhone = { userId: string; chatId?: string | undefined };

/** `#U1:C1,U2:U2,U3`; anything else gives phones of nobody, which `stillThere` leaves out. */
export function readHash(hash: string): OpenPhone[] {
  const parts = hash
    .replace(/^#/, '')
    .split(',')
    .filter((part) => part !== '');
  const phones = parts.map((part) => {
    const [userId = '', chatId] = part.split(':');
    return { userId, chatId: chatId || undefined };
  });
  const isFirst = ({ userId }: OpenPhone, place: number) =>
    phones.findIndex((one) => one.userId === userId) === place;
  return phones.filter(isFirst);
}

export const writeHash = (phones: readonly OpenPhone[]): string =>
  `#${phones.map(({ userId, chatId }) => (chatId ? `${userId}:${chatId}` : userId)).join(',')}`;

type Cast = Pick<State, 'people' | 'groups'>;

/** Without phones of people who are gone, and on the list where the chat is gone. */
export function stillThere(phones: readonly OpenPhone[], { people, groups }: Cast): OpenPhone[] {
  const canSee = ({ userId, chatId }: OpenPhone) =>
    chatId === userId ||
    groups.some(({ groupId, members }) => groupId === chatId && members.includes(userId));
  return phones
    .filter(({ userId }) => people.some((person) => person.userId === userId))
    .map((phone) => (canSee(phone) ? phone : { userId: phone.userId }));
}

const groupOf = ({ groups }: Cast, userId: string): string | undefined =>
  groups.find(({ members }) => members.includes(userId))?.groupId;

/** The first person with the account; the second in a group, if there is one. */
export function firstPhones(cast: Cast): OpenPhone[] {
  return cast.people.slice(0, 2).map(({ userId }, place) => {
    const group = place === 0 ? undefined : groupOf(cast, userId);
    return { userId, chatId: group ?? userId };
  });
}

/** Somebody's phone when it is taken up: who is no friend of the account most likely talks in a group. */
export function phoneTakenUp(cast: Cast, userId: string): OpenPhone {
  const isStranger = cast.people.some((one) => one.userId === userId && one.friendship === 'none');
  return { userId, chatId: (isStranger && groupOf(cast, userId)) || userId };
}
